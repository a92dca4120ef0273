import Diagnostics

/// Sources, statuses and dates behind what is claimed.
extension Parser {
  /// `per a p. 12, b as alleged at 2022`
  ///
  /// - Parameter isStatement: true where they begin a line of their own.
  mutating func claims(isStatement: Bool = false) throws -> [ClaimClause] {
    var clauses: [ClaimClause] = []
    while onLine || isStatement && clauses.isEmpty, token.kind == .reserved, peek().kind != .colon {
      switch token.word {
      case .per:
        advance()
        var sources = [try sourceReference()]
        while token.kind == .comma, goesOnSources {
          advance()
          sources.append(try sourceReference())
        }
        clauses.append(.per(sources))
      case .as:
        advance()
        let status = try expectName("the status")
        clauses.append(.status(status, remark: sees(.text) ? plainTextLiteral() : nil))
      case .at:
        advance()
        clauses.append(.at(try date()))
      default: return clauses
      }
    }
    return clauses
  }

  private var goesOnSources: Bool {
    guard peek().kind == .name else { return false }
    let behind = peek(2)
    if behind.kind == .colon { return false }
    if behind.kind == .leftBrace, peek().newlineBefore { return false }
    return behind.newlineBefore || behind.kind != .name || behind.word == .p
  }

  private mutating func sourceReference() throws -> SourceReference {
    let start = token
    if token.kind == .text, onLine {
      throw expected(
        "the name of a source",
        help: "a source is a record of its own, `source NAME \(text(token)) { … }`; then `per NAME`")
    }
    let cited = try path()
    var containers: [Path] = []
    while token.kind == .reserved, onLine, token.word == .in {
      advance()
      containers.append(try path())
    }
    let after = takes(.after) ? try path() : nil
    if let after, sees(.after) {
      throw mistake(.chainOfSources(place(token), source.text(in: after.range), peek().isWord ? text(peek()) : "…"))
    }
    var locator: SourceReference.Locator?
    if sees(.text) {
      locator = .text(plainTextLiteral())
    } else if sees(.p), peek().kind == .dot, !peek().spaceBefore {
      advance()
      advance()
      let first = try page()
      var last: Int?
      if sees(.minus) {
        advance()
        last = try page()
      }
      locator = .pages(first, through: last)
    } else if token.kind == .name, onLine,
      text(token) == "pp" || (token.word == .p && peek().kind == .integer)
        || text(token) == "page" || text(token) == "pages"
    {
      throw mistake(.pageLocator(place(token), text(token)))
    }
    return SourceReference(cited: cited, containers: containers, after: after, locator: locator, range(from: start))
  }

  private mutating func page() throws -> Int {
    guard token.kind == .integer, onLine, case .integer(let page) = magnitude(token) else {
      if sees(.faulty) {
        advance()
        return 0
      }
      throw expected("the number of a page", help: "another place in a source is a text: `per source \"minute 14:20\"`")
    }
    advance()
    return page
  }
}

extension Statement {
  /// Whether a file may go on with `per` behind it: what was said until here needs no source.
  var isBeforeAttribution: Bool {
    switch kind {
    case .use, .prose: true
    case .record(let record): record.kind.text == "source"
    case .letVariable, .assign, .function, .ifElse, .forEach, .whileLoop, .breakLoop, .continueLoop, .returnValue,
      .check, .expect, .show, .test, .kind, .extendKind, .set, .same, .extend, .attribution, .rule, .pattern,
      .continuation, .expression:
      false
    }
  }
}
