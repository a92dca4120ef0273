// Texts of a column that is not read yet as what it says.
extension Fault {
  /// Helps with a text that was asked what only a number, a date or a record can be: how its column is read as that.
  public func helpingToRead(_ text: Value, as asked: Value) -> Fault {
    guard let written = text.string?.trimmed else { return self }
    switch asked.settled {
    case .integer(let number):
      return helpingColumn { column in
        let kind = Int(written) == nil && Double(written) != nil ? "number" : "integer"
        let numbers = "`| typed { \(column): \(kind) }`"
        guard (1000...2999).contains(number), let dates = written.typedAsDate(column) else {
          return "read the column first: \(numbers); the text itself is compared with `\"\(number)\"`"
        }
        let asDates =
          "read the column as dates first: \(dates); then ask \(column.first == "`" ? ".\(column) after \(number)" : "`.\(column) after \(number)`")"
        return Int(written) == nil ? asDates : "\(asDates); as numbers: \(numbers)"
      }
    case .real, .quantity:
      return helpingColumn { column in
        "read the column first: `| typed { \(column): number }`; the text itself is compared with `\"\(asked.printed)\"`"
      }
    case .date: return helpingToReadDate(text)
    case .entity(let entity):
      return helpingColumn { column in
        "read the column first: `| typed { \(column): \(entity.kind.name) }`; the text itself is `== \"\(entity.name)\"`"
      }
    case .truth, .short, .none, .unknown, .text, .list, .record, .map, .span, .range, .disputed, .series, .table,
      .sealed,
      .function:
      return self
    }
  }
}

extension Fault {
  /// The same where a number was needed.
  public func helpingToReadNumber(_ text: Value) -> Fault {
    guard let written = text.string?.trimmed else { return self }
    let kind = Int(written) == nil && Double(written) != nil ? "number" : "integer"
    return helpingColumn { column in "read the column first: `| typed { \(column): \(kind) }`" }
  }

  /// The same where a date was needed.
  public func helpingToReadDate(_ text: Value) -> Fault {
    guard let written = text.string?.trimmed else { return self }
    return helpingColumn { column in
      "read the column first: \(written.typedAsDate(column) ?? "`| typed { \(column): date }`")"
    }
  }
}

extension String {
  /// The step that reads a column of such texts as dates; nil for what is no date.
  fileprivate func typedAsDate(_ column: String) -> String? {
    if case .date = WrittenDate(self, nil) { return "`| typed { \(column): date }`" }
    guard WrittenDate.standard(self) != nil, let example = WrittenDate.example(of: self) else { return nil }
    return "`| typed dates: \"\(example)\" { \(column): date }`"
  }
}
