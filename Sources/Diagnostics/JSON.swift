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
  public var text: String { written {} }

  /// The same, with a word after every step to whoever may want it to stop.
  public func written<Stop: Error>(_ step: () throws(Stop) -> Void) throws(Stop) -> String {
    var output = ""
    try write(to: &output, step)
    return output
  }

  /// Adds the value as JSON text; a number that JSON cannot say (infinite, not a number) is `null`.
  private func write<Stop: Error>(to output: inout String, _ step: () throws(Stop) -> Void) throws(Stop) {
    try step()
    switch self {
    case .null: output += "null"
    case .truth(let truth): output += truth ? "true" : "false"
    case .integer(let integer): output += String(integer)
    case .real(let real): output += real.isFinite ? String(real) : "null"
    case .text(let text): try Self.write(text, to: &output, step)
    case .list(let items):
      output += "["
      for (index, item) in items.enumerated() {
        if index > 0 { output += "," }
        try item.write(to: &output, step)
      }
      output += "]"
    case .record(let fields):
      output += "{"
      for (index, field) in fields.enumerated() {
        if index > 0 { output += "," }
        try Self.write(field.0, to: &output, step)
        output += ":"
        try field.1.write(to: &output, step)
      }
      output += "}"
    }
  }

  /// Adds a text in quotes; other scripts stay readable, controls and the line separators of JavaScript are escaped.
  private static func write<Stop: Error>(
    _ text: String, to output: inout String, _ step: () throws(Stop) -> Void
  ) throws(Stop) {
    output += "\""
    for scalar in text.unicodeScalars {
      try step()
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
