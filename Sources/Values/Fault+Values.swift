import Diagnostics

// Every message about values that do not fit (R301, R330 to R349, R390 to R391), as it reads where it is thrown.
extension Fault {
  static func notATruth(_ value: Value) -> Fault {
    let help: String?
    switch value.settled {
    case .short, .text, .integer, .real, .date:
      help = "a question compares: `.x == \(value.quoted)`; one of several is `.x in [\(value.quoted), …]`"
    case .entity(let entity):
      help = "a question compares: `.x is \(entity.typedPath)`; one of several is `.x in [\(entity.typedPath), …]`"
    case .truth, .none, .unknown, .list, .record, .map, .span, .quantity, .range, .disputed, .series, .table, .sealed,
      .function:
      help = nil
    }
    return Fault("R301", "a condition must be true, false or unknown, not \(value.kindName)", help: help)
  }

  static func overflow(_ operation: ArithmeticOperator, _ left: Int, _ right: Int) -> Fault {
    Fault(
      "R330", "\(left) \(operation.rawValue) \(right) is beyond the whole numbers that Rep can hold",
      help: "write one side with a decimal point to reckon approximately")
  }

  static func divisionByZero() -> Fault { Fault("R331", "a division by zero has no answer") }

  static func noneInArithmetic(_ operation: ArithmeticOperator) -> Fault {
    Fault(
      "R332", "`none` says that there is no such thing, so there is nothing for `\(operation.rawValue)` to reckon with")
  }

  static func dateWithNumber(_ operation: ArithmeticOperator, _ number: Int) -> Fault {
    Fault(
      "R333", "a date and a number do not go together with `\(operation.rawValue)`",
      help: "say what the number counts: `\(number) days`, `\(number) months`, `\(number) years`")
  }

  static func doesNotFit(_ operation: ArithmeticOperator, _ left: Value, _ right: Value) -> Fault {
    let help: String?
    switch (operation, left, right) {
    case (.plus, .list, _), (.plus, _, .list): help = "`append(xs, x)` adds one, `append_all(xs, ys)` joins two lists"
    case (.plus, .short, _), (.plus, .text, _), (.plus, _, .short), (.plus, _, .text):
      help = "to put a value into a text, write \"{value} …\""
    default: help = nil
    }
    return Fault(
      "R334", "`\(operation.rawValue)` does not go with \(left.kindName) and \(right.kindName)", help: help)
  }

  static func cannotCompare(_ operation: String, _ left: Value, _ right: Value) -> Fault {
    let help: String?
    switch (left, right) {
    case (.date, .integer(let year)), (.integer(let year), .date):
      help = "to ask about the year, write `during \(year)`, `before \(year)` or `after \(year)`"
    case (.entity(let entity), .short), (.entity(let entity), .text):
      let name = right.string.map { $0.isEmpty || $0.contains(" ") ? "NAME" : $0 } ?? "NAME"
      help =
        "to ask whether it is that \(entity.kind.name), write `is \(name)`, without quotation marks; its name as a text"
        + " is `.name`"
    case (.integer, .short), (.integer, .text), (.real, .short), (.real, .text), (.short, .integer), (.text, .integer),
      (.short, .real), (.text, .real):
      let number = left.string == nil ? left : right
      help =
        "compare with a text, `\"\(number.printed)\"`, or with what the text says as a number: `number(…)`; a column of a file is "
        + "read as numbers by `| typed { age: number }`"
    case (.date, .short), (.date, .text), (.short, .date), (.text, .date):
      help = "`date(…)` is the date that a text says; a column of a file is read as dates by `| typed { opened: date }`"
    case (.list, _), (.table, _): help = "`xs has x` asks whether a list holds something"
    case (_, .list), (_, .table): help = "`x in xs` asks whether something is one of a list"
    default: help = nil
    }
    let verb = operation == "==" ? "be the same as" : "be compared with"
    let fault = Fault("R335", "\(left.kindName) can never \(verb) \(right.kindName)", help: help)
    return left.string == nil ? fault.helpingToRead(right, as: left) : fault.helpingToRead(left, as: right)
  }

  static func cannotGoThrough(_ value: Value, _ who: String) -> Fault {
    Fault("R336", "\(who) needs a list, a table or a range, not \(value.kindName)")
  }

  static func tableIsUndecided(_ who: String, _ count: Int) -> Fault {
    Fault(
      "R337", "\(count) \(count == 1 ? "row" : "rows") of this table cannot be decided, and \(who) needs decided rows",
      help: "write `| certain` or `| undecided` to say which rows are meant")
  }

  static func rangeIsTooLong(_ count: Int) -> Fault {
    Fault("R338", "a list of \(count) numbers is too long to be made")
  }
}

// What ends before it is done.
extension Fault {
  static func cancelled() -> Fault { Fault(.init("R390", "stopped"), isCancellation: true) }

  static func memoryUsedUp() -> Fault {
    Fault(
      Diagnostic(
        "R391", "stopped: this takes more memory than there is",
        help: "is a list or a text made that grows without end? `ulimit -v` may also be lower than needed"),
      isCancellation: true)
  }
}

// Lists and texts.
extension Fault {
  public static func tooLong(_ holder: String, _ most: Int, argument: Int? = nil) -> Fault {
    Fault("R372", "a \(holder) cannot be longer than \(most)", argument: argument)
  }
}

// Dates.
extension Fault {
  static func dateTooFar() -> Fault { Fault("R340", "a date moved so far is beyond the calendar") }

  static func notBetweenDays() -> Fault {
    Fault(
      "R341", "`A..B` is one day between two days, and one of these is a stretch",
      help: "write its first or its last day")
  }

  static func endsBeforeItBegins(_ first: Date, _ last: Date) -> Fault {
    Fault("R342", "no day lies between \(first.text) and \(last.text), which comes before it")
  }
}

// Spans.
extension Fault {
  static func spanTooLong() -> Fault { Fault("R343", "a span this long is beyond the calendar") }

  static func notWhole(_ count: Double, _ unit: Span.Unit) -> Fault {
    let smaller = unit.length.months == 0 ? "days" : "months"
    return Fault(
      "R344", "\(NumberText.full(count)) \(unit.rawValue)s is not a whole number of \(smaller)",
      help: "write it in whole \(smaller)")
  }

  static func monthsNotWhole(_ months: Double) -> Fault {
    Fault(
      "R344", "\(NumberText.full(months)) months is not a whole number of months",
      help: "months differ in length: work it out in days")
  }

  static func spanWithUnit(_ unit: String?) -> Fault {
    Fault(
      "R345",
      "a span can be multiplied and divided by a plain number, not by a number\(unit.map { " of \($0)" } ?? "")",
      help: "`point(n)` gives the number without its unit")
  }
}

// Numbers.
extension Fault {
  public static func notFinite() -> Fault { Fault("R346", "the result is too large for a number") }

  public static func unitsDiffer(_ one: String, _ other: String, _ verb: String) -> Fault {
    let what =
      switch verb {
      case "+": "\(one) and \(other) cannot be added"
      case "-": "\(other) cannot be taken from \(one)"
      default: "\(one) cannot be compared with \(other)"
      }
    return Fault("R347", what, help: "both must have the same unit")
  }

  static func unitsMultiplied(_ one: String, _ other: String) -> Fault {
    Fault("R348", "\(one) cannot be multiplied by \(other)", help: "one of the two must be a plain number")
  }

  static func dividedByUnit(_ unit: String) -> Fault {
    Fault("R348", "a plain number cannot be divided by \(unit)")
  }
}
