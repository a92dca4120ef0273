import Diagnostics

/// More of the messages of the steps of tables (R353 to R359, R380 to R385).
public let tableExplanations: [Explanation] = [
  Explanation(
    "R353", "A column that the table has not", "Only a column that is there can be dropped or renamed.",
    wrong: "show [{ a: 1, b: 2 }] | drop .c", right: "show [{ a: 1, b: 2 }] | drop .b"),
  Explanation(
    "R354", "An expression where a column is named",
    "`drop` and `rename` take columns by name, as in `.outcome`; only `select` and `add` work something out.",
    wrong: "show [{ a: 1, b: 2 }] | drop .b + 1", right: "show [{ a: 1, b: 2 }] | drop .b"),
  Explanation(
    "R355", "Two columns of one name", "A column is found by its name, so no two bear the same one.",
    wrong: "show [{ a: 1 }] | select .a, a: .a + 1", right: "show [{ a: 1 }] | select .a, b: .a + 1"),
  Explanation(
    "R356", "A step without its keys", "What rows are grouped or sorted by stands behind `by`.",
    wrong: "show [{ a: 1 }] | top 3", right: "show [{ a: 1 }] | top 3 by .a"),
  Explanation(
    "R357", "A step without columns", "`select`, `add`, `drop` and `rename` are told which columns they are about.",
    wrong: "show [{ a: 1 }] | select", right: "show [{ a: 1 }] | select .a"),
  Explanation(
    "R358", "Values of a list where columns are needed",
    "A list of numbers or texts has no columns that could be dropped or renamed.",
    wrong: "show [1, 2] | drop .a", right: "show [{ a: 1, b: 2 }] | drop .a"),
  Explanation(
    "R359", "A number of rows below 0", "No fewer rows than none can be taken.",
    wrong: "show [1, 2] | first -1", right: "show [1, 2] | first 1"),
  Explanation(
    "R380", "Something else than a number to reckon with",
    "`sum`, `mean` and `median` put numbers together. An unknown number makes the answer uncertain; a text is a mistake.",
    wrong: "show sum([1, \"two\"])", right: "show sum([1, 2])"),
  Explanation(
    "R381", "Something else than a list to unnest",
    "`unnest` makes a row of each item of a list; of a text it makes one of each part, once it is said what stands between them: `unnest .a separator: \";\"`.",
    wrong: "show [{ a: 1 }] | unnest .a", right: "show [{ a: [1, 2] }] | unnest .a"),
  Explanation(
    "R382", "Two tests where one is taken",
    "Two tests could be meant as both or as either, so that `and` or `or` has to say which.",
    wrong: "show [1, 2, 3] | count it > 1, it < 3", right: "show [1, 2, 3] | count it > 1 and it < 3"),
  Explanation(
    "R383", "A sum that is too large", "Whole numbers are exact, with at most 19 digits; their sum must be so too.",
    wrong: "show sum([9_000_000_000_000_000_000, 9_000_000_000_000_000_000])", right: "show sum([9e18, 9e18])"),
  Explanation(
    "R384", "Several columns to unnest at once", "Lists side by side have no common rows.",
    wrong: "show [{ a: [1, 2], b: [3] }] | unnest .a, .b", right: "show [{ a: [1, 2], b: [3] }] | unnest .a | unnest .b"
  ),
  Explanation(
    "R385", "Truths that are counted",
    "`count([true, false])` could mean 2 or 1. Inside a group, `count(.minor)` would count all rows and look as if it counted minors.",
    wrong: "show count([true, false])", right: "show count([true, false], it)"),
]
