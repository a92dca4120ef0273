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
  Explanation(
    "R750", "A step that goes by one key",
    "Places, neighbours and running sums are told in one order, and stretches of one number.",
    wrong: "show [{ a: 1, b: 2 }] | rank by .a, .b", right: "show [{ a: 1, b: 2 }] | rank by .a"),
  Explanation(
    "R751", "Transitions of several columns",
    "A transition leads from one state to another, and one column says which.",
    wrong: "show [{ a: 1, b: 2, t: 3 }] | transitions .a, .b by .t",
    right: "show [{ a: 1, b: 2, t: 3 }] | transitions .a by .t"),
  Explanation(
    "R752", "Stretches without a width",
    "How long each stretch is, or where each begins, is said, since it changes what is seen: `width: 10`, `width: 5 years`, `edges: [18, 30, 60]` in their order.",
    wrong: "show [{ a: 1 }] | bin by .a", right: "show [{ a: 1 }] | bin by .a width: 10"),
  Explanation(
    "R753", "More stretches than anybody reads",
    "Between the first and the last number every stretch has a row. One number far away from the others makes thousands of empty ones.",
    wrong: "show [{ a: 1 }, { a: 900_000 }] | bin by .a width: 10",
    right: "show [{ a: 1 }, { a: 900_000 }] | bin by .a width: 100_000"),
  Explanation(
    "R754", "A pivot without its columns",
    "The values of one column become the heads, those of another stand under them, and `by` says what the rows are.",
    wrong: "show [{ h: 1, y: 2, n: 3 }] | pivot .y by .h", right: "show [{ h: 1, y: 2, n: 3 }] | pivot .y, .n by .h"),
  Explanation(
    "R755", "Several values for one cell", "A cell holds one value, and Rep does not choose among several.",
    wrong: "show [{ h: 1, y: 2, n: 3 }, { h: 1, y: 2, n: 4 }] | pivot .y, .n by .h",
    right: "show [{ h: 1, y: 2, n: 3 }, { h: 1, y: 2, n: 4 }] | cross by .h, .y { n: sum(.n) }"),
  Explanation(
    "R756", "A percentage that is none", "Of all numbers at least none and at most all lie below one.",
    wrong: "show percentile([1, 2], 101)", right: "show percentile([1, 2], 100)"),
  Explanation(
    "R760", "A function where a key must stand",
    "Rows are put together by what stands in them: by a field, or something worked out from one.",
    wrong: "show [{ h: 1 }] | group by .h, count", right: "show [{ h: 1 }] | group by .h { n: count() }"),
  Explanation(
    "R761", "A text that is written otherwise in the rows",
    "Texts are the same where every letter is, capitals and blanks included. Nothing was found, and a row has it written otherwise.",
    wrong: "show [{ h: \"Returned\" }] | where .h == \"returned\"",
    right: "show [{ h: \"Returned\" }] | where .h == \"Returned\" | count"),
]
