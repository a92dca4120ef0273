import Diagnostics

/// The messages of the steps that put tables beside each other, or in another shape (R740 to R779).
public let stepExplanations: [Explanation] = [
  Explanation(
    "R740", "A cross without its two keys",
    "`cross` has a row for each value of one key and a column for each value of another.",
    wrong: "show [{ a: 1, b: 2 }] | cross by .a", right: "show [{ a: 1, b: 2 }] | cross by .a, .b"),
  Explanation(
    "R741", "More columns than anybody reads",
    "A thousand columns are no table that could be read. What has many values goes into rows.",
    wrong: "show 1..1001 | cross by it > 0, it", right: "show 1..1001 | cross by it, it > 0 | count"),
  Explanation(
    "R742", "Shares of something that is not counted",
    "A share of rows has a meaning; what else a cell may hold does not always add up to a whole.",
    wrong: "show [{ a: 1, b: 2 }] | cross by .a, .b shares: row { m: mean(.b) }",
    right: "show [{ a: 1, b: 2 }] | cross by .a, .b { m: mean(.b) }"),
  Explanation(
    "R743", "A word that cannot stand there",
    "Some steps take a word that says how: it stands without quotation marks, and is one of a few.",
    wrong: "show [{ a: 1, b: 2 }] | cross by .a, .b shares: rows",
    right: "show [{ a: 1, b: 2 }] | cross by .a, .b shares: row"),
  Explanation(
    "R744", "A join without its key", "Two tables are laid beside each other by what is the same in both.",
    wrong: "show [{ id: 1 }] | join [{ id: 1, n: 2 }]", right: "show [{ id: 1 }] | join [{ id: 1, n: 2 }] on .id"),
  Explanation(
    "R745", "Keys that can never match",
    "A number is never the same as a text, so that every row would stand without a match and look as if there were none.",
    wrong: "show [{ id: 1 }] | join [{ id: \"1\", n: 2 }] on .id",
    right: "show [{ id: 1 }] | join [{ id: \"1\", n: 2 }] on text(.id) == .id"),
  Explanation(
    "R746", "A join that multiplies rows",
    "Where a key stands several times on both sides, every row of the one would stand beside every row of the other, and sums would count them several times.",
    wrong: "show [{ id: 1, a: 1 }, { id: 1, a: 2 }] | join [{ id: 1, n: 1 }, { id: 1, n: 2 }] on .id",
    right:
      "show [{ id: 1, a: 1 }, { id: 1, a: 2 }] | join [{ id: 1, n: 1 }, { id: 1, n: 2 }] on .id pairs: many_to_many"),
  Explanation(
    "R747", "More rows of a key than was said",
    "`pairs: one_to_one` says that no key stands twice on either side, `one_to_many` that none does on the left, `many_to_one` that none does on the right.",
    wrong: "show [{ id: 1 }] | join [{ id: 1, n: 1 }, { id: 1, n: 2 }] on .id pairs: one_to_one",
    right: "show [{ id: 1 }] | join [{ id: 1, n: 1 }, { id: 1, n: 2 }] on .id pairs: one_to_many"),
  Explanation(
    "R748", "Values and rows with columns in one table",
    "The values of a list have no columns, and rows have nothing but columns.",
    wrong: "show [1, 2] | union [{ a: 3 }]", right: "show [1, 2] | select a: it | union [{ a: 3 }]"),
  Explanation(
    "R749", "A key that does not tell rows apart",
    "Two versions of a table are compared row by row, and the key says which row of the one is which of the other.",
    wrong: "show [{ id: 1, n: 1 }, { id: 1, n: 2 }] | compare [{ id: 1, n: 1 }] by .id",
    right: "show [{ id: 1, n: 2 }] | compare [{ id: 1, n: 1 }] by .id"),
]
