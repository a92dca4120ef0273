import Diagnostics

/// Messages about files of rows (R701 to R705).
public let formatExplanations: [Explanation] = [
  Explanation(
    "R701", "A file without the line of its heads",
    "The names of the columns stand in the first line that is not empty, or in the line that `heads` names; `heads: 0` says that there are none.",
    wrong: "read(text: \"\")", right: "show read(text: \"a,b\\n1,2\") | count"),
  Explanation(
    "R702", "A row with more cells than there are heads",
    "A row that is longer than the line of the heads has a separator too many, or the heads stand elsewhere. Nothing of it is left out silently.",
    wrong: "read(text: \"a,b\\n1,2,3\")", right: "show read(text: \"a,b\\n1,\\\"2,3\\\"\") | count"),
  Explanation(
    "R703", "A quotation mark that is not closed",
    "A cell that begins with a quotation mark goes on to the next one, over lines and separators. Without it the rest of the file would be one cell.",
    wrong: "read(text: \"a,b\\n1,\\\"2\")", right: "show read(text: \"a,b\\n1,\\\"2\\\"\") | count"),
  Explanation(
    "R704", "Text behind a closing quotation mark",
    "Where a quotation mark closes a cell, a separator or the end of the line follows. A quotation mark in the cell itself is written twice.",
    wrong: "read(text: \"a\\n\\\"b\\\" c\")", right: "show read(text: \"a\\n\\\"b\\\"\\\" c\\\"\") | count"),
  Explanation(
    "R705", "Bytes that are no text in the encoding",
    "A file is read as UTF-8 where it is UTF-8, as UTF-16 where a mark says so, and otherwise as Windows-1252, which the foot of the table tells. "
      + "A byte that stands for nothing in the encoding is not passed over: another encoding is, or the file is broken.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/windows.csv\", encoding: \"UTF-8\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/windows.csv\", encoding: \"Windows-1252\") | count"),
]
