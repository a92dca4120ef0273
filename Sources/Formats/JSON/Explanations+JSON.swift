import Diagnostics

/// Messages about files of JSON (R714 to R720).
let jsonExplanations: [Explanation] = [
  Explanation(
    "R714", "A text that is not JSON",
    "JSON is read as its standard has it, and nothing is mended: texts and keys stand in double quotation marks, no comma stands behind the last part, and there are no comments. The message says the line, and which character of it.",
    wrong: #"read(text: """[\{"a": 1,}]""", form: "json")"#,
    right: #"show read(text: """[\{"a": 1}]""", form: "json") | count"#),
  Explanation(
    "R715", "A key twice in one object",
    "Of two values under one key, most programs silently take the last. Rep does not choose: one of them is a mistake in the file.",
    wrong: #"read(text: """[\{"a": 1, "a": 2}]""", form: "json")"#,
    right: #"show read(text: """[\{"a": [1, 2]}]""", form: "json") | count"#),
  Explanation(
    "R716", "Brackets too deep in one another",
    "Files of records are a few brackets deep. A file with a hundred of them in one another is broken, or made to do harm.",
    wrong: #"read(text: """[\{"a": {repeat("[", 200)}""", form: "json")"#,
    right: #"show read(text: """[\{"a": [[1]]}]""", form: "json") | count"#),
  Explanation(
    "R717", "A file without a list of objects",
    "A table is a list of objects, or the one such list inside of an object; of JSON Lines, each line is an object. Objects are rows, and their keys are the names of the columns.",
    wrong: #"read(text: "[1, 2]", form: "json")"#,
    right: #"show read(text: """[\{"a": 1}, \{"a": 2}]""", form: "json") | count"#),
  Explanation(
    "R718", "Several lists of objects, or none under a name",
    "Where an object holds several lists of objects, `table` says by its key which is to be read.",
    wrong: #"read(text: """\{"a": [], "b": []}""", form: "json")"#,
    right: #"show read(text: """\{"a": [], "b": []}""", form: "json", table: "b") | count"#),
  Explanation(
    "R719", "A sign that stands for no character",
    "In a text of JSON a backslash stands before one of `\" \\ / b f n r t`, or before `u` and four hexadecimal digits, of which two halves may make one character. Line ends and tabs are written that way too.",
    wrong: #"read(text: """[\{"a": "\\x"}]""", form: "json")"#,
    right: #"show read(text: """[\{"a": "\\n"}]""", form: "json") | count"#),
  Explanation(
    "R720", "Objects with too many different keys",
    "The keys of the objects are the columns of the table. Where there are thousands of them, they are data: names, dates, numbers of records.",
    wrong: #"read(text: "[\{{join_texts(map(1..17000, n -> "\"{n}\":1"), ",")}}]", form: "json")"#,
    right: #"show read(text: """[\{"a": 1, "b": 2}]""", form: "json") | count"#),
]
