import Diagnostics

extension Path {
  public var dump: String { names.map(\.text).joined(separator: ".") }
}

extension RecordDeclaration {
  public var dump: String {
    let text = dumpList(
      "record",
      [kind.text, name?.text, label.map(dumpText), parent.map { ": \($0.text)" }] + claims.map(\.dump)
        + [body.map { dumpList("body", $0.map(\.dump)) }])
    return text
  }
}

extension RecordLine {
  public var dump: String {
    switch self {
    case .field(let line):
      dumpList(
        "field",
        [line.name.text, line.value.dump, line.at.map { "at \($0.dump)" }, line.remark.map(dumpText)]
          + line.claims.map(\.dump))
    case .event(let line): line.dump
    case .record(let record): record.documentation.map { dumpList("doc", [dumpText($0), record.dump]) } ?? record.dump
    case .complete(let name, let date, let claims, _):
      dumpList("complete", [name.text, date.dump] + claims.map(\.dump))
    case .expect(let test, _): dumpList("expect", [test.dump])
    }
  }
}

extension EventLine {
  public var dump: String {
    let when =
      switch date {
      case .date(let date): date.dump
      case .unknown(let reason, _): dumpList("unknown", [reason?.text])
      }
    return dumpList(
      "event",
      [when, stage?.text, act.text] + roles.map(\.dump) + [remark.map(dumpText)] + body.map(\.dump) + claims.map(\.dump)
    )
  }
}

extension EventLine.Role {
  public var dump: String { dumpList(preposition.rawValue, who.map(\.dump)) }
}

extension EventLine.Who {
  public var dump: String {
    switch self {
    case .path(let path): path.dump
    case .text(let text, _): dumpText(text)
    case .unknown(let reason, _): dumpList("unknown", [reason?.text])
    case .none: "none"
    }
  }
}

extension DateLiteral {
  public var dump: String { "@" + text + (until.map { "..@" + $0 } ?? "") }
}

extension ClaimClause {
  public var dump: String {
    switch self {
    case .per(let sources): dumpList("per", sources.map(\.dump))
    case .status(let name, let remark): dumpList("as", [name.text, remark.map(dumpText)])
    case .at(let date): dumpList("at", [date.dump])
    }
  }
}

extension SourceReference {
  public var dump: String {
    let parts: [String?] =
      containers.map { "in \($0.dump)" } + [
        after.map { "after \($0.dump)" },
        locator.map { locator in
          switch locator {
          case .pages(let first, let last): "p. \(first)" + (last.map { "-\($0)" } ?? "")
          case .text(let text): dumpText(text)
          }
        },
      ]
    return parts.allSatisfy { $0 == nil } ? cited.dump : dumpList(cited.dump, parts)
  }
}

extension DataValue {
  public var dump: String {
    switch kind {
    case .number(let number): number.dump
    case .span(let parts, let about):
      dumpList(about ? "about-span" : "span", parts.map { "\($0.0) \($0.1.rawValue)" })
    case .date(let date): date.dump
    case .text(let text): dumpText(text)
    case .path(let path): path.dump
    case .truth(let truth): "\(truth)"
    case .none: "none"
    case .unknown(let reason): dumpList("unknown", [reason?.text])
    case .list(let elements): "[" + elements.map(\.dump).joined(separator: " ") + "]"
    case .record(let entries): "{" + entries.map { "\($0.name.text): \($0.value.dump)" }.joined(separator: " ") + "}"
    case .faulty: "(faulty)"
    }
  }
}

extension NumberLiteral {
  public var dump: String {
    let number =
      switch end {
      case .exact: low.dump
      case .open: low.dump + ".."
      case .number(let high): low.dump + ".." + high.dump
      }
    guard about || unit != nil else { return number }
    return dumpList(about ? "about" : "number", [number, unit?.text])
  }
}

extension NumberLiteral.Magnitude {
  public var dump: String {
    switch self {
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    }
  }
}
