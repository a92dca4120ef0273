import Testing

@testable import Values

struct TruthTests {
  static let unknown = Truth(unknown: .withheld)

  /// Kleene's tables, row by row: no, unknown, yes against no, unknown, yes.
  @Test func andOrNotAreKleenes() {
    let values: [Truth] = [.no, Self.unknown, .yes]
    let and: [[Truth]] = [[.no, .no, .no], [.no, Self.unknown, Self.unknown], [.no, Self.unknown, .yes]]
    let or: [[Truth]] = [[.no, Self.unknown, .yes], [Self.unknown, Self.unknown, .yes], [.yes, .yes, .yes]]
    for (row, left) in values.enumerated() {
      for (column, right) in values.enumerated() {
        #expect(left.and(right) == and[row][column])
        #expect(left.or(right) == or[row][column])
        #expect(!(left.and(right)) == (!left).or(!right))
        #expect(!(left.or(right)) == (!left).and(!right))
      }
    }
    #expect(!Truth.yes == .no && !Truth.no == .yes && !Self.unknown == Self.unknown)
  }

  @Test func unknownsThatMeetKeepTheirReasonsLeftFirst() {
    let one = Truth(unknown: .withheld)
    let other = Truth(unknown: .notAsked)
    #expect(one.and(other).reasons?.list == [.withheld, .notAsked])
    #expect(other.or(one).reasons?.list == [.notAsked, .withheld])
    #expect(one.and(other).and(one).reasons?.list == [.withheld, .notAsked])
    #expect(one.and(.no).reasons == nil)
  }

  @Test func allReasonsFitIntoOneUnknown() {
    let all = Reason.allCases.reduce(Truth.yes) { $0.and(Truth(unknown: $1)) }
    #expect(all.reasons?.list == Reason.allCases)
    for reason in Reason.allCases { #expect(Reason(name: reason.name) == reason) }
  }
}
