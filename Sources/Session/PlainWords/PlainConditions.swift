import Records
import Values

/// What a line in plain words says of a table beside its name: tests for its rows, keys to group or sort by, columns.
struct PlainConditions {
  private(set) var tests: [String] = []
  private(set) var keys: [String] = []
  private(set) var columns: [String] = []
  private(set) var sorts = false
  /// Words that say nothing here.
  private(set) var unused: [String] = []
  private let kind: Kind
  private let names: PlainNames

  init(_ words: [String], _ kind: Kind, _ names: PlainNames) {
    self.kind = kind
    self.names = names
    let words = PlainConditions.datesJoined(words)
    var field: Field?
    var sign = ""
    var isDenied = false
    var isKey = false
    var last: (field: Field, values: [Entity], isDenied: Bool)?
    func close() {
      if let open = field { columns.append(open.name) }
      field = nil
    }
    var before = ""
    for (position, word) in words.enumerated() {
      defer { before = word.lowercased() }
      let small = word.lowercased()
      let goesOnWithField = position + 1 < words.count && kind.field(words[position + 1].lowercased()) != nil
      if ["by", "per", "each"].contains(small), goesOnWithField {
        isKey = true
      } else if ["by", "per", "each"].contains(before), ["year", "month"].contains(small), let date = dateField {
        close()
        // `by` alone may have been taken for the field of that name.
        columns.removeAll { $0 == before }
        keys.append("\(small)(.\(date.name))")
        (sign, isDenied, isKey) = ("", false, false)
      } else if let next = kind.field(small.hasPrefix(".") ? String(small.dropFirst()) : small) {
        close()
        if isKey { keys.append(".\(next.name)") } else { field = next }
        (sign, isDenied, isKey) = ("", false, false)
      } else if before == "or", let open = last,
        let value = names.entities(word).first(where: { open.field.type.takes($0) })
      {
        // `host is China or Thailand` is one test.
        let values = open.values + [value]
        last = (open.field, values, open.isDenied)
        tests[tests.count - 1] = PlainConditions.test(open.field, values, open.isDenied)
      } else if let (taking, value) = named(word, field, after: before) {
        tests.append(PlainConditions.test(taking, [value], isDenied))
        last = (taking, [value], isDenied)
        field = nil
        (sign, isDenied, isKey) = ("", false, false)
      } else if let test = test(word, field, sign) ?? testOfSet(word, isDenied) {
        last = nil
        tests.append(test)
        field = nil
        (sign, isDenied, isKey) = ("", false, false)
      } else {
        switch small {
        case "sort", "sorted", "order", "ordered", "arrange": sorts = true
        case "not", "isn't", "!=", "<>", "without", "no": isDenied = true
        case "before", "after", "during", "since", "until", "<", ">", "<=", ">=": sign = small
        default: if !PlainQuestion.fillers.contains(small), small.contains(where: \.isLetter) { unused.append(word) }
        }
      }
    }
    close()
  }

  private var dateField: Field? { kind.fields.first { if case .date = $0.type { true } else { false } } }

  /// A word as a record or term that a field holds: the field before it, or one that takes such a value.
  private func named(_ word: String, _ field: Field?, after before: String) -> (field: Field, value: Entity)? {
    let values = names.entities(word)
    if let field { return values.first { field.type.takes($0) }.map { (field, $0) } }
    if isYear(word), dateField != nil { return nil }
    for value in values {
      let taking = kind.fields.filter { $0.type.takes(value) }
      let place = before == "in" ? taking.first { $0.documentation.contains("where") } : nil
      if let field = taking.first(where: { names.isSaid(value, $0, of: kind) }) ?? place ?? taking.first {
        return (field, value)
      }
    }
    return nil
  }

  /// A word as a number, a date or a text of the field before it; a year by itself is when it was.
  private func test(_ word: String, _ field: Field?, _ sign: String) -> String? {
    guard let field = field ?? (isYear(word) ? dateField : nil) else { return nil }
    return test(field, plain: word, sign)
  }

  private func isYear(_ word: String) -> Bool { PlainConditions.isDate(word) }

  private static func isDate(_ word: String) -> Bool {
    word.count > 3 && word.first?.isNumber == true && word.allSatisfy { $0.isNumber || $0 == "-" || $0 == "/" }
  }

  /// The words, with those of a date put together: `March 2022` is `2022-03`, `between 2021 and 2022` is `2021/2022`.
  private static func datesJoined(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      if let month = result.last.flatMap(month), word.count == 4, isDate(word) {
        result[result.count - 1] = "\(word)-\(month < 10 ? "0" : "")\(month)"
      } else {
        result.append(word)
      }
      guard result.count > 3, isDate(result[result.count - 1]), isDate(result[result.count - 3]) else { continue }
      let between = result.suffix(4)
      guard ["between", "from"].contains(between[between.startIndex].lowercased()),
        ["and", "to", "until"].contains(between[between.startIndex + 2].lowercased())
      else { continue }
      let stretch = "\(result[result.count - 3])/\(result[result.count - 1])"
      result.removeLast(4)
      result.append(stretch)
    }
    return result
  }

  private static func month(_ word: String) -> Int? {
    Calendar.monthNames.firstIndex { $0.lowercased() == word.lowercased() }.map { $0 + 1 }
  }

  /// A word as a set in which the row is, or what one of its fields holds.
  private func testOfSet(_ word: String, _ isDenied: Bool) -> String? {
    guard let set = names.set(word) else { return nil }
    let test = isDenied ? "not in" : "in"
    if set.hasTest { return "it \(test) \(set.name)" }
    guard case .entity(let member)? = set.members.first,
      let field = kind.fields.first(where: { !$0.type.isList && $0.type.takes(member) })
    else { return nil }
    return ".\(field.name) \(test) \(set.name)"
  }

  /// One test for one value or for several of which any will do.
  private static func test(_ field: Field, _ values: [Entity], _ isDenied: Bool) -> String {
    if field.type.isList {
      let test = values.map { ".\(field.name) has \($0.path)" }.joined(separator: " or ")
      return isDenied ? "not (\(test))" : values.count > 1 ? "(\(test))" : test
    }
    if values.count == 1 { return ".\(field.name) \(isDenied ? "is not" : "is") \(values[0].path)" }
    return ".\(field.name) \(isDenied ? "not in" : "in") [\(values.map(\.path).joined(separator: ", "))]"
  }

  /// A number or a date behind a field that takes one.
  private func test(_ field: Field, plain word: String, _ sign: String) -> String? {
    switch field.type {
    case .number where Int(word) != nil: ".\(field.name) \(sign.isEmpty ? "==" : sign) \(word)"
    case .date where (try? Date.parse(word)) != nil:
      switch sign {
      case "since": "not (.\(field.name) before \(word))"
      case "until": "not (.\(field.name) after \(word))"
      default: ".\(field.name) \(sign.isEmpty ? "during" : sign) \(word)"
      }
    case .text where !PlainQuestion.fillers.contains(word.lowercased()) && !word.contains("="):
      ".\(field.name) has \"\(word)\""
    case .truth, .number, .text, .date, .span, .record, .list, .either: nil
    }
  }
}

extension PlainNames {
  /// True where some record has the value in the field.
  func isSaid(_ value: Entity, _ field: Field, of kind: Kind) -> Bool {
    guard let position = kind.position(of: field.name) else { return false }
    return all(kind).contains { record in
      guard position < record.fields.count else { return false }
      switch record.fields[position].settled {
      case .entity(let entity): return entity === value
      case .list(let items):
        return items.contains { if case .entity(let entity) = $0 { entity === value } else { false } }
      case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .range,
        .disputed, .series, .table, .sealed, .function:
        return false
      }
    }
  }
}
