import Diagnostics

/// Messages about workbooks of Excel (R721 to R725).
let workbookExplanations: [Explanation] = [
  Explanation(
    "R721", "A workbook that is broken",
    "A workbook is an archive of files, each with a check of its bytes. Where something is cut off, changed or missing, nothing of it is read: what is left would look like the whole.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/cut_off.xlsx\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/incidents.xlsx\") | count"),
  Explanation(
    "R722", "A file protected by a password",
    "Rep asks for no passwords. Open the file with its own program, and save it without the password, where the law and the people in it allow that.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/locked.xlsx\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/incidents.xlsx\") | count"),
  Explanation(
    "R723", "A file that becomes far too large",
    "A small file that holds the same byte a thousand million times is made to stop the program that opens it. What comes out is counted while it is unpacked, whatever the file says of itself.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/bomb.xlsx\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/incidents.xlsx\") | count"),
  Explanation(
    "R724", "A sheet that is not in the workbook",
    "The foot of a table names the sheets of its workbook, those that are hidden among them.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/incidents.xlsx\", sheet: \"Cases\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/incidents.xlsx\", sheet: \"Codes\") | count"),
  Explanation(
    "R725", "No range of cells",
    "A range is two corners, `B3:F200`, columns, `B:F`, or the name of cells or of a table in the workbook. A formula that works out a range is none.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/incidents.xlsx\", range: \"all\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/incidents.xlsx\", range: \"A1:B3\") | count"),
  Explanation(
    "R726", "A table too large for a sheet",
    "A sheet of Excel has 1,048,576 rows and 16,384 columns, and a cell of it room for 32,767 letters. Nothing is cut off without a word: nothing is saved, and a file that is there stays as it was.",
    wrong: "[{ a: pad_start(\"\", 40_000) }] | save \"table.xlsx\"", right: ""),
  Explanation(
    "R727", "No room to put a workbook together",
    "The parts of a workbook are put together in memory, where nobody else can read them, before it is saved as a whole.",
    wrong: "", right: ""),
]
