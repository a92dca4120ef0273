/// How numbers are printed, the same everywhere.
///
/// An integer has no grouping. A real has the fewest digits that read back as the same number, and no point when it is
/// whole: `10 / 2` prints `5`, as a spreadsheet shows it.
public enum NumberText {
  /// In full: `0.1`, `5`, `1234567.25`, `1e21`.
  public static func full(_ number: Double) -> String {
    if number.isNaN { return "undefined" }
    if number.isInfinite { return number < 0 ? "-infinity" : "infinity" }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return plain(number.description)
  }

  /// Short, as in tables and between ends: two decimals, or two digits for what is smaller.
  public static func short(_ number: Double) -> String {
    guard number.isFinite, number != 0, abs(number) < 1e12 else { return full(number) }
    var scale = 100.0
    while abs(number) * scale < 10 && scale < 1e15 { scale *= 10 }
    let rounded = (number * scale).rounded() / scale
    return full(rounded)
  }

  public static func full(_ number: Quantity.Number) -> String {
    switch number {
    case .integer(let number): String(number)
    case .real(let number): full(number)
    }
  }

  public static func short(_ number: Quantity.Number) -> String {
    switch number {
    case .integer(let number): String(number)
    case .real(let number): short(number)
    }
  }

  /// `12–15`; a dash behind a minus would be misread, so that `-3 to 5` has a word.
  static func range(_ low: String, _ high: String, isNegative: Bool) -> String {
    low == high ? low : isNegative ? "\(low) to \(high)" : "\(low)–\(high)"
  }

  /// `1e-05` and `1e+21` as Rep writes them; small exponents are written out.
  private static func plain(_ text: String) -> String {
    guard let mark = text.firstIndex(of: "e") else { return text }
    let exponent = Int(text[text.index(after: mark)...].drop { $0 == "+" }) ?? 0
    var digits = text[..<mark].filter { $0 != "-" && $0 != "." }
    let sign = text.hasPrefix("-") ? "-" : ""
    if exponent < 0 && exponent >= -6 {
      while digits.count > 1 && digits.hasSuffix("0") { digits.removeLast() }
      return "\(sign)0.\(String(repeating: "0", count: -exponent - 1))\(digits)"
    }
    var mantissa = String(text[..<mark])
    if mantissa.hasSuffix(".0") { mantissa.removeLast(2) }
    return "\(mantissa)e\(exponent)"
  }
}
