extension Diagnostic {
  /// The diagnostic as an object for programs, in the first version of its form.
  ///
  /// Lines and columns count from 1, columns in Unicode scalars; `start` and `end` are offsets in UTF-8 bytes.
  public var json: JSON {
    .record([
      ("version", .integer(1)),
      ("severity", .text(severity.rawValue)),
      ("code", .text(code)),
      ("message", .text(message)),
      ("place", place.map(\.json) ?? .null),
      ("label", .text(label)),
      ("others", .list(others.map { .record([("place", $0.place.json), ("label", .text($0.label))]) })),
      ("notes", .list(notes.map(JSON.text))),
      ("help", help.map(JSON.text) ?? .null),
    ])
  }
}

extension Place {
  fileprivate var json: JSON {
    let end = max(range.lower, range.upper)
    return .record([
      ("file", .text(source.name)),
      ("line", .integer(source.line(at: range.lower))),
      ("column", .integer(source.column(at: range.lower))),
      ("endLine", .integer(source.line(at: end))),
      ("endColumn", .integer(source.column(at: end))),
      ("start", .integer(Int(range.lower))),
      ("end", .integer(Int(end))),
    ])
  }
}
