import Diagnostics
import Syntax
import Values

/// How a part of an expression is told: its text as it was written, with the row at hand called by its name.
///
/// `.outcome is returned` becomes `phnom_penh.outcome is returned`, which anyone can ask again.
struct Wording {
  /// The text, cut where the row is mentioned; one piece where it is not.
  private let pieces: [String]
  private let row: Node?
  /// True where every name in it means the same outside of where it stands.
  private let namesAreCommon: Bool

  /// True where it is about all the rows at hand, those of a group, which no text can name.
  private let isOfRowsAtHand: Bool

  init(_ text: String, row: Node?, mentions: [Mention], namesAreCommon: Bool, isOfRowsAtHand: Bool = false) {
    self.isOfRowsAtHand = isOfRowsAtHand
    self.row = row
    self.namesAreCommon = namesAreCommon
    let bytes = Array(text.utf8)
    var pieces: [String] = []
    var start = 0
    for mention in row == nil ? [] : mentions where mention.offset >= start && mention.offset <= bytes.count {
      pieces.append(String(decoding: bytes[start..<mention.offset], as: UTF8.self))
      start = min(mention.offset + mention.length, bytes.count)
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    self.pieces = pieces
    plain = text
  }

  /// The text as it was written.
  let plain: String

  /// Where a text mentions the row: before `.outcome`, in the place of `it`.
  struct Mention {
    let offset: Int
    let length: Int
  }

  /// The sentence for the row at hand.
  func told(_ frame: Frame) -> Told {
    if isOfRowsAtHand { return Told(text: plain, isAskable: false, isOfRowsAtHand: true) }
    guard let row, pieces.count > 1 else { return Told(text: plain, isAskable: namesAreCommon) }
    guard let value = try? row.value(frame), case .entity(let entity) = value.settled else {
      return Told(text: plain, isAskable: false, question: RowQuestion(text: oneLine, unit: .row))
    }
    return Told(
      text: pieces.joined(separator: entity.path), isAskable: namesAreCommon,
      question: RowQuestion(text: oneLine, unit: Table.Unit(entity.kind)))
  }

  private var oneLine: String {
    plain.split(whereSeparator: \.isNewline).map { $0.trimmed }.joined(separator: " ")
  }
}

/// Finds where an expression mentions the row at hand, and which names it uses.
struct Mentions {
  private(set) var places: [Wording.Mention] = []
  private(set) var names: [Name] = []
  private let start: Int
  /// Whether an argument of a call is worked out for rows of its own.
  private let isEach: (Name, Int, Argument) -> Bool

  init(_ expression: Expression, isEach: @escaping (Name, Int, Argument) -> Bool) {
    self.isEach = isEach
    start = Int(expression.range.lower)
    add(expression)
    places.sort { $0.offset < $1.offset }
  }

  private mutating func add(_ expression: Expression) {
    if case .it = expression.kind { mention(expression, length: 2) }
    if case .fieldOfIt = expression.kind { mention(expression, length: 0) }
    if case .name(let name) = expression.kind { names.append(name) }
    if case .call(let callee, let arguments) = expression.kind, case .name(let function) = callee.kind {
      names.append(function)
      for (position, argument) in arguments.enumerated() where !isEach(function, position, argument) {
        add(argument.value)
      }
      return
    }
    for part in expression.partsAboutTheRow { add(part) }
  }

  private mutating func mention(_ expression: Expression, length: Int) {
    places.append(Wording.Mention(offset: Int(expression.range.lower) - start, length: length))
  }
}

extension Planner {
  /// How the part is told when `why` is asked.
  ///
  /// - Parameter takesRows: whether a call in it takes the rows at hand without naming them.
  func wording(_ expression: Expression, takesRows: Bool) -> Wording {
    let mentions = Mentions(expression) { [self] function, position, argument in
      let declaration = self.function(function.text)?.declaration ?? project.builtins[function.text]?.declaration
      guard let parameters = declaration?.parameters else { return false }
      if let label = argument.name { return parameters.first { $0.name.text == label.text }?.passing == .each }
      return position < parameters.count && parameters[position].passing == .each
    }
    // A name of the place at hand would mean nothing, or something else, where it is asked again.
    let namesAreCommon = mentions.names.allSatisfy { name in
      scope.own(name.text) == nil || project.variables[name.text]?.slot == scope.own(name.text)?.slot
    }
    let isRow = !mentions.places.isEmpty && scope.role == .closure
    return Wording(
      source.text(in: expression.range), row: isRow ? it(expression.range) : nil, mentions: mentions.places,
      namesAreCommon: namesAreCommon && (isRow || mentions.places.isEmpty), isOfRowsAtHand: takesRows)
  }
}
