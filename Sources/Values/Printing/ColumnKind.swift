/// What the values of a column are, as the row under the heads says it: a kind, or the unit of what is counted.
struct ColumnKind {
  let text: String
  /// What a list of such values is called: `texts`, `jurisdictions`.
  let plural: String
  /// True where the values are numbers, which stand on the right.
  let isNumber: Bool

  init(_ values: [Value], _ watch: Watch) throws(Fault) { try self.init(values, isInList: false, watch) }

  private init(_ values: [Value], isInList: Bool, _ watch: Watch) throws(Fault) {
    var words: [String] = []
    var kind: Kind?
    var hasNumbers = false
    var hasOthers = false
    func add(_ word: String, isNumber: Bool) {
      if isNumber { hasNumbers = true } else { hasOthers = true }
      if !words.contains(word) { words.append(word) }
    }
    for value in values {
      try watch.tick()
      var value = value.settled
      if value.reasons != nil { continue }
      if let record = value.rowOf { value = .entity(record) }
      switch value {
      case .none: continue
      case .entity(let entity):
        // Acts of several kinds are acts.
        if let known = kind, let common = known.common(entity.kind) {
          if common !== known { words.removeAll { $0 == known.name } }
          kind = common
          add(common.name, isNumber: false)
        } else {
          kind = kind ?? entity.kind
          add(entity.kind.name, isNumber: false)
        }
      case .quantity(let quantity): add(quantity.unit ?? "number", isNumber: true)
      case .integer, .real: add("number", isNumber: true)
      case .sealed(let sealed): add(sealed.typeName, isNumber: false)
      case .list(let items):
        // What stands in lists of lists is told no more.
        let word = isInList ? "list" : try ColumnKind(items, isInList: true, watch).plural
        add(word, isNumber: false)
      case .truth, .short, .text, .record, .map, .date, .span, .range, .table, .function, .unknown, .disputed, .series:
        let name = value.kindName
        add(name.hasPrefix("a ") ? String(name.dropFirst(2)) : name, isNumber: false)
      }
    }
    if words.count > 1 { words.removeAll { $0 == "list" } }
    // A plain number among numbers with a unit is one of that unit: 0 among counts of events.
    if hasNumbers, !hasOthers, words.count == 2 { words.removeAll { $0 == "number" } }
    plural = words.isEmpty ? "list" : words.count == 1 ? kind?.plural ?? words[0] + "s" : "list"
    if words.isEmpty {
      text = values.isEmpty ? "" : "unknown"
    } else {
      text = words.count > 2 ? "several kinds" : words.joined(separator: " or ")
    }
    isNumber = hasNumbers && !hasOthers
  }
}
