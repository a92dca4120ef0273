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
    var output: [UInt8] = []
    try write(to: &output, step)
    return String(decoding: output, as: UTF8.self)
  }

  /// Adds the value as JSON text; a number that JSON cannot say (infinite, not a number) is `null`.
  private func write<Stop: Error>(to output: inout [UInt8], _ step: () throws(Stop) -> Void) throws(Stop) {
    try step()
    switch self {
    case .null: output += "null".utf8
    case .truth(let truth): output += (truth ? "true" : "false").utf8
    case .integer(let integer): output += String(integer).utf8
    case .real(let real): output += (real.isFinite ? String(real) : "null").utf8
    case .text(let text): try Self.write(text, to: &output, step)
    case .list(let items):
      output += "[".utf8
      for (index, item) in items.enumerated() {
        if index > 0 { output += ",".utf8 }
        try item.write(to: &output, step)
      }
      output += "]".utf8
    case .record(let fields):
      output += "{".utf8
      for (index, field) in fields.enumerated() {
        if index > 0 { output += ",".utf8 }
        try Self.write(field.0, to: &output, step)
        output += ":".utf8
        try field.1.write(to: &output, step)
      }
      output += "}".utf8
    }
  }

  /// Adds a text in quotes; other scripts stay readable, controls and the line separators of JavaScript are escaped.
  private static func write<Stop: Error>(
    _ text: String, to output: inout [UInt8], _ step: () throws(Stop) -> Void
  ) throws(Stop) {
    output += "\"".utf8
    if text.utf8.allSatisfy({ $0.staysInJSON }) {
      output += text.utf8
      output += "\"".utf8
      return
    }
    for scalar in text.unicodeScalars {
      try step()
      switch scalar {
      case "\"": output += "\\\"".utf8
      case "\\": output += "\\\\".utf8
      case "\n": output += "\\n".utf8
      case "\r": output += "\\r".utf8
      case "\t": output += "\\t".utf8
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        output += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
      default: output += scalar.utf8
      }
    }
    output += "\"".utf8
  }
}

extension UInt8 {
  /// False for a byte of UTF-8 that is, or that may begin, something to be escaped.
  fileprivate var staysInJSON: Bool {
    switch self {
    case 0x00..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xE2: false
    default: true
    }
  }
}
