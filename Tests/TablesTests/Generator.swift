import Values

/// Numbers that look random and are the same in every run.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_f491_4f6c_dd1d
  }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

var notRecorded: Value { .unknown(.notRecorded) }

/// A table of records with the names given, some cells unknown.
func record(_ names: [String], _ values: [Value]) -> Value { .record(Record.make(Shape(names), values)) }

extension Value {
  /// A part of a record, as the steps' expressions read it.
  func part(_ name: String) -> Value {
    if case .record(let record) = self { return record[name] ?? notRecorded }
    return notRecorded
  }

  var integer: Int? {
    if case .integer(let number) = self { return number }
    return nil
  }
}
