import Diagnostics

/// More of each message of the lexer and the parser, for `rep explain`.
public let syntaxExplanations: [Explanation] = [
  Explanation(
    "R001", "a text that is not UTF-8",
    """
    Scripts are UTF-8, so that names in any writing read the same on every machine. The file was probably saved by an older \
    program as Latin-1 or Windows-1252. Only the first such byte is told; the rest of the text is still read.
    """, wrong: "", right: ""),
  Explanation(
    "R002", "a file that is no UTF-8 text",
    "The file is UTF-16, as some programs save text on Windows, or no text at all. Save it as UTF-8.", wrong: "",
    right: ""),
  Explanation(
    "R003", "a NUL in a text",
    "A byte of value 0 has no place in a script; it comes from a broken copy or from binary data.", wrong: "", right: ""
  ),
  Explanation(
    "R004", "a sign that changes the order of reading",
    """
    Some invisible signs make a line look different from what it says. Rep refuses them everywhere, comments included. \
    Arabic, Hebrew and Uyghur need none of them: every terminal orders such text by itself.
    """, wrong: "let name = \"a\u{202E}b\"", right: "let name = \"a\\u{202E}b\""),
  Explanation(
    "R005", "a sign that means nothing",
    "This sign belongs to no rule of the language outside texts and names in backticks.",
    wrong: "let price = $ 5", right: "let `price in $` = 5"),
  Explanation(
    "R006", "a text that does not end on its line",
    "A text between `\"` and `\"` stands on one line. A longer one stands between `\"\"\"` and `\"\"\"`; its indentation is taken off.",
    wrong: "let said = \"home of", right: "let said = \"home of a fraudster\""),
  Explanation(
    "R007", "a text of several lines that does not end",
    "A text that begins with `\"\"\"` ends with `\"\"\"`. At the prompt Rep waits for it.",
    wrong: "let said = \"\"\"\n  home of\n", right: "let said = \"\"\"\n  home of\n  \"\"\""),
  Explanation(
    "R008", "a backslash before something that needs none",
    "In a text `\\n` is a new line, `\\t` a tab, and `\\\"`, `\\\\`, `\\{`, `\\}` are the signs themselves; `\\u{e9}` is a character by its number.",
    wrong: "let path = \"C:\\data\"", right: "let path = \"C:\\\\data\""),
  Explanation(
    "R009", "typographic quotation marks",
    "Word processors turn `\"` into other marks. Inside a text they may stand; around it Rep knows `\"` only.",
    wrong: "let said = “hello”", right: "let said = \"hello\""),
  Explanation(
    "R010", "a typographic dash",
    "A dash of a word processor is not the sign `-`, which subtracts and joins the parts of a date.",
    wrong: "let when = 2022–05", right: "let when = 2022-05"),
  Explanation(
    "R011", "single quotation marks", "A text stands between double quotation marks.",
    wrong: "let said = 'hello'", right: "let said = \"hello\""),
  Explanation(
    "R012", "a name in backticks that is empty or does not end",
    "Backticks hold a name with blanks or signs, on one line.",
    wrong: "let `my name = 1", right: "let `my name` = 1"),
  Explanation(
    "R013", "an apostrophe in a name",
    "A name is made of letters, digits and `_`. Any other name stands in backticks.",
    wrong: "kind town { size: number }\ntown Côte d'Or { size: 1 }",
    right: "kind town { size: number }\ntown `Côte d'Or` { size: 1 }"),
  Explanation(
    "R014", "a number glued to letters",
    "A name does not begin with a digit, and a unit stands apart from its number.",
    wrong: "let wait = 90days", right: "let wait = 90 days"),
  Explanation(
    "R015", "a comma between digits",
    "`1,234` is one number for some readers and two for others. Rep asks which.",
    wrong: "let people = 1,234", right: "let people = 1_234"),
  Explanation(
    "R016", "a number that begins with 0",
    "A code such as `0123` loses its 0 as a number, so Rep asks: a number without the 0, or a text.",
    wrong: "let code = 0123", right: "let code = \"0123\""),
  Explanation(
    "R017", "a number that is too large",
    "Integers are exact and have 64 bits. Real numbers reach about 1.8e308.",
    wrong: "let many = 99999999999999999999", right: "let many = 99999999999999999999.0"),
  Explanation(
    "R018", "neither a date nor a subtraction",
    """
    Glued is a date, spaces are arithmetic. A year with `-` glued to digits is a date, with two digits for the month and two \
    for the day. If a subtraction was meant, put spaces around `-`.
    """, wrong: "let when = 2022-5", right: "let when = 2022-05"),
  Explanation(
    "R019", "a day that is in no calendar", "The day must exist in its month; 29 February only in a leap year.",
    wrong: "let when = 2022-02-29", right: "let when = 2024-02-29"),
  Explanation(
    "R020", "a date with `/` or `.`",
    "`03/04/2015` is 3 April to some and 4 March to others. Dates begin with the year: 2015-04-03.",
    wrong: "let when = 03/04/2015", right: "let when = 2015-04-03"),
  Explanation(
    "R021", "a date that needs quotation marks",
    "Bare dates reach down to the day. Everything else that EDTF knows stands in `@\"…\"`.",
    wrong: "let when = 2022-05-03T10:00", right: "let when = @\"2022-05-03T10:00\""),
  Explanation(
    "R022", "`@` without a date", "`@` marks a date: `@2022` is the year, where `2022` alone would be a number.",
    wrong: "let when = @May", right: "let when = @2022"),
  Explanation(
    "R023", "a sign in place of a word", "Truths are joined with the words `and`, `or`, `not`.",
    wrong: "let both = true && false", right: "let both = true and false"),
  Explanation(
    "R024", "a comparison of another language", "Comparisons are `==`, `!=`, `<`, `>`, `<=`, `>=`, `is` and `is not`.",
    wrong: "let differs = 1 <> 2", right: "let differs = 1 != 2"),
  Explanation(
    "R025", "an arrow in place of `=`",
    "R gives a value with `<-`. In Rep `x <- 3` would read as `x < -3`, so it is refused.",
    wrong: "let x = 1\nx <- 3", right: "let x = 1\nx = 3"),
  Explanation(
    "R026", "a pipe of another language", "A value goes into a step with `|`.",
    wrong: "cases |> count", right: "cases | count"),
  Explanation(
    "R027", "a semicolon", "A statement ends with its line.", wrong: "let a = 1; let b = 2",
    right: "let a = 1\nlet b = 2"),
  Explanation(
    "R028", "an assignment of another language", "A new value is given with `=`.",
    wrong: "let x = 1\nx += 1", right: "let x = 1\nx = x + 1"),
  Explanation(
    "R029", "`=>` in place of `->`", "A function is `a -> a + 1`. At least is `>=`.",
    wrong: "let more = a => a + 1", right: "let more = a -> a + 1"),
  Explanation(
    "R030", "a sign that looks like one of Rep's",
    "Signs of other keyboards look like those of the language and are others.",
    wrong: "let xs = [1， 2]", right: "let xs = [1, 2]"),
  Explanation(
    "R031", "digits of another writing", "Names may stand in any writing; numbers are written with 0 to 9.",
    wrong: "let n = ٣٤", right: "let n = 34"),
  Explanation(
    "R032", "a comment that begins with `//`", "A comment begins with `#`.", wrong: "let n = 1 // one",
    right: "let n = 1 # one"),
  Explanation(
    "R033", "`%` as an operator",
    "`%` stands glued behind a number: `45%` is 0.45. The remainder of a division is `mod(a, b)`.",
    wrong: "let rest = 7 % 2", right: "let rest = mod(7, 2)"),
  Explanation(
    "R034", "a sign for powers", "There is no sign for powers; multiply.", wrong: "let n = 3 ** 2",
    right: "let n = 3 * 3"),
  Explanation(
    "R035", "an invisible sign",
    "The sign came with a copy from a page or a document. It has no width and means nothing here.",
    wrong: "let n = 1\u{200B}", right: "let n = 1"),
  Explanation(
    "R036", "a brace in a text that does not close",
    "In a text `{` begins an expression, which ends with `}`. A brace that is meant itself is `\\{`.",
    wrong: "let said = \"a { b\"", right: "let said = \"a \\{ b\""),
  Explanation(
    "R037", "an empty pair of braces in a text",
    "Between `{` and `}` stands the expression whose value is shown there.",
    wrong: "let said = \"a {} b\"", right: "let said = \"a \\{\\} b\""),
  Explanation(
    "R100", "something else must stand here",
    "The message names what the rule of the language asks for in this place, and what was found.",
    wrong: "let = 3", right: "let x = 3"),
  Explanation(
    "R101", "a line that ends too early",
    """
    A statement ends with its line, unless a bracket is open, the line ends with an operator or a comma, or the next line \
    begins with `|`. So what must follow has to stand on this line.
    """, wrong: "let x", right: "let x =\n  3"),
  Explanation(
    "R102", "a text that ends too early",
    "The last line asks for something more. At the prompt Rep waits for another line.",
    wrong: "let x = 1 +", right: "let x = 1 + 2"),
  Explanation(
    "R103", "a bracket that is never closed",
    """
    The mark stands under the bracket that was opened. In a file, a line in the first column that begins a declaration closes \
    everything above it, so that the rest is still read. A closing bracket inside a comment closes nothing.
    """, wrong: "let x = (1 + 2\nlet y = 3", right: "let x = (1 + 2)\nlet y = 3"),
  Explanation(
    "R104", "a bracket that closes nothing", "There is no open bracket that this one could close.",
    wrong: "let x = 1)", right: "let x = (1)"),
  Explanation(
    "R105", "a text that is nested too deep",
    "Brackets may stand 200 levels deep, and 500 operators one behind the other. Give the inner parts names.",
    wrong: "let x = " + String(repeating: "(", count: 201) + "1" + String(repeating: ")", count: 201),
    right: "let x = (1)"),
  Explanation(
    "R106", "`=` in a condition",
    "`=` gives a value to a name. Numbers and dates are compared with `==`, terms and records with `is`.",
    wrong: "let x = 1\nif x = 1 { show x }", right: "let x = 1\nif x == 1 { show x }"),
  Explanation(
    "R107", "`=` in place of `:`", "Named arguments and fields are written with `:`.",
    wrong: "fn area(width, height) = width * height\narea(width: 2, height = 3)",
    right: "fn area(width, height) = width * height\narea(width: 2, height: 3)"),
  Explanation(
    "R108", "comparisons that chain",
    "`1 < x < 3` means different things in different languages. Write `x in 1..3`, or join two comparisons with `and`.",
    wrong: "let x = 2\n1 < x < 3", right: "let x = 2\n1 < x and x < 3"),
  Explanation(
    "R109", "`??` beside a comparison",
    "Both bracketings make sense, and each would surprise someone. So one of them has to be written.",
    wrong: "let x = unknown\nx ?? 0 > 3", right: "let x = unknown\n(x ?? 0) > 3"),
  Explanation(
    "R110", "a word of the language as a name",
    "Forty words are reserved. After `.` and before `:` any word is a field; as a name it stands in backticks.",
    wrong: "let by = 3", right: "let `by` = 3"),
  Explanation(
    "R111", "two things side by side",
    "Two values on one line need an operator between them. What belongs to a name is glued to it: `f(x)`, `c.host`, `xs[1]`.",
    wrong: "let x = 1 2", right: "let x = [1, 2]"),
  Explanation(
    "R112", "a brace on the next line",
    "`{` stands on the line of what it belongs to. Otherwise the line above would be complete without it.",
    wrong: "case a \"A case\"\n{ origin: China }", right: "case a \"A case\" { origin: China }"),
  Explanation(
    "R113", "two words that are neither a field nor a record",
    "A field has a colon: `origin: China`. A record goes on with braces, a label or a parent.",
    wrong: "case a { origin China }", right: "case a { origin: China }"),
  Explanation(
    "R114", "a field outside a record", "Fields say something about a record and stand between its braces.",
    wrong: "origin: China", right: "case a { origin: China }"),
  Explanation(
    "R115", "an event outside a record", "An event is a line of a case, which says whom it concerns.",
    wrong: "2022-05 arrest by police", right: "case a { 2022-05 arrest by police }"),
  Explanation(
    "R116", "an expression in a text of a record",
    "Records are data: their texts, and labels, say what they say. A brace is `\\{`.",
    wrong: "case a { note: \"costs {100}\" }", right: "case a { note: \"costs \\{100\\}\" }"),
  Explanation(
    "R117", "a calculation in a record",
    "A record holds what was claimed, so nothing is worked out in it. A field that is worked out from others is declared in its kind.",
    wrong: "kind wait { length: number }\nwait a { length: 3 + 4 }",
    right: "kind wait { length: number }\nwait a { length: 7 }"),
  Explanation(
    "R118", "a comma that is missing", "Fields on one line are separated by commas.",
    wrong: "kind room { size: number, floor: number }\nroom a { size: 5 floor: 2 }",
    right: "kind room { size: number, floor: number }\nroom a { size: 5, floor: 2 }"),
  Explanation(
    "R119", "a part that stands twice",
    "Each of `by`, `via`, `on`, `in` stands once in an event, with a list where there are several.",
    wrong: "case a { 2022-05 arrest by police by military }", right: "case a { 2022-05 arrest by police, military }"
  ),
  Explanation(
    "R120", "a part of an event that stands too late",
    "An event goes: date, stage, act; `by`, `via`, `on`, `in` in any order; remark; fields in braces; sources.",
    wrong: "case a { 2022-05 arrest \"at home\" by police }", right: "case a { 2022-05 arrest by police \"at home\" }"),
  Explanation(
    "R121", "a line of a record that goes on",
    "The line was complete. A name of several words stands in backticks, a text in quotation marks.",
    wrong: "kind book { title: text }\nbook a { title: Repression Abroad }",
    right: "kind book { title: text }\nbook a { title: \"Repression Abroad\" }"),
  Explanation(
    "R122", "a step with glued brackets and more behind them",
    "Brackets that are glued to a step hold everything it is given. With a space, they begin its first argument.",
    wrong: "cases | where(.origin is China) and .host is Laos",
    right: "cases | where (.origin is China) and .host is Laos"),
  Explanation(
    "R123", "nothing between two pipes", "Between two `|` stands a step.", wrong: "cases | | count",
    right: "cases | count"),
  Explanation(
    "R124", "a pipe with nothing before it",
    "A step works on what stands before it. At the prompt a line that begins with `|` goes on from the last answer; in a file there is none.",
    wrong: "| count", right: "cases | count"),
  Explanation(
    "R125", "`else` or `unknown` without its `if`",
    "They stand on the line of the `}` before them, so that files and the prompt read alike.",
    wrong: "if true { show 1 }\nelse { show 2 }", right: "if true { show 1 } else { show 2 }"),
  Explanation(
    "R126", "a choice without `else`", "`if … then …` is a value, so it needs a value for the other case too.",
    wrong: "let x = if true then 1\nshow x", right: "let x = if true then 1 else 2"),
  Explanation(
    "R127", "a date where a division was meant",
    "`2018/2020`, glued, is the time from 2018 to 2020. A division has spaces.",
    wrong: "let half = 2018/2020 + 1", right: "let half = 2018 / 2020 + 1"),
  Explanation(
    "R128", "`->` without names before it", "Before `->` stands a name, or names in brackets.",
    wrong: "let f = (1, 2) -> 3", right: "let f = (a, b) -> 3"),
  Explanation(
    "R129", "a dot without a field",
    "A field is glued to its dot on both sides; a range has two dots; a number has digits behind its point.",
    wrong: "let x = 1.", right: "let x = 1.0"),
  Explanation(
    "R130", "braces that belong to nothing",
    "Braces hold the fields of a record, the statements behind a word such as `if`, or what a step is given.",
    wrong: "{ show 1 }", right: "if true { show 1 }"),
  Explanation(
    "R131", "a comma that separates nothing", "Several values together are a list.", wrong: "1, 2", right: "[1, 2]"),
  Explanation(
    "R132", "`not` behind an operator", "`not` binds loosely, so behind an operator it needs brackets.",
    wrong: "true == not false", right: "true == (not false)"),
  Explanation(
    "R133", "a kind in the wrong place",
    "The kind of a parameter stands behind its `:`, that of a result behind the brackets: `fn f(a: number): number`. Lists are `list of T`.",
    wrong: "fn f(a) -> number = a", right: "fn f(a): number = a"),
  Explanation(
    "R134", "a line that goes on from nothing",
    "`by`, `on`, `per`, `as` and `at` add to something on the same line, or in a record to the line above.",
    wrong: "source doj \"Department of Justice\"\ncase a { origin: China }\nper doj",
    right: "source doj \"Department of Justice\"\ncase a per doj { origin: China }"),
  Explanation(
    "R135", "a statement in a record", "A record holds fields, events and other records. Questions stand outside it.",
    wrong: "case a { let x = 1 }", right: "let x = 1\ncase a { origin: China }"),
  Explanation(
    "R136", "a date in the wrong shape or place",
    "An event begins with its date, without a colon; a year has four digits.",
    wrong: "case a { 2022-05: arrest }", right: "case a { 2022-05 arrest }"),
  Explanation(
    "R137", "pages in another shape", "Pages are `p. 12` or `p. 12-14`; any other place in a source is a text.",
    wrong: "source doj \"Department of Justice\"\ncase a { origin: China per doj pp. 12 }",
    right: "source doj \"Department of Justice\"\ncase a { origin: China per doj p. 12 }"),
  Explanation(
    "R138", "`or` behind a condition of a pattern",
    "It could belong to the condition or to the pattern, so brackets must tell: `(a where .x == 1) or b`.",
    wrong: "pattern p = a where .x == 1 or b", right: ""),
  Explanation(
    "R139", "a word of another language",
    "The word belongs to another language; the message says how Rep says it.",
    wrong: "def area(w, h) = w * h", right: "fn area(w, h) = w * h"),
  Explanation(
    "R140", "`?` as an operator", "A choice is written in words. `?` stands behind doubtful dates and in patterns.",
    wrong: "let x = 2\nx == 1 ? 3 : 4", right: "let x = 2\nif x == 1 then 3 else 4"),
]
