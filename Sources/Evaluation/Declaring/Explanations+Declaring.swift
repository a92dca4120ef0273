import Diagnostics

/// More of the messages about kinds, records and claims (R250 to R299, R400 to R499).
public let recordExplanations: [Explanation] = [
  Explanation(
    "R251", "A field that the kind does not have",
    "Every field of a kind is declared, with what it takes and what it means. A field that is spelt wrongly would"
      + " otherwise be a fact that no question ever finds.",
    wrong: "case c { hots: Laos }", right: "case c { host: Laos }"),
  Explanation(
    "R252", "A name that nothing bears",
    "A name in a record means a record or a term that exists, in this file or in another of the same program. A "
      + "term that is spelt nearly so, or says nearly the same, is offered; of people, places and sources no spelling "
      + "is guessed, since two spellings may be two people: those written alike are listed.",
    wrong: "case c { host: Laos per report }", right: "source report \"A report\" { }\ncase c { host: Laos per report }"
  ),
  Explanation(
    "R253", "A name that is not inside the record",
    "Records inside a record are reached by both names: `phnom_penh.mother`.",
    wrong: "case a { relative mother { } }\ncase b { 2022 surveillance on a.father }",
    right: "case a { relative mother { } }\ncase b { 2022 surveillance on a.mother }"),
  Explanation(
    "R254", "A role that is taken twice",
    "A field that takes one value holds one record. Several people who are meant together are a group.",
    wrong: "case c {\n  target { }\n  target { }\n}", right: "case c {\n  target { }\n  relative brother { }\n}"),
  Explanation(
    "R260", "A type that does not exist",
    "A field takes truth, number, text, date or span, records of a kind, or a list of one of these.",
    wrong: "kind visit { length: duration }", right: "kind visit { length: span }"),
  Explanation(
    "R261", "A field that the kind has already", "A field has one meaning, which is declared once.",
    wrong: "extend kind case { host: text }", right: "extend kind case { docket: text }"),
  Explanation(
    "R262", "Kinds in a circle", "A kind stands under one other at most, and never under itself.",
    wrong: "kind a : b { }\nkind b : a { }", right: "kind a { }\nkind b : a { }"),
  Explanation(
    "R263", "A list over time",
    "A field over time has one value at a time. Several values that begin and end each in its own time are "
      + "records of their own.",
    wrong: "kind office { holders: list of person over time }", right: "kind office { holder: person over time }"),
  Explanation(
    "R400", "A value of the wrong type", "A field takes what its kind declares.",
    wrong: "source s { published: 12 }", right: "source s { published: 2022-09 }"),
  Explanation(
    "R401", "A record of the wrong kind",
    "A field that takes records says of which kind they are: a host is a jurisdiction, a source is a source.",
    wrong: "person li { }\ncase c { host: li }", right: "person li { }\ncase c { target: li }"),
  Explanation(
    "R402", "A list where one value stands",
    "Where sources disagree, each has a line of its own: then both are kept, and the value is disputed.",
    wrong: "case c { host: [Laos, Thailand] }", right: "case c {\n  host: Laos\n  host: Thailand\n}"),
  Explanation(
    "R403", "A date for a value that has none",
    "Only a field that is declared `over time` takes values each from a date on.",
    wrong: "case c { host: Laos at 2022 }", right: "case c { outcome: returned at 2022 }"),
  Explanation(
    "R404", "A day between two where a length of time should be",
    "A field that takes a stretch holds all the time that its date covers: `2021` is the whole year, `2021/2022` two years. "
      + "`2021..2022` is one day of these years.",
    wrong: "figure f { value: 3, period: 2021..2022 }", right: "figure f { value: 3, period: 2021/2022 }"),
  Explanation(
    "R405", "A field that is worked out",
    "A field with `= expression` in its kind is worked out from the record, so nobody can claim another value.",
    wrong: "case c { tactics: [killing] }", right: "case c { 2022 killing }"),
  Explanation(
    "R406", "A record that no field takes",
    "A record inside another goes into the field that bears the name of its kind, or the plural of it.",
    wrong: "case c { source s { } }", right: "source s { }\ncase c per s { }"),
  Explanation(
    "R407", "Something that is no term, under another",
    "Only terms stand in trees. The kind is the root of its tree, so a term of the first level names no parent.",
    wrong: "person a { }\nperson b : a { }", right: "tactic a \"one\"\ntactic b : a \"two\""),
  Explanation(
    "R408", "Terms in a circle", "A term stands under one other at most, and never under itself.",
    wrong: "tactic a : b\ntactic b : a", right: "tactic a \"one\"\ntactic b : a"),
  Explanation(
    "R409", "Too many levels", "No tree of terms and no record in records goes deeper than 64 levels.",
    wrong: "tactic t0 \"first\"\n" + (1...70).map { "tactic t\($0) : t\($0 - 1)" }.joined(separator: "\n"),
    right: "tactic t0 \"first\"\ntactic t1 : t0"),
  Explanation(
    "R411", "A library without events",
    "An event line needs the kind `event`, with an act and a date. This is seen only where the library itself is "
      + "being changed.",
    wrong: "", right: ""),
  Explanation(
    "R413", "A span that is too long", "Spans are counted in days and months, up to some millions of years.",
    wrong: "case c { 2022 surveillance { prison: 999999999999 years } }",
    right: "case c { 2022 surveillance { prison: 9 years } }"),
  Explanation(
    "R420", "A set of something else", "A set lists records, terms and texts by name, or tests each with `where`.",
    wrong: "set grave = killing", right: "set grave = [killing, abduction]"),
  Explanation(
    "R421", "A set with a status", "A set is a choice that somebody made at some time; it is not alleged or denied.",
    wrong: "set grave as alleged = [killing]", right: "set grave at 2022 = [killing]"),
  Explanation(
    "R422", "A complete list with something later in it",
    "`complete as of` says that all there was by that day is in the list. What came later says nothing against it, but "
      + "then the day is likely too early, or the event's date wrong.",
    wrong: "case c {\n  events complete as of 2022-01\n  2022-05 killing\n}",
    right: "case c {\n  events complete as of 2022-06\n  2022-05 killing\n}"),
  Explanation(
    "R423", "A record that is the same as itself",
    "`same` says of two records that they are about one person or thing.",
    wrong: "person p \"P\" { }\nsame p, p", right: "person p \"P\" { }\nperson q \"Q\" { }\nsame p, q"),
  Explanation(
    "R424", "Two kinds of thing that cannot be one", "A person can be the same as a person, a source as a source.",
    wrong: "person p \"P\" { }\nplace q { state: Laos }\nsame p, q",
    right: "person p \"P\" { }\ndefendant q \"Q\" { }\nsame p, q"),
  Explanation(
    "R425", "A source that comes back to itself",
    "Where something comes from is found by going from a source to the one that it repeats, to the end. The same holds of "
      + "one claim: `per a after b` needs a `b` that does not have it from `a`.",
    wrong: "source a \"A\" { after: b }\nsource b \"B\" { after: a }",
    right: "source a \"A\" { after: b }\nsource b \"B\" { }"),
  Explanation(
    "R426", "A standard that nothing can meet", "Under it every question would be answered with unknown.",
    wrong: "standard none_at_all { reliability: F }", right: "standard good { reliability: B }"),
  Explanation(
    "R427", "Something that ends before it began",
    "A treaty is signed before it is in force, a source is published before it is withdrawn. Where two sources give "
      + "dates that do not fit together, each keeps its `per`.",
    wrong: "instrument i \"I\" { signed: 2020, in_force: 2019-01-01/.. }",
    right: "instrument i \"I\" { signed: 2018, in_force: 2019-01-01/.. }"),
  Explanation(
    "R428", "Two values at one time", "A field over time has one value from each date on, as far as one source says.",
    wrong: "case c {\n  outcome: remained at 2022-05\n  outcome: returned at 2022-05\n}",
    right: "case c {\n  outcome: remained at 2022-05\n  outcome: returned at 2022-06\n}"),
  Explanation(
    "R429", "Something complete that is no list", "Only of a list can be said that it names all there are.",
    wrong: "case c { host complete as of 2022 }", right: "case c { relatives complete as of 2022 }"),
  Explanation(
    "R430", "A record that takes the place of another",
    "At the prompt, a whole record that is written again replaces what its first text said. What `extend` added stays.",
    wrong: "", right: ""),
  Explanation(
    "R431", "A record that is left out and still mentioned",
    "A record that is written again without a part of it cannot leave out what another record mentions.", wrong: "",
    right: ""),
  Explanation(
    "R432", "One figure with two values",
    "What was counted, in which unit, for which period, as of which day and by which publisher is what makes a number that "
      + "figure. The same total of another day is another figure; what two sources say of one is disputed, in one record.",
    wrong: "figure f { what: \"incidents\", value: 854, period: 2022, as_of: 2023-04, publisher: \"P\" }\n"
      + "figure g { what: \"incidents\", value: 860, period: 2022, as_of: 2023-04, publisher: \"P\" }",
    right: "figure f { what: \"incidents\", value: 854, period: 2022, as_of: 2023-04, publisher: \"P\" }\n"
      + "figure g { what: \"incidents\", value: 860, period: 2022, as_of: 2024-02, publisher: \"P\" }"),
  Explanation(
    "R433", "Something that comes back to itself",
    "What a statement quotes, translates or answers was said before it; a figure that repeats another was published "
      + "later, and one that is a part of another is smaller; an event that is `after` another came later. So no chain of "
      + "them leads back to where it began, also where `extend` closes it; nor does anybody quote himself in "
      + "`per A in B in SOURCE`.",
    wrong: "statement a \"A\" { quotes: b }\nstatement b \"B\" { quotes: a }",
    right: "statement a \"A\" { quotes: b }\nstatement b \"B\" { }"),
  Explanation(
    "R440", "A record without a source",
    "What nobody is named for is the writer's own word. It is kept, and shown as said by the author; `rep check` points at it.",
    wrong: "", right: ""),
]
