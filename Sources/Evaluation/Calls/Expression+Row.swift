import Syntax

extension Expression {
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
