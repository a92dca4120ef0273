import Diagnostics

/// More of the messages about names, arguments and what stands where (R200 to R299, R900).
public let nameExplanations: [Explanation] = [
  Explanation(
    "R201", "A name that nothing has",
    "Names are looked up over the whole project before anything runs, so that a slip of the pen is a message and never "
      + "an empty answer. A text stands in quotation marks.", wrong: "show Cambodja", right: "show Cambodia"),
  Explanation(
    "R202", "A step or function that there is not",
    "What stands behind `|`, or before `(`, must be a function of the library or of the script.",
    wrong: "[1, 2] | wher it > 1", right: "[1, 2] | where it > 1"),
  Explanation(
    "R203", "One name for two things",
    "One word means one thing: within a file each name is declared once. At the prompt a new `let` takes the place of "
      + "the old one.", wrong: "let x = 1\nlet x = 2", right: "let x = 1\nx = 2"),
  Explanation(
    "R204", "A name that a record has already",
    "Records, terms, functions and variables share one space of names. A variable must not hide a record.",
    wrong: "let Cambodia = 1", right: "let host = 1"),
  Explanation(
    "R205", "A name that a kind has already", "Kinds and the tables of their records keep their names to themselves.",
    wrong: "let cases = 1", right: "let my_cases = 1"),
  Explanation(
    "R206", "A name that the prompt takes for itself", "`help`, `what`, `quit` and `exit` are commands of the prompt.",
    wrong: "let quit = 1", right: "let leaves = 1"),
  Explanation(
    "R207", "A kind or a function where a value should be",
    "A kind says what its records are. All of them together have another name, the plural; whether one thing is of the "
      + "kind is asked with `is`. A function gives a value when it is called, with brackets: `country(\"Laos\")`.",
    wrong: "show case", right: "show cases"),
  Explanation(
    "R208", "A name that may be several things",
    "The trees of the field share words: `charged` is a step of a court and a status. Beside a field the right tree is "
      + "known; elsewhere the name says which is meant.", wrong: "show charged", right: "show status.charged"),
  Explanation(
    "R209", "A term that its tree has not", "Behind the name of a kind and a dot stands one of its terms.",
    wrong: "show status.chargd", right: "show status.charged"),
  Explanation(
    "R210", "A term where a test should be",
    "`.act is killing or abduction` asks whether the act is a killing, and then whether `abduction` is true, which it "
      + "is not and neither is it false.", wrong: "let host = Laos\nshow host is Cambodia or Laos",
    right: "let host = Laos\nshow host in [Cambodia, Laos]"),
  Explanation(
    "R211", "A field of nothing",
    "`.host` is the field of the row at hand. Inside a step there is one; outside there is none.",
    wrong: "show .host", right: "show Cambodia.name"),
  Explanation(
    "R212", "A count of nothing", "Inside `group` and other steps the rows are at hand; elsewhere they must be named.",
    wrong: "show count()", right: "show count([1, 2])"),
  Explanation(
    "R213", "A variable before its line",
    "A script runs from the top. Functions may be used above their line, variables not.",
    wrong: "show x\nlet x = 1", right: "let x = 1\nshow x"),
  Explanation(
    "R214", "A new value for a variable outside",
    "A function gives its answer back and changes nothing behind anyone's back.",
    wrong: "let n = 1\nfn f() {\n  n = 2\n}", right: "let n = 1\nfn f() = 2\nn = f()"),
  Explanation(
    "R215", "A new value for no variable", "`x = 2` replaces the value of a variable; the first one is given by `let`.",
    wrong: "x = 2", right: "let x = 2"),
  Explanation(
    "R216", "A kind that there is not", "A parameter may say what kind of value it takes.",
    wrong: "fn f(a: nmber) = a", right: "fn f(a: number) = a"),
  Explanation(
    "R217", "A reason that there is not", "Unknown has a reason from one short list, so that reasons can be counted.",
    wrong: "show unknown (dunno)", right: "show unknown (not_recorded)"),
  Explanation(
    "R218", "A name that hides a function",
    "A variable may bear the name of a library function, which is then out of reach.",
    wrong: "let upper = 1", right: "let upper_limit = 1"),
  Explanation(
    "R219", "A vague date behind `==`",
    "`2022-05` is one unknown day of May, so that hardly any date is surely the same.",
    wrong: "let visit = 2022-05-03\nshow visit == 2022-05", right: "let visit = 2022-05-03\nshow visit during 2022-05"),
  Explanation(
    "R229", "A field held against `unknown`",
    "What is not known may be the same as anything, so that `==` with `unknown` is unknown. Whether something is known is a question of its own.",
    wrong: "case c {}\nshow c.host == unknown", right: "case c {}\nshow c.host is unknown"),
  Explanation(
    "R220", "A value that is missing", "A parameter without a default must be given.", wrong: "show upper()",
    right: "show upper(\"a\")"),
  Explanation(
    "R235", "A default that needs itself",
    "A default that calls its own function without giving the parameter would never come to an end.",
    wrong: "fn f(a, b = f(a)) = b\nshow f(1)", right: "fn f(a, b = f(a, 0)) = b\nshow f(1, 2)"),
  Explanation(
    "R221", "A value too many", "A function takes what its declaration names, and no more.",
    wrong: "fn f(a) = a\nshow f(1, 2)", right: "fn f(a) = a\nshow f(1)"),
  Explanation(
    "R222", "A parameter that there is not", "What is named in a call must be one of the function's parameters.",
    wrong: "fn f(size) = size\nshow f(sice: 1)", right: "fn f(size) = size\nshow f(size: 1)"),
  Explanation(
    "R223", "A parameter given twice", "Each parameter is given once.",
    wrong: "fn f(a, b) = a + b\nshow f(a: 1, a: 2)", right: "fn f(a, b) = a + b\nshow f(a: 1, b: 2)"),
  Explanation(
    "R224", "Something piped into a function that takes nothing",
    "What stands before `|` is the first value that the function is given.", wrong: "fn one() = 1\nshow 5 | one",
    right: "fn one(x) = 1\nshow 5 | one"),
  Explanation(
    "R225", "`by`, `on` or `as` where there is none", "Only some steps have keys behind these words.",
    wrong: "show [1, 2] | where it > 1 by it", right: "show [2, 1] | sort by it"),
  Explanation(
    "R226", "Braces that the step does not take", "A block or record behind a step is its last argument.",
    wrong: "fn f(a) = a\nshow 1 | f { b: 2 }", right: "fn f(a, b) = a\nshow 1 | f { b: 2 }"),
  Explanation(
    "R227", "A named value for a function in a variable",
    "What a variable holds may be any function, so its parameters have no names here.",
    wrong: "let f = x -> x\nshow f(x: 1)", right: "let f = x -> x\nshow f(1)"),
  Explanation(
    "R228", "A block for a function in a variable", "Only functions known by name take a block.",
    wrong: "let f = x -> x\nshow 1 | f { let y = 2 }", right: "let f = x -> x\nshow 1 | f"),
  Explanation(
    "R230", "A value that nobody uses", "In a function the last value is given back; one before it is lost.",
    wrong: "fn f(a) {\n  a + 1\n  a + 2\n}", right: "fn f(a) {\n  show a + 1\n  a + 2\n}"),
  Explanation(
    "R231", "A line that is never reached", "`return` leaves the function at once.",
    wrong: "fn f(a) {\n  return a\n  show a\n}", right: "fn f(a) {\n  show a\n  return a\n}"),
  Explanation(
    "R232", "`break` or `continue` outside of a loop", "They leave, or go on with, the loop around them.",
    wrong: "break", right: "for x in 1..3 {\n  break\n}"),
  Explanation(
    "R233", "`return` outside of a function", "It gives the function's value back.", wrong: "return 1",
    right: "fn f() {\n  return 1\n}"),
  Explanation(
    "R234", "A record inside a function, `if` or loop",
    "Records say what is claimed, whatever runs: they stand at the top of a file.",
    wrong: "if true {\n  person wei \"Wei\" { }\n}", right: "person wei \"Wei\" { }"),
  Explanation(
    "R236", "More variables than a project can have", "A list or a table holds many values under one name.", wrong: "",
    right: ""),
  Explanation(
    "R237", "Columns without their kinds", "`typed` takes each column with the kind that its texts are to be read as.",
    wrong: "show read(text: \"a\\n1\") | typed .a", right: "show read(text: \"a\\n1\") | typed { a: integer } | count"),
  Explanation(
    "R238", "Something to work out where a word stands", "`typed as proposed` takes what `describe` proposes.",
    wrong: "show read(text: \"a\\n1\") | typed as \"proposed\"",
    right: "show read(text: \"a\\n1\") | typed as proposed | count"),
  Explanation(
    "R240", "A text that is no date", "`@\"…\"` takes a date as EDTF (ISO 8601-2) writes it, at any of its levels.",
    wrong: "show @\"2022-02-30\"", right: "show @\"2022-02-28\""),
  Explanation(
    "R241", "A part of a day, week, month or year", "Spans count whole units of the calendar.",
    wrong: "show 1.5 years", right: "show 18 months"),
  Explanation(
    "R242", "A unit that nothing is counted in",
    "A number in a question may have a unit, as in a record: `175_000 euros`. The unit is one that a record has, or what "
      + "records of a kind are called, so that a slip of the pen never compares with nothing. Numbers of different units have no order among "
      + "each other.", wrong: "show 3 casses", right: "show 3 cases"),
  Explanation(
    "R900", "A part of the language that this version has not",
    "The grammar of the whole language is settled, so that a script written for a later version is read and plainly "
      + "refused, not misread.", wrong: "rule r(c) \"…\" {\n  require c.host is known\n}", right: ""),
]
