import Diagnostics

/// How an answer is written.
public enum ValueFormat {
  /// For a person: lines of at most so many cells; a table shows at most so many rows, or all of them. What is said of an
  /// empty field of a record is `closed`, where somebody says that the list is complete. What is asked of records says
  /// of an empty list that nothing is recorded.
  case text(width: Int, rows: Int?, isOfRecords: Bool = false, closed: (Entity, Int) -> String? = { _, _ in nil })
  /// One JSON value on one line.
  case json
  /// One JSON value for each row of a table, each on a line.
  case jsonLines
  /// Values with a row of heads (RFC 4180), and a sign between them: a comma, where nobody says otherwise.
  case csv(separator: Character = ",")
  /// A table of Markdown, or a line of text.
  case markdown
}

/// A value as a person or a program reads it, in lines without their ends.
public func lines(of value: Value, as format: ValueFormat, _ watch: Watch) throws(Fault) -> [String] {
  switch format {
  case .text(let width, let rows, let isOfRecords, let closed):
    try TextLayout(width: max(width, 20), rows: rows, isOfRecords: isOfRecords, closed: closed, watch).lines(of: value)
  case .json: [try value.json(watch)]
  case .jsonLines: try value.jsonLines(watch)
  case .csv(let separator): try value.csv(separator, watch)
  case .markdown: try value.markdown(watch)
  }
}
