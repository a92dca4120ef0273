import Syntax

extension Expression {
  /// The names of a field of the row, from the row on: `.date` is one name, `.case.host` two. Empty for the row itself,
  /// nil for anything else.
  ///
  /// - Parameter rowName: what the expression calls the row besides `it`: `c` in `c -> c.host`.
  func path(fromRow rowName: String?) -> [String]? {
    switch kind {
    case .it: rowName == nil ? [] : nil
    case .name(let name): name.text == rowName ? [] : nil
    case .fieldOfIt(let name): rowName == nil ? [name.text] : nil
    case .field(let inner, let name): inner.path(fromRow: rowName).map { $0 + [name.text] }
    case .integer, .real, .text, .date, .span, .quantity, .truth, .none, .unknown, .list, .record, .call, .index,
      .negative, .not, .binary, .lambda, .choice, .match, .why, .light, .pipeline, .head, .faulty:
      nil
    }
  }

  /// The parts directly inside an expression that are worked out for the same row as itself. What a step works out is
  /// about rows of its own, and so are the arms of what stands in a block.
  var partsAboutTheRow: [Expression] {
    switch kind {
    case .field(let inner, _), .negative(let inner), .not(let inner), .span(let inner, _), .why(let inner): [inner]
    case .binary(_, let left, let right, _), .index(let left, let right): [left, right]
    case .list(let items): items
    case .call(let callee, let arguments): [callee] + arguments.map(\.value)
    case .choice(let arms, let otherwise, let unknown):
      arms.flatMap { [$0.condition, $0.value] } + [otherwise] + (unknown.map { [$0] } ?? [])
    case .match(let subject, _): [subject]
    case .pipeline(let input, _): [input]
    case .text(let parts):
      parts.compactMap { part in if case .interpolation(let inner) = part { inner } else { nil } }
    case .record(let entries): entries.map(\.value)
    case .integer, .real, .quantity, .date, .truth, .none, .unknown, .it, .fieldOfIt, .name, .lambda, .light, .head,
      .faulty:
      []
    }
  }
}
