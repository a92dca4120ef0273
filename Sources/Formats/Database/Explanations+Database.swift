import Diagnostics

/// Messages about databases of SQLite (R730 to R734).
let databaseExplanations: [Explanation] = [
  Explanation(
    "R730", "A table that is not in the database, or not said",
    "A database holds tables and views. Where there is more than one, `table` says which is read, or `query` asks several at once.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/cases.sqlite\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/cases.sqlite\", table: \"cases\") | count"),
  Explanation(
    "R731", "A query that is not one SELECT",
    "A database is read, and never changed: a query is one SELECT. It sees this database alone, and opens no file.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/cases.sqlite\", query: \"delete from cases\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/cases.sqlite\", query: \"select 1 as one\") | count"),
  Explanation(
    "R732", "A query that the database cannot answer",
    "What SQLite says of the query stands in the message: a table or a column that does not exist, a slip in the SQL.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/cases.sqlite\", query: \"select nothing from cases\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/cases.sqlite\", query: \"select id from cases\") | count"),
  Explanation(
    "R733", "A database that is broken",
    "Pages of the file are missing or contradict each other. Nothing of the table is read: what is left would look like the whole.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/cut_off.sqlite\", table: \"cases\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/cases.sqlite\", table: \"cases\") | count"),
  Explanation(
    "R734", "A text in a database that is no text",
    "SQLite keeps what it is given. A program that wrote another encoding than UTF-8 left bytes that stand for nothing; the message names the row and the column.",
    wrong: "read(\"Tests/GoldenTests/Scripts/files/cases.sqlite\", query: \"select cast(x'E9' as text) as name\")",
    right: "show read(\"Tests/GoldenTests/Scripts/files/cases.sqlite\", query: \"select hex(x'E9') as name\") | count"),
  Explanation(
    "R735", "A database that cannot be made",
    "A table of SQLite has at most 2,000 columns, and is put together in memory before it is saved as a whole.",
    wrong: "", right: ""),
]
