extension Session {
  public func format(bytes: [UInt8], name: String) -> Result<String, Refusal> {
    .success(String(decoding: bytes, as: UTF8.self))
  }
  public func explain(_ code: String) -> String? { nil }
  public func completions(in line: String, at cursor: Int) -> Completions { Completions(start: cursor, words: []) }
}
