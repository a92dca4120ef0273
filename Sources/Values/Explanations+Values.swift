import Diagnostics

/// More of the messages about dates, spans and numbers with ends (R340 to R349).
public let valueExplanations: [Explanation] = [
  Explanation(
    "R340", "A date beyond the calendar", "Rep tells days apart for about five million years either way.",
    wrong: "show 2022-05-03 + 9_000_000 years", right: "show 2022-05-03 + 9 years"),
  Explanation(
    "R341", "One day between stretches",
    "`A..B` is one day, not earlier than A and not later than B. Both are dates of one day; a stretch has two ends.",
    wrong: "let visit = 2021-04/2022-07\nshow visit..2023-01", right: "show 2022-07..2023-01"),
  Explanation(
    "R342", "No day between two dates", "`A..B` is one day from A to B, so that A comes first.",
    wrong: "show 2022-05..2021-05", right: "show 2021-05..2022-05"),
  Explanation(
    "R343", "A span beyond the calendar", "A span of so many years reaches past every day that Rep tells apart.",
    wrong: "show 900_000_000_000_000 years", right: "show 900 years"),
  Explanation(
    "R344", "A part of a month",
    "Months have 28 to 31 days, so that half a month is no length of its own. Days are: work it out in days.",
    wrong: "show 1 month / 2", right: "show 30 days / 2"),
  Explanation(
    "R345", "A span times a number with a unit", "Ninety days times three cases are neither days nor cases.",
    wrong: "kind raid, raids { size: number }\nraid first { size: 5 officers }\nshow 90 days * first.size",
    right: "kind raid, raids { size: number }\nraid first { size: 5 officers }\nshow 90 days * point(first.size)"),
  Explanation(
    "R346", "A number too large for a real number", "Real numbers end at about 1e308, and infinity is none of them.",
    wrong: "show 1e300 * 1e300", right: "show 1e100 * 1e100"),
  Explanation(
    "R347", "Two units that do not go together",
    "Officers and dogs cannot be added or compared. What has no unit takes the unit of the other.",
    wrong:
      "kind raid, raids { size: number }\nraid first { size: 5 officers }\nraid second { size: 3 dogs }\nshow first.size + second.size",
    right:
      "kind raid, raids { size: number }\nraid first { size: 5 officers }\nraid second { size: 3 officers }\nshow first.size + second.size"
  ),
  Explanation(
    "R348", "A unit times a unit, or a number by a unit", "Officers times officers are nothing that could be counted.",
    wrong: "kind raid, raids { size: number }\nraid first { size: 5 officers }\nshow first.size * first.size",
    right: "kind raid, raids { size: number }\nraid first { size: 5 officers }\nshow first.size * 2"),
  Explanation(
    "R351", "Values without an order",
    "Numbers, dates, spans, texts, truths and records have an order among their own kind, and none across kinds.",
    wrong: "show [1, \"two\"] | sort", right: "show [1, 2] | sort"),
  Explanation(
    "R627", "Figures of different periods",
    "What was counted in one year is no more and no less than what was counted in another, or in ten: a total grows with its "
      + "period. Figures of one period are compared, and the bare numbers of any two with `point`.",
    wrong: "figure a { value: 3, period: 2021 }\nfigure b { value: 5, period: 2014/2021 }\nshow a.value < b.value",
    right: "figure a { value: 3, period: 2021 }\nfigure b { value: 5, period: 2021 }\nshow a.value < b.value"),
  Explanation(
    "R620", "A published figure beside what was counted here",
    "Who publishes a number counts by rules of their own: what an incident is, since when, as of which day. What is "
      + "counted from the records at hand follows other rules, so that no sum, difference or share of the two means "
      + "anything.",
    wrong: "figure f { value: 854 incidents, as_of: 2023-04 }\ncase c { host: Laos }\nshow f.value + count(cases)",
    right: "figure f { value: 854 incidents, as_of: 2023-04 }\nshow f.value * 2"),
  Explanation(
    "R621", "One thing added twice",
    "A figure that repeats another counts the same, a later count takes the place of the earlier one of the same thing, "
      + "and a part is in its total already.",
    wrong: "figure f { value: 100 incidents }\nfigure g { value: 20 incidents, part_of: f }\nshow f.value + g.value",
    right: "figure f { value: 100 incidents }\nfigure g { value: 20 incidents, part_of: f }\nshow f.value - g.value"),
]
