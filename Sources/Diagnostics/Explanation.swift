/// More of one code, for `rep explain`: what is wrong, and how it reads when it is right.
///
/// Each target that says something keeps its explanations beside its messages, as an array named `TARGETExplanations`.
public struct Explanation: Sendable {
  /// `R` and three digits.
  public let code: String
  /// The fault in a few words, without a full stop.
  public let title: String
  /// A short paragraph: why Rep asks for this.
  public let text: String
  /// A piece of Rep that causes the message.
  public let wrong: String
  /// The same piece as it should be.
  public let right: String

  public init(_ code: String, _ title: String, _ text: String, wrong: String, right: String) {
    self.code = code
    self.title = title
    self.text = text
    self.wrong = wrong
    self.right = right
  }
}
