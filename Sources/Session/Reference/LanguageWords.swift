/// A word or a sign of the language itself, with what `help` says of it.
struct LanguageWord: Sendable {
  /// The word, and others that the same page explains.
  let names: [String]
  let documentation: Documentation

  init(_ names: String, _ text: String) {
    self.names = names.split(separator: " ").map { String($0).replacingLowLine }
    self.documentation = Documentation(text)
  }

  /// All of them, in the order in which `help words` lists them.
  static let all: [LanguageWord] = asking + combining + comparing + deciding + declaring + recording + later

  private static let asking = [
    LanguageWord(
      "|",
      """
      Gives what stands on its left to the step on its right, as the step's first argument.

          [3, 1, 2] | sort by it | first 1   --> [1]
      """),
    LanguageWord(
      "it .",
      """
      The thing at hand: the row in a step, the last answer at the prompt; `.host` is the field `host` of it.

          [1, 2, 3] | where it > 1   --> [2, 3]
      """),
    LanguageWord(
      "why",
      """
      Shows how an answer came about: each part, its value, and the claims and sources behind it.

      `why c.outcome` lists who says what about the outcome of a case, and where it was written down.
      """),
    LanguageWord(
      "show",
      """
      Shows a value; a value that stands alone on its line is shown without it.

          show 2 + 3   --> 5
      """),
    LanguageWord(
      "#",
      """
      Begins a comment, to the end of the line; `##` above a declaration documents it.

      A comment `# --> 5` under a question is a test: `rep test` compares the answer.
      """),
  ]

  private static let combining = [
    LanguageWord(
      "and or not",
      """
      Put tests together. Where a part is unknown the answer may still be known: `false and unknown` is false.

          true or unknown    --> true
          not (1 > 2)        --> true
      """),
    LanguageWord(
      "??",
      """
      Gives the right side where the left is unknown.

          unknown ?? "not recorded"   --> not recorded
      """),
    LanguageWord(
      "+ -",
      """
      Add and take away numbers, spans and dates. Glued digits such as `2022-05` are a date; arithmetic has spaces.

          2022-10-24 + 90 days   --> 2023-01-22
      """),
    LanguageWord(
      "*",
      """
      Multiplies.

          6 * 7   --> 42
      """),
    LanguageWord(
      "/",
      """
      Divides, and always gives a number with a point behind it; `div(a, b)` gives a whole number.

          7 / 2   --> 3.5
      """),
    LanguageWord(
      "..",
      """
      All whole numbers from one to another. Between two dates without spaces it is one day, somewhere between.

          list(1..4)   --> [1, 2, 3, 4]
      """),
  ]

  private static let comparing = [
    LanguageWord(
      "== !=",
      """
      Tell whether two things are the same, or are not. One `=` gives a variable a new value.

          "raid" == "raid"   --> true
          unknown == 3       --> unknown (not_recorded)
      """),
    LanguageWord(
      "< > <= >=",
      """
      Compare numbers and texts; between two dates `<` means before and `>` means after.

          3 < 5   --> true
      """),
    LanguageWord(
      "is is_not",
      """
      Asks whether one thing is what a term, a kind or a record says; a term also holds for everything below it.

      `x is known` and `x is unknown` are always decided.

          "police" is text   --> true
          unknown is known   --> false
      """),
    LanguageWord(
      "was was_not",
      """
      Asks whether something ever held: after a pardon `is convicted` is false and `was convicted` true.

      `c.outcome was returned` looks at every value that the field had over time.
      """),
    LanguageWord(
      "in not_in",
      """
      Asks whether one thing is among several; terms match those above them.

          2 in [1, 2, 3]   --> true
          7 in 1..5        --> false
      """),
    LanguageWord(
      "has",
      """
      Asks whether a list contains something, or a text a part.

          [1, 2, 3] has 2           --> true
          "a village council" has "village"   --> true
      """),
    LanguageWord(
      "before after",
      """
      Compare dates as what they are: where a date is not exact enough, the answer is unknown.

          2022-05 before 2022-07   --> true
          2022 before 2022-07      --> unknown (imprecise)
      """),
    LanguageWord(
      "during overlaps",
      """
      Ask whether a date lies inside a stretch of time, or whether two stretches share a day.

          2022-05-03 during 2022                   --> true
          2021-04/2022-07 overlaps 2022-05/2023    --> true
      """),
    LanguageWord(
      "at",
      """
      Gives a field over time as it was on a date: `c.outcome at 2019-02-20`; in a record it dates a value.
      """),
  ]

  private static let deciding = [
    LanguageWord(
      "if then else",
      """
      Chooses by a test. A third arm, `unknown`, says what holds when the test cannot be decided.

          if 2 > 1 then "more" else "less"                            --> more
          if unknown then "yes" else "no" unknown "cannot tell"       --> cannot tell
      """),
    LanguageWord(
      "match",
      """
      Chooses among several values, from the top.

          match 3 { 1 or 2 -> "few", > 2 -> "many", else -> "none" }   --> many
      """),
    LanguageWord(
      "for while break continue",
      """
      Do something for each item of a list, or as long as a test holds; `break` leaves the loop, `continue` goes on with the next round.
      """),
    LanguageWord(
      "true false",
      """
      The two decided answers of a test; the third is `unknown`.

          true and false   --> false
      """),
    LanguageWord(
      "unknown known",
      """
      What is not known, with its reason: `unknown (withheld)`. Computing with it gives unknown and keeps the reasons.

          unknown (withheld) is known   --> false
          1 + unknown                   --> unknown (not_recorded)
      """),
    LanguageWord(
      "none",
      """
      Says that there is no such thing: no channel was used, the person has no children. It is not unknown.

          none is unknown   --> false
      """),
  ]

  private static let declaring = [
    LanguageWord(
      "let =",
      """
      `let x = 1` makes a variable; `x = 2` gives it another value.

          let x = 1
          x = x + 1
          x   --> 2
      """),
    LanguageWord(
      "fn return",
      """
      Declares a function: `fn f(a, b = 2) = …`, or a body in braces that ends with `return`.

          fn twice(x) = 2 * x
          twice(21)   --> 42
      """),
    LanguageWord(
      "each",
      """
      A parameter marked `each` takes an expression that is worked out once for each row.

          fn those(rows, each test) = rows | where test
          [1, 2, 3] | those it > 2   --> [3]
      """),
    LanguageWord(
      "->",
      """
      Makes a function without a name; in `match` it stands between a value and what it gives.

          [1, 2, 3] | map x -> x * x   --> [1, 4, 9]
      """),
    LanguageWord(
      "use",
      """
      `use "file.rep"` takes in the records, functions and variables of another file, once.

      `use NAME` takes in a module of the library: `help modules` lists them.
      """),
    LanguageWord(
      "test check expect",
      """
      `test "…" { check … }` holds checks that `rep test` runs; `expect` may stand inside a record.

      A check that fails shows both sides of its comparison.
      """),
    LanguageWord(
      "private",
      """
      `private real_name: text` in a kind seals what the field holds: it can be held against another sealed value and counted, and is shown nowhere.

      `==`, `!=`, `is known`, `distinct` and `count` are what can be asked of it; whoever has the file can read it there.
      """),
    LanguageWord(
      "kind extend over time",
      """
      `kind visit, visits { … }` declares a kind of record, its fields with their kinds and meanings, and the table of them all.

      `extend kind case { … }` adds a field, `extend phnom_penh { … }` adds claims to a record, `over time` allows several values with their dates.
      """),
    LanguageWord(
      "set same",
      """
      `set no_go_list "…" at 2021-11 per xianyou = [Türkiye, …]` names a set that cuts across the trees; `same a, b per …` says that two records are one.
      """),
  ]

  private static let recording = [
    LanguageWord(
      "per",
      """
      Says who a claim is from: `outcome: returned per sd110 p. 12`. After a record's name it is the source of every line that names no other.
      """),
    LanguageWord(
      "as",
      """
      Says how firmly a source says something: `per ap_1020 as alleged`; statuses are listed by `help status`.
      """),
    LanguageWord(
      "by via on",
      """
      In an event: who did it, through whom, and to whom: `2022-05 utility_cut by police on mother`; `in` says where.
      """),
    LanguageWord(
      "under",
      """
      Asks by a standard of evidence: `under two_origins { phnom_penh.outcome }`. `under each standard { … }` gives a row for each; `standards` lists them.
      """),
    LanguageWord(
      "known",
      """
      `x is known` asks whether it is; `known by 2022-11-01 { … }` asks what was known on that day.
      """),
    LanguageWord(
      "without",
      """
      Asks as if a source were not there, nor what only repeats it: `without sd110 { count(phnom_penh.events) }`. A name of several words stands in back-ticks: `` without `The Post` { … } ``.
      """),
    LanguageWord(
      "suppose",
      """
      Asks as if a field were so: `suppose phnom_penh.outcome is deported { phnom_penh.outcome is returned }`.
      """),
    LanguageWord(
      "same",
      """
      `same a, b per report` says that two records are about one and the same: they count as one, and share what is claimed of either.
      """),
    LanguageWord(
      "complete",
      """
      `relatives complete as of 2022-06` says that a list leaves nobody out, so that absence is a finding.
      """),
  ]

  private static let later = [
    LanguageWord(
      "rule pattern matches",
      """
      Not part of this version of Rep: rules, and patterns of events.
      """)
  ]
}

extension String {
  /// `is_not` stands for two words.
  fileprivate var replacingLowLine: String { String(map { $0 == "_" ? " " : $0 }) }
}
