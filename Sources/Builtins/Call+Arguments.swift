import Evaluation
import Values

extension Call {
  /// The items of a list, a range or a table.
  func items(_ position: Int) throws(Fault) -> [Value] {
    switch self[position] {
    case .list(let items): return items
    case .range, .table: return try self[position].items(for: "this function", watch)
    case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .entity,
      .disputed, .series, .sealed, .function:
      throw wrongKind(position, "a list")
    }
  }

  /// The items of a list taken out of the call, so that they can be changed where they stand.
  func takeItems(_ position: Int) throws(Fault) -> [Value] {
    if case .list = self[position], case .list(let items) = take(position) { return items }
    return try items(position)
  }

  /// How many items a list has; nil for anything else.
  func listCount(_ position: Int) -> Int? {
    if case .list(let items) = self[position] { return items.count }
    return nil
  }

  /// The bytes of a text.
  func bytes(_ position: Int) throws(Fault) -> [UInt8] {
    if case .text(let text) = self[position] { try watch.take(text.count) }
    guard let bytes = self[position].textBytes else { throw wrongKind(position, "a text") }
    return bytes
  }

  /// True for an argument that was left out, or is `none`.
  func isMissing(_ position: Int) -> Bool {
    if case .none = self[position] { return true }
    return false
  }
}

/// More items and bytes than these are refused.
let longestList = Value.longestList
let longestText = Value.longestText
