import Diagnostics

/// Messages about files of every form.
public let formatExplanations: [Explanation] =
  rowExplanations + jsonExplanations + workbookExplanations + databaseExplanations

/// Messages about files of rows (R701 to R705), and about what a file is (R710 to R713).
private let rowExplanations: [Explanation] = [
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
  Explanation(
    "R710", "A file that is something else than its name says",
    "What a file is, its name says, and its first bytes. Where they disagree, nothing is guessed: a workbook that was only called `.csv` would be read as garbage. `form` says in which form a file stands, whatever its name.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/workbook.csv\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/workbook.csv\", form: \"xlsx\") | count"),
  Explanation(
    "R711", "Something said of a file that has no such thing",
    "A sheet and a range are said of workbooks, a table and a query of databases, a separator of rows of text. A table of JSON is named by its key.",
    wrong: "read(text: \"a\\n1\", sheet: \"Codes\")", right: "show read(text: \"a\\n1\", separator: \",\") | count"),
  Explanation(
    "R712", "A form that is not known",
    "A table is read from rows of text (`csv`), JSON (`json`), JSON Lines (`jsonl`), workbooks of Excel (`xlsx`), and databases of SQLite (`sqlite`).",
    wrong: "read(text: \"a\", form: \"xml\")", right: "show read(text: \"a\\n1\", form: \"csv\") | count"),
  Explanation(
    "R713", "A byte 0 among rows",
    "No text has a byte 0 in it. Where one stands, the file is broken, as after a crash of the program that wrote it, or it is no file of rows.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/zero.csv\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/quoted.csv\") | count"),
]
