import Values

// Every message of the library, as it reads where it is thrown.
extension Fault {
  static func notANumber(_ text: String, argument: Int) -> Fault {
    Fault(
      "R360", "the text \(quoted(text)) is not a number", argument: argument,
      help: "`is_number(text)` tells beforehand: `if is_number(x) then number(x) else unknown (garbled)`")
  }

  static func twoReadings(_ text: String, whole: String, decimal: String, argument: Int) -> Fault {
    Fault(
      "R361", "the text \(quoted(text)) can be read as \(whole) and as \(decimal)", argument: argument,
      help: "say which is meant: `number(replace(x, \",\", \"\"))` or `number(replace(x, \",\", \".\"))`")
  }

  static func noSuchPosition(_ position: Int, count: Int, _ holder: String, argument: Int) -> Fault {
    Fault(
      "R362", "there is no position \(position) in a \(holder) of \(count)", argument: argument,
      help: count == 0 ? "the \(holder) is empty" : "positions count from 1 to \(count)")
  }

  static func mustBeAtLeast(_ least: Int, _ parameter: String, _ function: String, not number: Int, argument: Int)
    -> Fault
  {
    Fault("R363", "`\(parameter)` of `\(function)` must be at least \(least), not \(number)", argument: argument)
  }

  static func dividesByZero(_ function: String, argument: Int) -> Fault {
    Fault(
      "R364", "`\(function)` cannot divide by 0", argument: argument,
      help: "`if b == 0 then unknown else \(function)(a, b)` leaves it open")
  }

  static func tooLarge(_ function: String) -> Fault {
    Fault(
      "R365", "the answer of `\(function)` is too large for a whole number",
      help: "with a decimal point, as in `2.0`, it is worked out as a real number, no longer exact")
  }

  static func noAnswer(_ function: String, _ needed: String, not number: Double, argument: Int) -> Fault {
    Fault("R366", "`\(function)` has an answer only for \(needed), not for \(shown(number))", argument: argument)
  }

  static func needsOneEnd(_ function: String, argument: Int) -> Fault {
    Fault(
      "R367", "`\(function)` needs a number without two ends", argument: argument,
      help: "`low(x)`, `high(x)` and `point(x)` give plain numbers")
  }

  static func emptyText(_ parameter: String, _ function: String, argument: Int) -> Fault {
    Fault(
      "R368", "`\(parameter)` of `\(function)` must not be empty", argument: argument,
      help: function == "split" ? "`characters(text)` gives every character of a text" : nil)
  }

  static func noSuchName(_ name: String, argument: Int) -> Fault {
    Fault(
      "R369", "the record has no \(quoted(name))", argument: argument,
      help: "`names(record)` lists what it has")
  }

  static func notAName(_ function: String, _ value: Value, argument: Int) -> Fault {
    Fault(
      "R370", "a name in a record must be a text or a whole number, not \(value.kindName)", argument: argument)
  }

  static func notAPair(_ value: Value, argument: Int) -> Fault {
    Fault(
      "R371", "each item must be a list of a name and a value, not \(value.kindName)", argument: argument,
      help: "`record([[\"a\", 1], [\"b\", 2]])`")
  }

  static func differentLengths(_ first: Int, _ second: Int, argument: Int) -> Fault {
    Fault(
      "R373", "both lists must be of one length, but the first has \(first) and the second \(second)",
      argument: argument)
  }

  static func undecidedOrder(_ first: Value, _ second: Value) -> Fault {
    Fault(
      "R374", "the order cannot be told: the comparison of two items is unknown", argument: 1,
      help: "`sort by` puts unknown last; `certainly(…)` takes unknown as false")
  }

  static func notADate(_ text: String, _ error: DateError, argument: Int) -> Fault {
    if let standard = WrittenDate.standard(text) {
      return Fault(
        "R375", "the text \(quoted(text)) is not a date of Rep", argument: argument,
        help:
          "a date begins with its year: \(standard); in a table `typed dates: \"31/12/2015\" { … }` reads such texts")
    }
    return Fault(
      "R375", "the text \(quoted(text)) is not a date: \(error.message)", argument: argument, help: error.help)
  }

  static func noSuchDay(_ year: Int, _ month: Int, _ day: Int) -> Fault {
    Fault("R376", "the calendar has no day \(day) of month \(month) in the year \(year)")
  }

  static func notATerm(_ function: String, _ value: Value, argument: Int) -> Fault {
    Fault("R377", "`\(function)` needs a term, not \(value.kindName)", argument: argument)
  }

  static func cannotBeNumber(_ value: Value, argument: Int) -> Fault {
    Fault("R378", "\(value.kindName) cannot be read as a number", argument: argument)
  }

  static func notATextInList(_ value: Value, at position: Int, argument: Int) -> Fault {
    Fault(
      "R379", "item \(position) must be a text, not \(value.kindName)", argument: argument,
      help: "`map text` makes texts of all items: `xs | map text | join_texts \", \"`")
  }

  /// A text in quotation marks, shortened where it is long, on one line.
  private static func quoted(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count < text.count || line.count > 40 ? "\"\(line.prefix(40))…\"" : "\"\(line)\""
  }

  private static func shown(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
