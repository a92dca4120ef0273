import Diagnostics
import Values

/// Tables in JSON: a list of objects, an object with such a list in it, or an object a line.
enum JSONTable {
  /// Reads a file that is one value.
  ///
  /// - Parameter member: under which key the table stands, where an object has several lists.
  static func read(_ bytes: [UInt8], named name: String, _ encoding: TextEncoding?, member: String?, _ watch: Watch)
    throws(Fault) -> Table
  {
    var (reader, notes) = try open(bytes, named: name, "JSON", encoding, watch)
    guard let byte = reader.peek() else { throw reader.ends("before anything stands in it") }
    var columns = KeyedColumns()
    switch byte {
    case UInt8(ascii: "["):
      if let member { throw .noSuchMember(name, member, []) }
      try addRows(&columns, &reader)
    case UInt8(ascii: "{"):
      let members = try members(&reader)
      try refuseMore(&reader)
      // What Rep has saved says itself which list is the table.
      let isSaved = members.map(\.name) == ["unit", "certain", "undecided", "notes", "rows"]
      let lists = isSaved ? Array(members.suffix(1)) : members.filter(\.isList)
      let chosen = member.map { member in members.first { $0.name == member } } ?? (lists.count == 1 ? lists[0] : nil)
      guard let chosen, chosen.isList else {
        if let member { throw .noSuchMember(name, member, lists.map(\.name)) }
        throw lists.isEmpty ? .noListOfObjects(name, members.map(\.name)) : .severalLists(name, lists.map(\.name))
      }
      let end = reader.position
      reader.position = chosen.position
      try addRows(&columns, &reader)
      // The other lists were passed over; they must be JSON as well, or the file is broken.
      for list in lists where list.name != chosen.name {
        reader.position = list.position
        _ = try reader.value(in: JSONRoom(), depth: 1)
      }
      reader.position = end
      notes.append("the list under `\(chosen.name)`")
      let others = members.map(\.name).filter { $0 != chosen.name }
      if !others.isEmpty, !isSaved { notes.append("beside it: \(others.listed)") }
    default:
      _ = try reader.value(in: JSONRoom())
      throw .noListOfObjects(name, [])
    }
    try refuseMore(&reader)
    return try columns.table(name, notes, watch)
  }

  private static func refuseMore(_ reader: inout JSONReader) throws(Fault) {
    if reader.peek() != nil { throw .behindTheEnd(reader.place(reader.position), reader.sign(at: reader.position)) }
  }

  /// Reads a file whose every line is an object.
  static func readLines(_ bytes: [UInt8], named name: String, _ encoding: TextEncoding?, _ watch: Watch)
    throws(Fault) -> Table
  {
    let (opened, notes) = try open(bytes, named: name, "JSON Lines", encoding, watch)
    var reader = opened
    var columns = KeyedColumns()
    var faults: [Fault] = []
    while reader.position < reader.text.count, faults.count < mostFaults {
      let start = reader.position
      let end = reader.text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? reader.text.count
      reader.end = end
      reader.tellPlace()
      do throws(Fault) {
        if let byte = reader.peek() {
          guard byte == UInt8(ascii: "{") else {
            throw .notARow(reader.place(reader.position), reader.sign(at: reader.position), "each line")
          }
          try columns.addRow(&reader)
          if reader.peek() != nil {
            throw .behindTheObject(reader.place(reader.position), reader.sign(at: reader.position))
          }
        }
      } catch {
        if error.isCancellation { throw error }
        faults.append(error)
      }
      reader.position = end + 1
    }
    if let first = faults.first {
      for fault in faults.dropFirst() { _ = first.noting(fault.diagnostic.message) }
      throw first
    }
    return try columns.table(name, notes, watch)
  }

  /// So many broken lines are told at once.
  private static let mostFaults = 5

  /// A reader at the beginning of a text that is UTF-8 as a whole.
  private static func open(
    _ bytes: [UInt8], named name: String, _ form: String, _ encoding: TextEncoding?, _ watch: Watch
  ) throws(Fault) -> (JSONReader, notes: [String]) {
    var found = bytes.withUnsafeBytes { TextEncoding.found(in: $0) }
    // JSON is UTF-8 where no mark says otherwise: a byte that is not is no sign of another encoding, but a fault.
    if found.encoding == .windows1252 { found = (.utf8, 0) }
    let used = encoding ?? found.encoding
    let start = used == found.encoding ? found.mark : 0
    do throws(TextEncoding.NotText) {
      let decoded = try bytes.withDecoded(by: used, from: start)
      let reader = JSONReader(name: name, text: decoded ?? bytes, start: decoded == nil ? start : 0, watch: watch)
      return (reader, ["read from \(name): \(form)\(used == .utf8 ? "" : " in \(used.rawValue)")"])
    } catch {
      throw .notText(TextPlace(name: name, bytes.place(of: error.position)), used, bytes, at: error.position)
    }
  }

  /// Adds the objects of the list that stands here.
  private static func addRows(_ columns: inout KeyedColumns, _ reader: inout JSONReader) throws(Fault) {
    let open = try reader.opening(0)
    while true {
      guard let byte = reader.peek() else { throw reader.ends("inside of a list", open) }
      if byte == UInt8(ascii: "]"), columns.rows == 0 {
        reader.position += 1
        return
      }
      guard byte == UInt8(ascii: "{") else {
        throw .notARow(reader.place(reader.position), reader.sign(at: reader.position), "each item of the list")
      }
      try columns.addRow(&reader)
      reader.tellPlace()
      if try !reader.goesOn(UInt8(ascii: "]"), open, "a list") { return }
    }
  }

  /// A part of the outermost object.
  private struct Member {
    let name: String
    /// Where its value stands.
    let position: Int
    /// Whether it is a list that is empty or begins with an object.
    let isList: Bool
  }

  /// The parts of the object that stands here, all of which must be JSON; lists of objects are passed over, since one
  /// of them is read afterwards.
  private static func members(_ reader: inout JSONReader) throws(Fault) -> [Member] {
    let open = try reader.opening(1)
    var members: [Member] = []
    var known: [String: Int] = [:]
    while let key = try reader.key(open, isFirst: members.isEmpty) {
      let (name, place) = (try reader.string(key), key.range.lowerBound - 1)
      if let before = known.updateValue(place, forKey: name) {
        throw .keyTwice(reader.place(place), name, reader.place(before))
      }
      _ = reader.peek()
      let start = reader.position
      let isList = reader.isListOfObjects
      if !(isList && reader.passOverList()) { _ = try reader.value(in: JSONRoom(), depth: 1) }
      members.append(Member(name: name, position: start, isList: isList))
      if try !reader.goesOn(UInt8(ascii: "}"), open, "an object") { break }
    }
    return members
  }
}

extension JSONReader {
  /// Whether a list stands here that is empty or begins with an object.
  fileprivate var isListOfObjects: Bool {
    guard position < end, text[position] == UInt8(ascii: "[") else { return false }
    var ahead = self
    ahead.position += 1
    let first = ahead.peek()
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "]")
  }

  /// Goes to behind the bracket that closes the list; false where there is none.
  fileprivate mutating func passOverList() -> Bool {
    var (place, depth, isText) = (position, 0, false)
    while place < end {
      switch text[place] {
      case UInt8(ascii: "\\") where isText: place += 1
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += isText ? 0 : 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= isText ? 0 : 1
        if depth == 0, !isText {
          position = place + 1
          return true
        }
      default: break
      }
      place += 1
    }
    return false
  }
}

extension [String] {
  /// The first of some names, each marked as one.
  var listed: String {
    let most = 12
    let more = count > most ? " and \(count - most) more" : ""
    return prefix(most).map { "`\($0)`" }.joined(separator: ", ") + more
  }
}
