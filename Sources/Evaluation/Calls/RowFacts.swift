import Syntax
import Values

/// The fields of a row that an expression mentions, so that it can be told which of them are missing where the answer
/// cannot be decided.
struct RowFacts {
  /// `.date` is one name, `.case.host` two.
  private var paths: [[String]] = []
  /// The texts to which a field of the row must be equal: `.Outcome == "killed"`.
  private(set) var texts: [(field: String, text: String)] = []
  private let fields: FieldReader
  /// What the expression calls the row besides `it`: `c` in `c -> c.host`.
  private let rowName: String?

  init(_ expression: Expression, _ fields: FieldReader) {
    self.fields = fields
    if case .lambda(let parameters, .expression(let body)) = expression.kind {
      rowName = parameters.first?.text
      add(body)
    } else {
      rowName = nil
      add(expression)
    }
  }

  /// What is missing of a row, each fact once: `outcome (source_did_not_know)`.
  func missing(in row: Value) -> [String] {
    var found: [String] = []
    for path in paths {
      var value = row
      for field in path { value = (try? fields.read(field, of: value)) ?? .none }
      guard let why = value.missing else { continue }
      let fact = "\(path.joined(separator: ".")) (\(why))"
      if !found.contains(fact) { found.append(fact) }
    }
    return found
  }

  /// The fields of the row itself that are mentioned.
  var fieldNames: [String] { paths.compactMap(\.first) }

  // MARK: Mentions

  private mutating func add(_ expression: Expression) {
    if let path = expression.path(fromRow: rowName) {
      if !path.isEmpty { paths.append(path) }
      return
    }
    if case .binary(.equal, let left, let right, _) = expression.kind {
      for (field, other) in [(left, right), (right, left)] {
        if let path = field.path(fromRow: rowName), path.count == 1, let text = other.plainText {
          texts.append((path[0], text))
        }
      }
    }
    for part in expression.partsAboutTheRow { add(part) }
  }
}

extension Expression {
  /// A text in which nothing is worked out.
  fileprivate var plainText: String? {
    guard case .text(let parts) = kind, parts.count == 1, case .characters(let text) = parts[0] else { return nil }
    return text
  }
}

extension Value {
  /// Why a value can leave a question open: it is unknown, or less exact than it could be. Nil where it is neither.
  fileprivate var missing: String? {
    if let reasons { return reasons.names }
    switch settled {
    case .date(let date): return date.exactDay == nil ? "imprecise: \(date.description)" : nil
    case .quantity(let quantity): return quantity.exact == nil ? "imprecise: \(quantity.shown)" : nil
    case .list(let items): return items.compactMap(\.missing).first
    case .entity(let entity):
      // A term that may be others.
      guard let position = entity.kind.position(of: "may_be"), position < entity.fields.count,
        case .list(let others) = entity.fields[position], !others.isEmpty
      else { return nil }
      return "imprecise: \(entity.shownName)"
    case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .span, .range, .disputed, .series,
      .table, .sealed, .function:
      return nil
    }
  }
}
