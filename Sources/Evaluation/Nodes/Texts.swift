import Diagnostics
import Syntax
import Values

/// A text with expressions inside.
final class BuildText: Node {
  let parts: [Part]

  enum Part {
    case characters([UInt8])
    case value(Node, isOfRecords: Bool)
  }

  init(_ parts: [Part], _ place: Place) {
    self.parts = parts
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    var bytes: [UInt8] = []
    for part in parts {
      switch part {
      case .characters(let characters): bytes += characters
      case .value(let node, let isOfRecords):
        let value = try node.value(frame)
        if value.isSealed { throw Fault.sealed("a text").located(node.place) }
        if isOfRecords, case .list(let items) = value, items.isEmpty {
          bytes += Value.noneRecorded.utf8
        } else {
          try here { () throws(Fault) in try value.write(to: &bytes, frame.watch) }
        }
      }
      if bytes.count > Value.longestText {
        throw Fault.tooLong("text", Value.longestText).located(place)
      }
    }
    try here { () throws(Fault) in try frame.watch.take(bytes.count) }
    if bytes.count <= 8, let short = ShortText(bytes) { return .short(short) }
    return .text(
      LongText.make(count: bytes.count) { target in
        bytes.withUnsafeBufferPointer { source in
          if let start = source.baseAddress { target.initialize(from: start, count: source.count) }
        }
      })
  }
}

extension Value {
  /// Appends the value as it prints, without quotation marks.
  func write(to bytes: inout [UInt8], _ watch: Watch) throws(Fault) {
    switch self {
    case .short(let text):
      var rest = text.bits
      while rest != 0 {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    case .text(let text):
      if text.count > 4096 { try watch.take(4 * text.count) }
      text.withUnsafeMutablePointers { count, start in
        bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count.pointee))
      }
    case .integer(let number) where number >= 0: Self.write(digitsOf: number, to: &bytes)
    case .integer, .real, .truth, .none, .unknown, .list, .record, .map, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      bytes += try writtenBytes(watch)
    }
  }

  private static func write(digitsOf number: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}

/// `match`: the first arm that holds gives the value.
final class Match: Node {
  struct Arm {
    enum Test {
      case otherwise
      case unknown
      /// Reads the subject from the slot.
      case test(Node)
    }
    let test: Test
    let condition: Node?
    let body: Node
  }
  let subject: Node
  /// Where the subject stands while the arms are tried.
  let index: Int
  let arms: [Arm]

  init(_ subject: Node, slot: Int, _ arms: [Arm], _ place: Place) {
    self.subject = subject
    self.index = slot
    self.arms = arms
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let subject = try subject.value(frame)
    if subject.isSealed { throw Fault.sealed("`match`").located(place) }
    frame.put(index, subject)
    // An arm that cannot be decided leaves the whole undecided, unless `unknown` or a later arm settles it.
    var undecided: Reasons?
    for arm in arms {
      var holds: Truth
      switch arm.test {
      case .otherwise: holds = undecided.map { Truth(unknown: $0) } ?? .yes
      case .unknown: holds = Truth(subject.reasons != nil || undecided != nil)
      case .test(let node): holds = try node.truth(frame)
      }
      if holds.isYes, let condition = arm.condition { holds = try condition.truth(frame) }
      if holds.isYes { return try arm.body.value(frame) }
      if let reasons = holds.reasons { undecided = undecided?.joined(reasons) ?? reasons }
    }
    if let undecided { return .unknown(undecided) }
    throw Fault.noArm(subject).located(place)
  }
}

/// What `..` makes of two values that are not plain whole numbers: one day between two dates.
func makeRange(_ lower: Value, _ upper: Value) throws(Fault) -> Value {
  if let reasons = lower.reasons { return .unknown(upper.reasons.map { reasons.joined($0) } ?? reasons) }
  if let reasons = upper.reasons { return .unknown(reasons) }
  if case .date(let first) = lower.settled, case .date(let last) = upper.settled {
    return .date(try Date.between(first, last))
  }
  if case .integer = lower.settled { throw .rangeNeedsNumbers(upper) }
  throw .rangeNeedsNumbers(lower)
}
