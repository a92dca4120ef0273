/// How answers are written.
public enum OutputFormat: String, CaseIterable, Sendable {
  case text, json, csv, markdown
}
