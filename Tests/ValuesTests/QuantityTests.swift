import Testing

@testable import Values

struct QuantityTests {
  /// A number between two ends.
  static func between(_ low: Int, _ high: Int) -> Value {
    Quantity.value(point: nil, low: .integer(low), high: .integer(high), unit: nil, isAbout: false)
  }

  static func ends(_ value: Value) -> [Double?]? {
    guard let quantity = Quantity.of(value) else { return nil }
    return [quantity.low.double, quantity.high?.double]
  }

  /// Every pair of ends from -3 to 3, against every number between them.
  @Test func arithmeticAndComparisonAreThoseOfAllNumbersBetween() throws {
    var ranges: [(Int, Int)] = []
    for low in -3...3 { for high in low...3 { ranges.append((low, high)) } }
    for one in ranges {
      for other in ranges {
        let left = Self.between(one.0, one.1)
        let right = Self.between(other.0, other.1)
        let pairs = (one.0...one.1).flatMap { a in (other.0...other.1).map { (a, $0) } }
        func hull(_ values: [Double]) -> [Double?] { [values.min(), values.max()] }
        let comment: Comment = "\(one) and \(other)"
        #expect(try Self.ends(Adding.apply(left, right)) == hull(pairs.map { Double($0 + $1) }), comment)
        #expect(try Self.ends(Subtracting.apply(left, right)) == hull(pairs.map { Double($0 - $1) }), comment)
        #expect(try Self.ends(Multiplying.apply(left, right)) == hull(pairs.map { Double($0 * $1) }), comment)
        if other == (0, 0) {
          #expect(throws: Fault.self) { try Dividing.apply(left, right) }
        } else if other.0 <= 0 && other.1 >= 0 {
          #expect(try Dividing.apply(left, right).reasons?.list == [.imprecise], comment)
        } else {
          #expect(try Self.ends(Dividing.apply(left, right)) == hull(pairs.map { Double($0) / Double($1) }), comment)
        }
        func answer(_ test: (Int, Int) -> Bool) -> Truth {
          let answers = Set(pairs.map(test))
          return answers == [true] ? .yes : answers == [false] ? .no : Truth(unknown: .imprecise)
        }
        #expect(try ComparingLess.apply(left, right, Watch()) == answer(<), comment)
        #expect(try ComparingLessOrEqual.apply(left, right, Watch()) == answer(<=), comment)
        #expect(try ComparingEqual.apply(left, right, Watch()) == answer(==), comment)
      }
    }
  }

  static func text(_ value: Value) -> String {
    switch value {
    case .integer(let number): String(number)
    case .real(let number): NumberText.full(number)
    case .quantity(let quantity): quantity.description
    case .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .range, .entity, .disputed,
      .series,
      .table, .sealed, .function:
      value.kindName
    }
  }

  @Test func numbersWithEndsPrintAsBothEnds() {
    #expect(Self.text(Quantity.count(certain: 12, undecided: 3, unit: nil)) == "12–15")
    #expect(Self.text(Quantity.count(certain: 12, undecided: 3, unit: "cases")) == "12–15 cases")
    #expect(Self.text(Quantity.count(certain: 12, undecided: 0, unit: nil)) == "12")
    #expect(Self.text(Quantity.count(certain: 12, undecided: 0, unit: "cases")) == "12 cases")
    func share(_ point: Double, _ low: Double, _ high: Double) -> String {
      Self.text(Quantity.value(point: .real(point), low: .real(low), high: .real(high), unit: nil, isAbout: false))
    }
    #expect(share(0.3125, 0.25, 8.0 / 17) == "0.25–0.47 (0.31 where known)")
    #expect(share(2.0 / 3, 0.5, 0.75) == "0.5–0.75 (0.67 where known)")
    #expect(share(0.004, 0.0012, 0.0123) == "0.0012–0.012 (0.004 where known)")
    func mean(_ known: Int, unit: String?) -> String {
      Self.text(.quantity(Quantity(point: .integer(4), low: .integer(2), high: .real(5), unit: unit, known: known)))
    }
    #expect(mean(3, unit: nil) == "2–5 (3 known give 4)")
    #expect(mean(1, unit: "dollars") == "2–5 dollars (1 known gives 4)")
    #expect(
      Self.text(.quantity(Quantity(point: nil, low: .integer(102), high: nil, unit: "stations"))) == "102.. stations")
    #expect(Quantity.about(.integer(300), unit: "people").description == "about 300 people")
    #expect(Self.text(Self.between(-3, 5)) == "-3 to 5")
    #expect(Self.text(Self.between(4, 4)) == "4")
  }

  @Test func realsPrintWithTheFewestDigitsThatReadBack() {
    #expect(NumberText.full(5.0) == "5")
    #expect(NumberText.full(0.1) == "0.1")
    #expect(NumberText.full(0.1 + 0.2) == "0.30000000000000004")
    #expect(NumberText.full(-0.0) == "0")
    #expect(NumberText.full(1e21) == "1e21")
    #expect(NumberText.full(1.5e300) == "1.5e300")
    #expect(NumberText.full(0.00001) == "0.00001")
    #expect(NumberText.full(-0.000025) == "-0.000025")
    #expect(NumberText.full(1e-9) == "1e-9")
    #expect(NumberText.full(1234567.25) == "1234567.25")
    #expect(NumberText.short(2.0 / 3) == "0.67")
    #expect(NumberText.short(1234.5678) == "1234.57")
    var generator = Numbers(seed: 11)
    for _ in 0..<2000 {
      let bits = UInt64(generator.next(1 << 31)) << 33 ^ UInt64(generator.next(1 << 31)) << 8
      let number = Double(bitPattern: bits)
      if number.isFinite { #expect(Double(NumberText.full(number)) == number) }
    }
  }

  @Test func unitsMustAgree() throws {
    let cases = Quantity.count(certain: 12, undecided: 0, unit: "cases")
    let events = Quantity.count(certain: 30, undecided: 0, unit: "events")
    let error = #expect(throws: Fault.self) { try Adding.apply(cases, events) }
    #expect(error?.diagnostic.message == "cases and events cannot be added")
    #expect(throws: Fault.self) { try ComparingLess.apply(cases, events, Watch()) }
    #expect(throws: Fault.self) { try Multiplying.apply(cases, cases) }
    #expect(throws: Fault.self) { try Dividing.apply(.integer(1), cases) }
    #expect(try Self.text(Adding.apply(cases, .integer(1))) == "13 cases")
    #expect(try Self.text(Multiplying.apply(cases, .integer(2))) == "24 cases")
    #expect(try Self.text(Dividing.apply(cases, cases)) == "1")
    #expect(try Self.text(Dividing.apply(events, cases)) == "2.5 events/cases")
    #expect(try ComparingLess.apply(.integer(3), cases, Watch()).isYes)
    #expect(try Self.text(Negating.apply(cases)) == "-12 cases")
  }

  @Test func countsThatMayBeMoreAreComparedByTheirEnds() throws {
    let count = Quantity.count(certain: 12, undecided: 3, unit: nil)
    #expect(try ComparingLess.apply(.integer(13), count, Watch()).isUnknown)
    #expect(try ComparingLess.apply(.integer(11), count, Watch()).isYes)
    #expect(try ComparingLess.apply(.integer(15), count, Watch()).isNo)
    #expect(try ComparingEqual.apply(count, .integer(16), Watch()).isNo)
    #expect(try ComparingEqual.apply(count, count, Watch()).isUnknown)
    let open = Value.quantity(Quantity(point: nil, low: .integer(102), high: nil, unit: nil))
    #expect(try ComparingLess.apply(.integer(100), open, Watch()).isYes)
    #expect(try ComparingLess.apply(.integer(200), open, Watch()).isUnknown)
    #expect(try ComparingLess.apply(open, .integer(102), Watch()).isNo)
  }

  @Test func openEndsStayOpen() throws {
    let open = Value.quantity(Quantity(point: nil, low: .integer(102), high: nil, unit: nil))
    #expect(try Self.text(Adding.apply(open, .integer(1))) == "103..")
    #expect(try Self.text(Multiplying.apply(open, .integer(2))) == "204..")
    #expect(try Self.text(Multiplying.apply(open, .integer(0))) == "0")
    #expect(try Multiplying.apply(open, .integer(-1)).reasons?.list == [.imprecise])
    #expect(try Subtracting.apply(.integer(200), open).reasons?.list == [.imprecise])
    #expect(try Self.text(Dividing.apply(open, .integer(2))) == "51..")
    #expect(try Self.text(Dividing.apply(.integer(204), open)) == "0–2")
  }

  @Test func tooLargeIsAFault() {
    #expect(throws: Fault.self) { try Adding.apply(.integer(.max), Self.between(0, 1)) }
    #expect(throws: Fault.self) { try Multiplying.apply(.integer(.max), .integer(2)) }
    #expect(throws: Fault.self) { try Negating.apply(.integer(.min)) }
    let large = Quantity.value(point: nil, low: .real(1), high: .real(1e300), unit: nil, isAbout: false)
    #expect(throws: Fault.self) { try Multiplying.apply(large, large) }
    #expect(throws: Fault.self) { try Dividing.apply(.integer(1), .integer(0)) }
    #expect(throws: Fault.self) { try Adding.apply(.text("two"), .integer(1)) }
  }

  @Test func integersAndRealsAreComparedExactly() {
    #expect(Quantity.Number.compare(9_007_199_254_740_993, 9_007_199_254_740_992) == 1)
    #expect(Quantity.Number.compare(.max, 0x1p63) == -1)
    #expect(Quantity.Number.compare(.min, -0x1p63) == 0)
    #expect(Quantity.Number.compare(-1, -0.5) == -1)
    #expect(Quantity.Number.compare(0, -0.5) == 1)
    #expect(Quantity.Number.compare(2, 2.0) == 0)
    #expect(Quantity.Number.compare(2, 2.5) == -1)
  }
}
