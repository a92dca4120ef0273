import Values

extension Groups {
  /// With no more combinations of values than these, each has a place of its own, whether it comes or not.
  private static let mostPlaces = 1 << 22

  /// The groups of rows of which each stands in one; nil where there could be too many of them.
  static func together(_ table: Table, _ keys: [GroupKey], _ watch: Watch) throws(Fault) -> [Group]? {
    var count = 1
    for key in keys {
      let (product, overflow) = count.multipliedReportingOverflow(by: max(1, key.values.count))
      if overflow || product > mostPlaces { return nil }
      count = product
    }
    try watch.tick(keys.count * table.count)
    try watch.take(count * MemoryLayout<Int>.stride + 3 * table.count * MemoryLayout<UInt32>.stride)
    guard var places = keys.first?.codes else { return nil }
    for key in keys.dropFirst() {
      let width = UInt32(truncatingIfNeeded: key.values.count)
      places = [UInt32](unsafeUninitializedCapacity: table.count) { joined, count in
        places.withUnsafeBufferPointer { places in
          key.codes.withUnsafeBufferPointer { codes in
            for row in codes.indices { joined[row] = places[row] &* width &+ codes[row] }
          }
        }
        count = table.count
      }
    }
    let sizes = places.counts(of: count)
    let occurring = places.occurring(of: count, most: sizes.count { $0 > 0 })
    let sorted = SortedRows(places, sizes, occurring.map(\.code))
    return try watch.map(occurring.enumerated()) { number, place throws(Fault) in
      let rows = Positions(count: sizes[place.code]) { sorted.rows(of: number) }
      return Group(
        codes: keys.map { Int($0.codes[place.row]) },
        key: try watch.map(keys) { key throws(Fault) in try key.value(ofRow: place.row, among: rows, watch) },
        rows: rows, first: place.row)
    }
  }

  /// The rows of all groups, group after group, put in this order when somebody asks for those of one.
  private final class SortedRows {
    private let find: () -> (rows: [Int], starts: [Int])
    private lazy var sorted = find()

    init(_ places: [UInt32], _ sizes: [Int], _ order: [Int]) {
      find = {
        var starts = [0]
        var next = [Int](repeating: 0, count: sizes.count)
        for place in order {
          next[place] = starts[starts.count - 1]
          starts.append(next[place] + sizes[place])
        }
        let rows = [Int](unsafeUninitializedCapacity: places.count) { rows, count in
          places.withUnsafeBufferPointer { places in
            next.withUnsafeMutableBufferPointer { next in
              for row in places.indices {
                let place = Int(places[row])
                rows[next[place]] = row
                next[place] &+= 1
              }
            }
          }
          count = places.count
        }
        return (rows, starts)
      }
    }

    func rows(of group: Int) -> [Int] { Array(sorted.rows[sorted.starts[group]..<sorted.starts[group + 1]]) }
  }
}
