import Testing
import Values

/// How far the dates of two columns are apart is what the dates themselves say, and unknown where they do not say it.
struct DistanceTests {
  private let texts = [
    "2019", "2019-01", "2019-01-01", "2019-01-31", "2019-03", "2019-02-01", "2020-02", "2020-XX-03", "2019~", "2019-22",
    "2018-03/2019-05", "2018/..", "../2020", "{2019-01-01,2019-03-01}",
  ]

  @Test func columnsAreAsFarApartAsTheirDates() throws {
    let dates = try texts.map { Value.date(try Date.parse($0)) }
    let values = dates + [.unknown(.notRecorded), .unknown(.garbled)]
    let all = values.indices.flatMap { one in values.indices.map { (one, $0) } }
    let measures = try #require(
      try Column.coded(all.map { UInt32($0.0) }, values: values)
        .distances(from: .coded(all.map { UInt32($0.1) }, values: values)))
    func distance(_ row: Int) -> String {
      guard case .date(let one) = values[all[row].0], case .date(let other) = values[all[row].1] else {
        return (try? Subtracting.apply(values[all[row].0], values[all[row].1]))?.printed ?? "no distance"
      }
      return one.distance(from: other).printed
    }
    for row in all.indices { #expect(distance(row) == measures[row].printed, "\(all[row])") }
    let (codes, rows) = measures.different()
    for row in all.indices { #expect(distance(row) == distance(rows[Int(codes[row])]), "\(all[row])") }
    // A month is as far from a month as the next is from its next, if both are as long.
    #expect(rows.count < all.count)
    let days = try #require(measures.told(in: .times(days: 1)))
    for row in all.indices {
      let ratio = try Dividing.apply(measures[row], .span(Span(days: 1)))
      #expect(ratio.printed == days[row].printed, "\(all[row])")
    }
  }

  @Test func numbersHaveNoDistance() throws {
    let numbers = Column.coded([0], values: [.integer(3)])
    #expect(try numbers.distances(from: numbers) == nil)
    #expect(try Column.plain([.integer(3)]).distances(from: numbers) == nil)
  }
}
