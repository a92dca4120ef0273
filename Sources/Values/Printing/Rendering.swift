import Diagnostics

/// How an answer is written.
public enum ValueFormat {
  /// For a person: lines of at most so many cells; a table shows at most so many rows, or all of them. What is said of an
  /// empty field of a record is `closed`, where somebody says that the list is complete. What is asked of records says
  /// of an empty list that nothing is recorded.
  case text(width: Int, rows: Int?, isOfRecords: Bool = false, closed: (Entity, Int) -> String? = { _, _ in nil })
  /// One JSON value on one line.
  case json
  /// Comma-separated values with a row of heads (RFC 4180).
  case csv
  /// A table of Markdown, or a line of text.
  case markdown
}

/// A value as a person or a program reads it, in lines without their ends.
public func lines(of value: Value, as format: ValueFormat, _ watch: Watch) throws(Fault) -> [String] {
  switch format {
  case .text(let width, let rows, let isOfRecords, let closed):
    try TextLayout(width: max(width, 20), rows: rows, isOfRecords: isOfRecords, closed: closed, watch).lines(of: value)
  case .json: [try value.json(watch)]
  case .csv: try value.csv(watch)
  case .markdown: try value.markdown(watch)
  }
}
