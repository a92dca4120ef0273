import Values

/// What rows are sorted by, and which way.
struct SortKey {
  let value: RowValue
  let descending: Bool
}

extension Table {
  /// A row for each value of the keys, in the order in which they come; what is unknown last. The columns see the rows
  /// of the group. A group with only possible rows is a possible row.
  func grouping(by keys: [NewColumn], _ columns: [(name: String, value: (Table) throws(Fault) -> Value)])
    throws(Fault) -> Table
  {
    var places: [WrittenValue: Int] = [:]
    var groups: [(key: [Value], rows: [Int])] = []
    for position in rows.indices {
      var key: [Value] = []
      for part in keys {
        let value = try part.value(rows[position]).settled
        if value.holdsSealed { throw Fault.sealedOrder("group").inRow(rows[position]) }
        key.append(value)
      }
      let written = WrittenValue(.list(key.map { $0.reasons == nil ? $0 : .unknown(.notRecorded) }))
      guard let place = places[written] else {
        places[written] = groups.count
        groups.append((key, [position]))
        continue
      }
      // The reasons of all that is unknown in a group are kept.
      for (index, part) in key.enumerated() {
        guard let reasons = part.reasons, let before = groups[place].key[index].reasons else { continue }
        groups[place].key[index] = .unknown(before.joined(reasons))
      }
      groups[place].rows.append(position)
    }
    let known = groups.filter { $0.key.allSatisfy { $0.reasons == nil } }
    let unknown = groups.filter { group in group.key.contains { $0.reasons != nil } }
    let names = keys.map(\.name) + columns.map(\.name)
    let shape = Shape(names)
    var result: [Value] = []
    var doubts: [Doubt?] = []
    for group in known + unknown {
      let members = picking(group.rows, notes: [])
      var values = group.key.map { part in part.reasons.map { .unknown($0) } ?? part }
      for column in columns {
        do throws(Fault) { values.append(try column.value(members)) } catch {
          throw error.noting("in the group \(group.key.map(\.printed).joined(separator: ", "))")
        }
      }
      result.append(.record(Record.make(shape, values)))
      doubts.append(members.certainCount == 0 ? members.doubts.compactMap { $0 }.first : nil)
    }
    let table = Table(result, doubts: doubts, .records(names), unit: .group, notes: notes)
    let homeless = unknown.reduce(0) { $0 + $1.rows.count }
    if homeless == 0 || known.isEmpty { return table }
    let what = keys.count == 1 ? "`\(keys[0].name)`" : "key"
    return table.noting("\((unit ?? .row).counted(homeless)) of unknown \(what) may belong to other groups")
  }

  /// The rows in order; equal ones stay as they stood, unknown and `none` stand last whichever way is asked.
  func sorted(by keys: [SortKey]) throws(Fault) -> Table {
    var columns: [[Value]] = []
    var isByDate = false
    for key in keys {
      var values: [Value] = []
      values.reserveCapacity(rows.count)
      for row in rows {
        let value = try key.value(row).settled
        if value.holdsSealed { throw Fault.sealedOrder("sort").inRow(row) }
        if case .date(let date) = value, date.earliestStart != date.latestEnd { isByDate = true }
        values.append(value)
      }
      columns.append(values)
    }
    var order = Array(rows.indices)
    var spare = order
    // A merge sort: stable, and a fault in a comparison ends it.
    func isBefore(_ first: Int, _ second: Int) throws(Fault) -> Bool {
      for (index, key) in keys.enumerated() {
        let one = columns[index][first]
        let other = columns[index][second]
        if one.orderRank != other.orderRank { return one.orderRank < other.orderRank }
        if one.orderRank > 0 { continue }
        do throws(Fault) {
          if try one.comesBefore(other) { return !key.descending }
          if try other.comesBefore(one) { return key.descending }
        } catch {
          throw error.inRow(rows[first])
        }
      }
      return false
    }
    var length = 1
    while length < order.count {
      var start = 0
      while start < order.count {
        let middle = min(start + length, order.count)
        let end = min(middle + length, order.count)
        var left = start
        var right = middle
        for place in start..<end {
          let takesRight: Bool
          if left == middle {
            takesRight = true
          } else if right == end {
            takesRight = false
          } else {
            takesRight = try isBefore(order[right], order[left])
          }
          spare[place] = order[takesRight ? right : left]
          if takesRight { right += 1 } else { left += 1 }
        }
        start = end
      }
      swap(&order, &spare)
      length *= 2
    }
    let table = picking(order)
    return isByDate ? table.noting("dates sorted by their first possible day") : table
  }

  /// The so many first of the rows in order, without those whose key is unknown, which the foot counts.
  func top(_ count: Int, by keys: [SortKey], named name: String) throws(Fault) -> Table {
    var known: [Int] = []
    for position in rows.indices {
      var isKnown = true
      for key in keys where try key.value(rows[position]).reasons != nil { isKnown = false }
      if isKnown { known.append(position) }
    }
    let table = try picking(known).sorted(by: keys).first(count)
    let left = rows.count - known.count
    if left == 0 { return table }
    return table.noting("\((unit ?? .row).counted(left)) of unknown \(name) not among them")
  }
}
