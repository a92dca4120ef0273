import Diagnostics
import Evaluation
import Values

/// Functions that make a value of one kind into a value of another.
let conversionBuiltins: [Builtin] = [
  Builtin(
    """
    ## Any value as the text that is shown for it; unknown stays unknown.
    ##
    ##     text(12) | length      --> 2
    ##     text([1, 2])           --> [1, 2]
    fn text(value): text
    """
  ) { call throws(Fault) in
    if let reasons = call[0].reasons { return .unknown(reasons) }
    if call[0].isSealed { throw .sealed("`text`", argument: 0) }
    return .text(bytes: try call[0].settled.writtenBytes(call.watch))
  },

  Builtin(
    """
    ## The number that a text says.
    ##
    ##     number("230")   --> 230
    ##     number("45%")   --> 0.45
    fn number(value): number
    """
  ) { call throws(Fault) in
    let value = call[0].settled
    if let reasons = value.reasons { return .unknown(reasons) }
    switch value {
    case .integer, .real, .quantity: return value
    case .short, .text:
      let text = value.string ?? ""
      if let number = WrittenNumber(text)?.value { return number }
      if let (whole, decimal) = WrittenNumber.twoReadings(text) {
        throw .twoReadings(text, whole: whole, decimal: decimal, argument: 0)
      }
      throw .notANumber(text, argument: 0)
    case .truth, .none, .unknown, .list, .record, .map, .date, .span, .range, .entity, .disputed, .series, .table,
      .function:
      throw .cannotBeNumber(value, argument: 0)
    case .sealed: throw .sealed("`number`", argument: 0)
    }
  },

  Builtin(
    """
    ## Whether a text says a number, so that `number` can read it.
    ##
    ##     is_number("230")       --> true
    ##     is_number("several")   --> false
    fn is_number(text: text): truth
    """
  ) { call throws(Fault) in .truth(WrittenNumber(try call.text(0)) != nil) },

  Builtin(
    """
    ## The items of a range or a table as a list.
    ##
    ##     list(1..4)   --> [1, 2, 3, 4]
    fn list(items: list): list
    """
  ) { call throws(Fault) in .list(try call.takeItems(0)) },
]

/// A number as people write it in a cell of a table: `-12`, `3.5`, `1e6`, `45%`, `1_000`.
struct WrittenNumber {
  let value: Value

  init?(_ text: String) {
    // Spaces may stand around the number, not inside it.
    var digits = text.trimmed
    if digits.hasPrefix("\u{2212}") { digits = "-" + digits.dropFirst() }
    let isPercent = digits.hasSuffix("%")
    if isPercent { digits.removeLast() }
    guard WrittenNumber.isPlain(digits) else { return nil }
    digits.removeAll { $0 == "_" }
    if !isPercent, let whole = Int(digits) {
      value = .integer(whole)
      return
    }
    guard let real = Double(isPercent ? digits + (digits.contains("e") ? "" : "e-2") : digits), real.isFinite else {
      return nil
    }
    // A whole number too long for 64 bits would lose its last digits without a word.
    if !isPercent, digits.allSatisfy({ $0.isNumber || $0 == "-" || $0 == "+" }) { return nil }
    value = .real(isPercent && digits.contains("e") ? real / 100 : real)
  }

  /// Only ASCII digits, one point between digits, an exponent, single `_` between digits.
  private static func isPlain(_ text: String) -> Bool {
    var rest = Substring(text)
    if let first = rest.first, first == "-" || first == "+" { rest.removeFirst() }
    guard takeDigits(&rest) else { return false }
    if rest.first == "." {
      rest.removeFirst()
      guard takeDigits(&rest) else { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if let first = rest.first, first == "-" || first == "+" { rest.removeFirst() }
      guard takeDigits(&rest) else { return false }
    }
    return rest.isEmpty
  }

  private static func takeDigits(_ rest: inout Substring) -> Bool {
    var last: Character?
    while let next = rest.first, ("0"..."9").contains(next) || (next == "_" && last != nil && last != "_") {
      last = next
      rest.removeFirst()
    }
    return last != nil && last != "_"
  }

  /// `1,234` and `12.345,6` are written differently in different countries; gives what each reading would be.
  static func twoReadings(_ text: String) -> (whole: String, decimal: String)? {
    guard text.count(where: { $0 == "," }) == 1 else { return nil }
    let whole = text.filter { $0 != "," }
    let decimal = text.replacingComma
    guard isPlain(whole), isPlain(decimal) else { return nil }
    return (whole, decimal)
  }
}

extension String {
  fileprivate var replacingComma: String { String(map { $0 == "," ? "." : $0 }) }
}
