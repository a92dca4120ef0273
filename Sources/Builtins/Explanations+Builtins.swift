import Diagnostics

/// More of the messages of the library's functions (R360 to R379).
public let builtinExplanations: [Explanation] = [
  Explanation(
    "R360", "A text that is no number",
    "`number` reads what a cell of a table says. What it cannot read is an error there, so that nothing is lost on the way.",
    wrong: "show number(\"several\")",
    right: "let x = \"several\"\nshow if is_number(x) then number(x) else unknown (garbled)"),
  Explanation(
    "R361", "A number with two readings",
    "`1,234` is a thousand and more in one country and little more than one in another. Rep does not guess.",
    wrong: "show number(\"1,234\")", right: "show number(replace(\"1,234\", \",\", \"\"))"),
  Explanation(
    "R362", "A position that a list has not", "Positions count from 1 to the length of the list.",
    wrong: "show with([1, 2], 3, 0)", right: "show with([1, 2], 2, 0)"),
  Explanation(
    "R363", "A number that is too small",
    "Positions begin at 1; nothing can be repeated or left out less than 0 times.",
    wrong: "show slice(\"Cambodia\", 0, 3)", right: "show slice(\"Cambodia\", 1, 3)"),
  Explanation(
    "R364", "A division by zero", "There is no answer to how often nothing goes into something.",
    wrong: "show div(7, 0)", right: "let n = 0\nshow if n == 0 then unknown else div(7, n)"),
  Explanation(
    "R365", "A whole number that is too large",
    "Whole numbers are exact, with at most 19 digits. With a decimal point a number may be larger, and is no longer exact.",
    wrong: "show power(10, 30)", right: "show power(10.0, 30)"),
  Explanation(
    "R366", "A number without an answer", "No number multiplied by itself is below 0, and no power of a base is.",
    wrong: "show sqrt(-1)", right: "show sqrt(1)"),
  Explanation(
    "R367", "A number with two ends where one is needed",
    "What is counted over undecided rows has a low and a high end. Some functions have no answer for both at once.",
    wrong: "show mod(day(2022-10), 7)", right: "show mod(high(day(2022-10)), 7)"),
  Explanation(
    "R368", "An empty text to look for",
    "The empty text stands between all characters, so looking for it finds nothing useful.",
    wrong: "show split(\"abc\", \"\")", right: "show characters(\"abc\")"),
  Explanation(
    "R369", "A name that a record has not", "Only a name that is there can be taken out; `names` lists them.",
    wrong: "show remove({ a: 1 }, \"b\")", right: "show remove({ a: 1 }, \"a\")"),
  Explanation(
    "R370", "Something that cannot be a name", "The names in a record are texts or whole numbers.",
    wrong: "show with({ a: 1 }, [1], 2)", right: "show with({ a: 1 }, \"b\", 2)"),
  Explanation(
    "R371", "A record made of something else than pairs", "`record` takes a list of lists, each of a name and a value.",
    wrong: "show record([\"a\", 1])", right: "show record([[\"a\", 1]])"),
  Explanation(
    "R372", "A list or a text that would be too long",
    "A mistake in a number must not fill the memory: lists end at a hundred million items, texts at as many bytes.",
    wrong: "show length(repeat([0, 1], 1_000_000_000_000))", right: "show length(repeat([0, 1], 1000))"),
  Explanation(
    "R373", "Lists of different lengths", "`zip` makes pairs, and leaves nothing over without a word.",
    wrong: "show zip([1, 2], [1])", right: "show zip([1, 2], [1, 2])"),
  Explanation(
    "R374", "An order that cannot be told",
    "The function that compares must say yes or no for any two items. `sort by` knows a place for what is unknown.",
    wrong: "show sort_with([1, unknown], (a, b) -> a < b)", right: "show sort_with([2, 1], (a, b) -> a < b)"),
  Explanation(
    "R375", "A text that is no date",
    "`date` reads what EDTF (ISO 8601-2) writes: year, month, day, and how sure each is.",
    wrong: "show date(\"3 May 2022\")", right: "show date(\"2022-05-03\")"),
  Explanation(
    "R376", "A day that the calendar has not",
    "Months have 28 to 31 days, and years from 0 to 9999 are written with four digits.",
    wrong: "show date(2022, 2, 29)", right: "show date(2024, 2, 29)"),
  Explanation(
    "R377", "Something that is no term", "Only terms stand in trees.", wrong: "show path_of(5)",
    right: "show path_of(utility_cut)"),
  Explanation(
    "R378", "Something that is no number and no text", "`number` reads texts; a truth or a list says no number.",
    wrong: "show number([1])", right: "show number(\"1\")"),
  Explanation(
    "R379", "A text put together with something else",
    "`join_texts` takes texts only, so that nobody wonders how a number was written.",
    wrong: "show join_texts([1, 2])", right: "show [1, 2] | map text | join_texts"),
]
