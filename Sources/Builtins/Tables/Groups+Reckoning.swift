import Values

// A row of which a key is unknown may belong to every group that has the rest of its key, and may be one of its own.
extension Groups {
  /// The groups with something unknown in their keys, by those keys.
  struct Homeless {
    /// The rows of each, and its codes with nil for what is unknown, in the order of the groups.
    fileprivate var all: [(key: [Int?], rows: Positions)] = []
    /// The places of these by their codes.
    fileprivate var places: [[Int?]: Int] = [:]
    /// Which keys are unknown in some of them.
    fileprivate var unknowns: [[Bool]] = []
  }

  var withoutHome: Homeless {
    var homeless = Homeless()
    for group in all where !group.isKnown {
      let key = key(group.codes)
      homeless.places[key] = homeless.all.count
      homeless.all.append((key, group.rows))
      let unknown = key.map { $0 == nil }
      if !homeless.unknowns.contains(unknown) { homeless.unknowns.append(unknown) }
    }
    return homeless
  }

  private func key(_ codes: [Int]) -> [Int?] {
    zip(keys, codes).map { key, code in key.values[code].reasons == nil ? code : nil }
  }

  /// All rows that a group may have: its own ones, and as possible ones those that may belong to it. Of a group that is
  /// unknown itself no row is certain, since each may belong to another.
  ///
  /// - Parameters:
  ///   - codes: for each key the number of its value; nil for a value of the only key that no row has.
  ///   - own: the rows that stand in the group.
  func possibleMembers(
    _ codes: [Int]?, own: Positions, _ homeless: Homeless, _ watch: Watch
  ) throws(Fault) -> Table {
    guard let codes else {
      return try members(own, and: homeless.all.map(\.rows), areCertain: true, by: keys, watch)
    }
    let key = key(codes)
    let isKnown = !key.contains(nil)
    let others: [Int]
    if isKnown {
      others = homeless.unknowns.compactMap { unknown in homeless.places[zip(key, unknown).map { $1 ? nil : $0 }] }
    } else {
      // Two of them may be one group, each knowing what the other does not.
      others = try watch.filter(homeless.all.indices) { place throws(Fault) in
        let other = homeless.all[place].key
        return other != key && zip(key, other).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
      }
    }
    return try members(own, and: others.map { homeless.all[$0].rows }, areCertain: isKnown, by: keys, watch)
  }

  /// Rows as a table, with others that may belong to them.
  ///
  /// - Parameters:
  ///   - own: the rows that stand in one place.
  ///   - others: those that stand elsewhere for want of a key.
  ///   - areCertain: false where the place itself is one of unknown keys.
  ///   - keys: what says where rows stand.
  func members(
    _ own: Positions, and others: [Positions], areCertain: Bool, by keys: [GroupKey], _ watch: Watch
  ) throws(Fault) -> Table {
    let rows = Positions(count: others.reduce(own.count) { $0 + $1.count }) {
      others.reduce(own.rows) { $0 + $1.rows }
    }
    let certain = areCertain ? own.count : 0
    let members = try members(rows, by: keys, watch)
    let doubts = Doubts(
      count: rows.count - certain, { (0..<rows.count).map { $0 >= certain } }, { place in doubt(rows.rows[place]) })
    return members.doubting(members.doubts.joined(doubts))
  }

  /// Why nobody knows where a row belongs.
  private func doubt(_ row: Int) -> Doubt {
    Doubt { [keys] in
      keys.compactMap { key in
        key.reasons(row).map { "\(key.name) (\($0.names))" }
      }
    }
  }
}
