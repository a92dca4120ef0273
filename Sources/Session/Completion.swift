/// One way to go on with the word at the cursor.
public struct Completion: Hashable, Sendable {
  /// The whole word, as it stands in the line once taken.
  public var text: String
  /// What kind of thing it is, in a word or two: `field`, `case`, `function`, `file`.
  public var kind: String
  /// One sentence that tells it from others; may be empty.
  public var summary: String

  public init(_ text: String, kind: String, summary: String = "") {
    self.text = text
    self.kind = kind
    self.summary = summary
  }
}

/// What Tab offers: the words that fit, and where the word that they take the place of begins.
public struct Completions: Sendable {
  /// The UTF-8 offset in the line from which, up to the cursor, a completion takes the text's place.
  public var start: Int
  public var words: [Completion]

  public init(start: Int, words: [Completion]) {
    self.start = start
    self.words = words
  }
}
