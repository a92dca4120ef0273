/// A length of time in units of the calendar, with two ends where it is uncertain.
public final class Span: Sendable {
  public init() {}
}
