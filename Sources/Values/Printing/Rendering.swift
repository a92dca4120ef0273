import Diagnostics

/// How an answer is written.
public enum ValueFormat {
  /// For a person: lines of at most so many cells; a table shows at most so many rows, or all of them. What is said of an
  /// empty field of a record is `closed`, where somebody says that the list is complete.
  case text(width: Int, rows: Int?, closed: (Entity, Int) -> String? = { _, _ in nil })
  /// One JSON value on one line.
  case json
  /// Comma-separated values with a row of heads (RFC 4180).
  case csv
  /// A table of Markdown, or a line of text.
  case markdown
}

/// A value as a person or a program reads it; it ends with a line end.
public func render(_ value: Value, as format: ValueFormat) -> String {
  switch format {
  case .text(let width, let rows, let closed):
    TextLayout(width: max(width, 20), rows: rows, closed: closed).lines(of: value).joined(separator: "\n") + "\n"
  case .json: value.json.text + "\n"
  case .csv: value.csv
  case .markdown: value.markdown
  }
}
