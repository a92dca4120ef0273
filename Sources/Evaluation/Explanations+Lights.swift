import Diagnostics

/// More of the messages about questions in another light (R600 to R619).
public let lightExplanations: [Explanation] = [
  Explanation(
    "R600", "No standard of evidence behind `under`", "A standard is a record of the kind `standard`.",
    wrong: "show under China { 1 }", right: "show under two_origins { 1 }"),
  Explanation(
    "R601", "No date behind `known by`", "`known by` asks what was known on a day.",
    wrong: "show known by \"May\" { 1 }", right: "show known by 2022-05 { 1 }"),
  Explanation(
    "R602", "No source behind `without`",
    "`without` leaves out a source with all that only repeats it, or someone whom sources quote.",
    wrong: "show without killing { 1 }", right: "source s \"S\" { }\nshow without s { 1 }"),
  Explanation(
    "R603", "No field behind `suppose`", "`suppose` takes a field of a record for granted, whatever was claimed of it.",
    wrong: "show suppose true { 1 }",
    right: "case c { host: Laos }\nshow suppose c.host is Thailand { c.host is Thailand }"),
  Explanation(
    "R604", "A supposition about no single record", "One record is changed at a time.",
    wrong: "show suppose cases.host is Thailand { 1 }",
    right: "case c { host: Laos }\nshow suppose c.host is Thailand { c.host is Thailand }"),
  Explanation(
    "R605", "A supposition about what is worked out",
    "What is worked out follows from what is supposed of other fields.",
    wrong: "case c { host: Laos }\nshow suppose c.tactics is killing { 1 }",
    right: "case c { host: Laos }\nshow suppose c.host is Thailand { 1 }"),
  Explanation(
    "R606", "A supposition of the wrong kind", "A field takes only what it is declared to take.",
    wrong: "case c { host: Laos }\nshow suppose c.host is 5 { 1 }",
    right: "case c { host: Laos }\nshow suppose c.host is Thailand { 1 }"),
  Explanation(
    "R607", "`under each` of something else", "It gives a row for every standard of evidence that there is.",
    wrong: "show under each person { 1 }", right: "show under each standard { 1 }"),
  Explanation(
    "R608", "A standard of evidence that nobody declared", "`standards` lists those there are.",
    wrong: "show under two_orgins { 1 }", right: "show under two_origins { 1 }"),
  Explanation(
    "R609", "A source that nobody declared", "A source is left out by the name that its record has.",
    wrong: "show without nobodys_report { 1 }", right: "source s \"S\" { }\nshow without s { 1 }"),
]
