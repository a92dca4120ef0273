import Diagnostics

/// More of the messages about small counts that are kept back (R628 to R634).
public let suppressionExplanations: [Explanation] = [
  Explanation(
    "R628", "A limit that keeps nothing back",
    "Below 1 there is no count, and below 2 there are only ones: then `withheld` says as much as the number.",
    wrong: hosts + "show hosts | group by .host | suppress below: 2",
    right: hosts + "show hosts | group by .host | suppress below: 5"),
  Explanation(
    "R629", "An exemption without a reason",
    "Small counts may be shown where every record behind them is public. Why that is so stands in the foot of the table.",
    wrong: hosts + "show hosts | group by .host | suppress below: 5, exempt: \"\"",
    right: hosts + "show hosts | group by .host | suppress below: 5, exempt: \"published judgments\""),
  Explanation(
    "R630", "Small counts that follow from the totals",
    "Whoever knows that there are three in three groups knows that there is one in each, and no choice of what is withheld "
      + "changes that. Such a table must not be passed on. One by fewer keys, or by wider ones, has larger groups.",
    wrong: hosts + "show hosts | group by .host, .year { n: count() } | suppress below: 3",
    right: hosts + "show hosts | group by .host { n: count() } | suppress below: 3"),
  Explanation(
    "R631", "Lists beside counts that are kept back",
    "A list or a record of a group's rows tells of each of them, and so more than any count.",
    wrong: hosts + "show hosts | group by .host { years: .year } | suppress below: 5",
    right: hosts + "show hosts | group by .host { n: count() } | suppress below: 5"),
  Explanation(
    "R632", "What withheld counts rest on",
    "The claims and sources behind a table from which small counts are withheld would tell of the few that the counts "
      + "are kept back for.",
    wrong: hosts + "show sources(hosts | group by .host | suppress below: 5)",
    right: hosts + "show sources(hosts | group by .host)"),
  Explanation(
    "R633", "Groups by too many keys to protect",
    "With every key there are more totals that a withheld count could follow from, and fewer rows in each group.",
    wrong: fiveKeys + "show rows | group by .a, .b, .c, .d, .e | suppress below: 5",
    right: fiveKeys + "show rows | group by .a, .b, .c, .d | suppress below: 5"),
  Explanation(
    "R634", "Something else than groups to keep counts of back",
    "`suppress` must know of which rows the counts are, and which totals they add up to. A table that a step has changed "
      + "behind `group` does not say so any more: what is sorted by a count tells it by its place.",
    wrong: hosts + "show hosts | group by .host { n: count() } | sort by .n | suppress below: 5",
    right: hosts + "show hosts | group by .host { n: count() } | suppress below: 5 | sort by .n"),
]

/// Some rows to count, as the examples need them.
private let hosts = """
  let hosts = [
    { host: "Laos", year: 2021 }, { host: "Laos", year: 2022 }, { host: "Laos", year: 2023 },
  ]

  """

private let fiveKeys = "let rows = [{ a: 1, b: 1, c: 1, d: 1, e: 1 }]\n"
