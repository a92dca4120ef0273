import Evaluation
import Records
import Values

/// What words of a file are in Rep: `words: { killed: dead, "sent back": returned_by_force, "n.d.": unknown }`.
///
/// A word counts in the columns that could be what it stands for; its capitals, blanks and hyphens do not matter.
final class FileWords {
  private let meanings: [(word: String, value: Value)]
  private let places: [String: Int]
  /// The words that stood in a cell, by their places.
  private var met: Set<Int> = []

  init(_ meanings: [(word: String, value: Value)], argument: Int) throws(Fault) {
    var places: [String: Int] = [:]
    for (place, (word, _)) in meanings.enumerated() {
      if let other = places.updateValue(place, forKey: word.plainName) {
        throw .wordTwice(meanings[other].word, word, argument: argument)
      }
    }
    self.meanings = meanings
    self.places = places
  }

  /// What a text stands for in a column of a kind; nil where nothing is said of it, or it could not be of that kind.
  func value(of text: String, for kind: CellKind, _ habits: CellKind.Habits) -> Value? {
    guard let place = places[text.plainName], let value = meaning(meanings[place].value, for: kind, habits) else {
      return nil
    }
    met.insert(place)
    return value
  }

  private func meaning(_ value: Value, for kind: CellKind, _ habits: CellKind.Habits) -> Value? {
    switch value {
    case .unknown, .none: return value
    case .short, .text:
      // A text is read as one that stands in the cell instead.
      var plain = habits
      plain.words = nil
      guard case .value(let read) = kind.read(value.string ?? "", plain) else { return nil }
      return read
    case .integer, .real, .truth, .list, .record, .map, .date, .span, .quantity, .range, .entity, .disputed, .series,
      .table, .sealed, .function:
      return kind.holds(value) ? value : kind.numberWithin(value)
    }
  }

  /// What the foot says of words that stand in no cell.
  var unmet: String? {
    let words = meanings.indices.filter { !met.contains($0) }.map { "`\(meanings[$0].word)`" }
    return words.isEmpty ? nil : "in no cell that was read: \(words.joined(separator: ", "))"
  }
}

extension Call {
  /// What is said of the words of a file; nil where nothing is.
  func fileWords(_ position: Int) throws(Fault) -> FileWords? {
    if isMissing(position) { return nil }
    guard case .record(let record) = self[position] else {
      throw wrongKind(position, "words of the file, and what each is: `{ killed: dead }`")
    }
    return try FileWords(zip(record.shape.names, record.values).map { (word: $0, value: $1) }, argument: position)
  }
}
