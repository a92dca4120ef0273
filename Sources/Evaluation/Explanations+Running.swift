import Diagnostics

/// More of the messages of running that no builtin throws (R300 to R399).
public let runningExplanations: [Explanation] = [
  Explanation(
    "R301", "A condition that is no test", "A condition is true, false or unknown.", wrong: "if 1 {\n  show 2\n}",
    right: "if 1 == 1 {\n  show 2\n}"),
  Explanation(
    "R302", "A number with a part behind the point", "Some functions count, and take whole numbers only.",
    wrong: "show repeat(\"a\", 1.5)", right: "show repeat(\"a\", 2)"),
  Explanation(
    "R303", "A function with the wrong number of parameters",
    "A function that is given to another is called by it with a fixed number of values.",
    wrong: "show map([1, 2], (a, b) -> a)", right: "show map([1, 2], a -> a)"),
  Explanation(
    "R304", "A value of the wrong kind", "The declaration of a function says what it takes; `help` shows it.",
    wrong: "show upper(5)", right: "show upper(\"five\")"),
  Explanation(
    "R305", "A call with the wrong number of values",
    "A function held by a variable is given exactly what it takes.", wrong: "let f = (a, b) -> a + b\nshow f(1)",
    right: "let f = (a, b) -> a + b\nshow f(1, 2)"),
  Explanation(
    "R306", "A way to go that is unknown",
    "Where something is done or not done, an unknown condition cannot be passed over: that would be to answer no.",
    wrong: "if unknown {\n  show 1\n}", right: "if unknown {\n  show 1\n} unknown {\n  show 2\n}"),
  Explanation(
    "R307", "Functions that call each other too deeply", "A function that calls itself needs a way to end.",
    wrong: "fn f(n) = f(n + 1) + 1\nshow f(1)", right: "fn f(n) = if n > 9 then n else f(n + 1) + 1\nshow f(1)"),
  Explanation(
    "R308", "A call of something that is no function", "Only functions can be called.", wrong: "let x = 1\nshow x(2)",
    right: "let x = n -> n\nshow x(2)"),
  Explanation(
    "R309", "A function that needs a variable before its line",
    "A function may stand above the variables that it mentions, but be called only below them.",
    wrong: "fn f() = x\nshow f()\nlet x = 1", right: "fn f() = x\nlet x = 1\nshow f()"),
  Explanation(
    "R310", "A value that no arm fits", "`match` takes the first arm that holds; `else` is for all the rest.",
    wrong: "show match 3 { 1 -> \"one\", 2 -> \"two\" }",
    right: "show match 3 { 1 -> \"one\", 2 -> \"two\", else -> \"many\" }"),
  Explanation(
    "R311", "A field that the record has not", "Fields are declared by kinds, and by records as they are written.",
    wrong: "show { host: 1 }.hots", right: "show { host: 1 }.host"),
  Explanation(
    "R312", "A field of something without fields", "Records have fields, and so have lists and tables of them.",
    wrong: "let x = 5\nshow x.host", right: "let x = { host: 5 }\nshow x.host"),
  Explanation(
    "R313", "`is` about several things", "`is` asks one thing; a list is asked with `has`.",
    wrong: "show [Cambodia, Laos] is Cambodia", right: "show [Cambodia, Laos] has Cambodia"),
  Explanation(
    "R314", "`has` about one thing", "`has` asks a list; one thing is asked with `is`.",
    wrong: "show Cambodia has Laos", right: "show Cambodia is Laos"),
  Explanation(
    "R315", "A text held against a record", "A record is not its name: two places may share a name.",
    wrong: "show \"Cambodia\" is Cambodia", right: "show Cambodia.name == \"Cambodia\""),
  Explanation(
    "R316", "`in` about a date", "Whether a day lies in a stretch of time is asked with `during`.",
    wrong: "show 2022-05-03 in 2022-05", right: "show 2022-05-03 during 2022-05"),
  Explanation(
    "R317", "A search in something that holds nothing", "`in` looks into lists, tables, ranges, sets and texts.",
    wrong: "show 1 in 5", right: "show 1 in [5]"),
  Explanation(
    "R318", "`at` without a date", "`x at DATE` is what a field over time was then.",
    wrong: "show Cambodia at \"May\"", right: "show 2022-05"),
  Explanation(
    "R319", "`at` about something that does not change", "Only a field declared `over time` has dated values.",
    wrong: "let x = 5\nshow x at 2022-05", right: "let x = 5\nshow x"),
  Explanation(
    "R320", "A range of things that do not count", "A range goes from one whole number to another.",
    wrong: "let a = \"x\"\nshow a..\"z\"", right: "let a = 1\nshow a..9"),
  Explanation(
    "R321", "`before` and its like about something that is no date", "They compare dates.",
    wrong: "show 5 before 2022-05", right: "show 2022-04 before 2022-05"),
  Explanation(
    "R322", "An item that the list has not", "The items of a list are counted from 1.", wrong: "show [10, 20][3]",
    right: "show [10, 20][2]"),
  Explanation(
    "R323", "A position that is no whole number", "Items are reached by their position.",
    wrong: "show [10, 20][\"a\"]", right: "show [10, 20][1]"),
  Explanation(
    "R324", "A name that the record has not", "`record[\"name\"]` reads a part whose name was worked out.",
    wrong: "show { a: 1 }[\"b\"]", right: "show { a: 1 }[\"a\"]"),
  Explanation(
    "R325", "An item of something without items", "Lists, tables, ranges, texts and records have items.",
    wrong: "let x = 5\nshow x[1]", right: "let x = [5]\nshow x[1]"),
  Explanation(
    "R329", "A name that can stand in no such field",
    "`.on` holds people, and `father` by itself is what one person is to another: every answer would be no, whoever was "
      + "meant. A record inside another is reached by both names.",
    wrong: "case c {\n  relative father { }\n  2022 surveillance on father\n}\nevents | where .on has father",
    right: "case c {\n  relative father { }\n  2022 surveillance on father\n}\nevents | where .on has c.father"),
  Explanation(
    "R326", "A term asked of another tree, or of a record",
    "A term stands in one tree, so that a term of another tree could only ever be answered no, and hide a mistake. So could "
      + "one that is asked of a record which has such terms in a field: the field is asked.",
    wrong: "show killing is returned", right: "show killing is physical_attack"),
  Explanation(
    "R327", "A value nested too deep",
    "A list in a list in a list, and so on, is seldom what was meant, and goes deeper than anything that compares it.",
    wrong: "let xs = []\nfor i in 1..20_000 {\n  xs = [xs]\n}",
    right: "let xs = []\nfor i in 1..20_000 {\n  xs = append(xs, i)\n}"),
  Explanation(
    "R330", "A whole number too large",
    "Whole numbers are exact up to about nine million million million; past that Rep stops rather than go wrong.",
    wrong: "show 9_000_000_000_000_000_000 * 2", right: "show 9_000_000_000_000_000_000 * 2.0"),
  Explanation(
    "R331", "A division by zero", "There is no share of nothing.", wrong: "show 1 / 0", right: "show 1 / 2"),
  Explanation(
    "R332", "`none` in arithmetic", "`none` says that there is no such thing, which is no number.",
    wrong: "let age = none\nshow age + 1", right: "let age = 4\nshow age + 1"),
  Explanation(
    "R333", "A date and a bare number", "A number beside a date must say what it counts.",
    wrong: "show 2022-05-03 + 5", right: "show 2022-05-03 + 5 days"),
  Explanation(
    "R334", "Two things that an operator does not go with",
    "Arithmetic is for numbers, spans and dates; `+` also joins two texts.", wrong: "show 1 + \"a\"",
    right: "show \"{1}a\""),
  Explanation(
    "R335", "Two things that can never be the same",
    "A comparison across kinds would always be false, and so hide a mistake.", wrong: "show 1 == \"1\"",
    right: "show 1 == number(\"1\")"),
  Explanation(
    "R336", "A walk through something without items", "`for` goes through lists, tables, ranges and records.",
    wrong: "for x in 5 {\n  show x\n}", right: "for x in 1..5 {\n  show x\n}"),
  Explanation(
    "R337", "Undecided rows where rows must be decided",
    "Rows that could not be decided are neither taken nor dropped without a word.",
    wrong: "for x in [1, unknown] | where it == 1 {\n  show x\n}",
    right: "for x in [1, unknown] | where it == 1 | certain {\n  show x\n}"),
  Explanation(
    "R338", "A list too long to be made", "A range is not a list until something needs its items one by one.",
    wrong: "show 1..1_000_000_000 == [1]", right: "show 1..3 == [1, 2, 3]"),
  Explanation(
    "R350", "A check that does not hold", "`check` states what must be so; the message shows both sides.",
    wrong: "check 1 + 1 == 3", right: "check 1 + 1 == 2"),
  Explanation(
    "R390", "Stopped", "Ctrl-C, or a limit that was given, stopped what ran. Nothing that was entered is lost.",
    wrong: "", right: ""),
  Explanation(
    "R391", "Too little memory",
    "Rep stops before it takes more than three quarters of the machine's memory, or than `ulimit -v` allows. A list of "
      + "numbers takes 16 bytes an item; a text takes what it would in a file.",
    wrong: "", right: ""),
  Explanation(
    "R328", "A word looked for among records",
    "A case's events are events, and an act is what one of them has: `events has abduction` could only ever be no.",
    wrong: "case c { 2022 abduction }\nshow c.events has abduction",
    right: "case c { 2022 abduction }\nshow c.events.act has abduction"),
]
