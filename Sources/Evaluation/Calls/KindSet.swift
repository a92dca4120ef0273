import Syntax
import Values

/// The kinds of value that a parameter takes.
struct KindSet {
  private struct Bits: OptionSet {
    let rawValue: UInt32
    static let truth = Bits(rawValue: 1)
    static let number = Bits(rawValue: 2)
    static let text = Bits(rawValue: 4)
    static let date = Bits(rawValue: 8)
    static let span = Bits(rawValue: 16)
    static let list = Bits(rawValue: 32)
    static let record = Bits(rawValue: 64)
    static let table = Bits(rawValue: 128)
    static let function = Bits(rawValue: 256)
    static let range = Bits(rawValue: 512)
    static let entity = Bits(rawValue: 1024)
    static let none = Bits(rawValue: 2048)
    static let quantity = Bits(rawValue: 4096)
  }

  private let bits: Bits
  let description: String

  /// The kinds that a declaration names; nil for `any`, and for words that name a kind of records.
  init?(_ type: TypeExpression) {
    var bits: Bits = []
    var words: [String] = []
    var all = [type]
    if case .either(let types) = type { all = types }
    for type in all {
      switch type {
      case .named(let name):
        guard let (bit, word) = KindSet.named(name.text) else { return nil }
        bits.insert(bit)
        words.append(word)
      case .list:
        bits.insert([.list, .range, .table])
        words.append("a list")
      case .either: return nil
      }
    }
    self.bits = bits
    self.description = words.joined(separator: " or ")
  }

  private static func named(_ name: String) -> (Bits, String)? {
    switch name {
    case "truth": (.truth, "a truth")
    case "number": ([.number, .quantity], "a number")
    case "text": (.text, "a text")
    case "word": ([.text, .none], "a word")
    case "date": (.date, "a date")
    case "span": (.span, "a span such as `90 days`")
    case "list": ([.list, .range, .table], "a list")
    case "record": ([.record, .entity], "a record")
    case "table": ([.table, .list, .range], "a table")
    case "function": (.function, "a function")
    case "grounds": (.function, "an answer")
    case "range": (.range, "a range")
    case "none": (.none, "none")
    default: nil
    }
  }

  @inline(__always) func allows(_ value: Value) -> Bool { bits.rawValue & KindSet.bit(of: value) != 0 }

  /// The kinds as bits; all of them where there is no set.
  static func bits(of kinds: KindSet?) -> UInt32 { kinds?.bits.rawValue ?? .max }

  /// The bit of the value's kind; a value that is not known is no declared kind, and has the last.
  @inline(__always) static func bit(of value: Value) -> UInt32 {
    switch value {
    case .integer, .real: Bits.number.rawValue
    case .short, .text: Bits.text.rawValue
    case .truth(let truth): truth.isUnknown ? unknownBit : Bits.truth.rawValue
    case .list: Bits.list.rawValue
    case .record, .map: Bits.record.rawValue
    case .function: Bits.function.rawValue
    case .date: Bits.date.rawValue
    case .span: Bits.span.rawValue
    case .table: Bits.table.rawValue
    case .range: Bits.range.rawValue
    case .entity: Bits.entity.rawValue
    case .quantity: Bits.quantity.rawValue
    case .none: Bits.none.rawValue
    case .sealed: sealedBit
    case .unknown, .disputed, .series: unknownBit
    }
  }

  private static var unknownBit: UInt32 { 1 << 31 }
  /// What is sealed goes only where everything does.
  private static var sealedBit: UInt32 { 1 << 30 }
}
