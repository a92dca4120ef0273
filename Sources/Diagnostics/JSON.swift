/// A value of JSON, written compactly and in the order given.
public indirect enum JSON: Sendable {
  case null
  case truth(Bool)
  case integer(Int)
  case real(Double)
  case text(String)
  case list([JSON])
  case record([(String, JSON)])

  /// The value as JSON text, on one line.
  public var text: String {
    var output = ""
    write(to: &output)
    return output
  }

  /// Adds the value as JSON text; a number that JSON cannot say (infinite, not a number) is `null`.
  public func write(to output: inout String) {
    switch self {
    case .null: output += "null"
    case .truth(let truth): output += truth ? "true" : "false"
    case .integer(let integer): output += String(integer)
    case .real(let real): output += real.isFinite ? String(real) : "null"
    case .text(let text): Self.write(text, to: &output)
    case .list(let items):
      output += "["
      for (index, item) in items.enumerated() {
        if index > 0 { output += "," }
        item.write(to: &output)
      }
      output += "]"
    case .record(let fields):
      output += "{"
      for (index, field) in fields.enumerated() {
        if index > 0 { output += "," }
        Self.write(field.0, to: &output)
        output += ":"
        field.1.write(to: &output)
      }
      output += "}"
    }
  }

  /// Adds a text in quotes; other scripts stay readable, controls and the line separators of JavaScript are escaped.
  private static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
