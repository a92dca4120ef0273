/// Rows of the same columns, with those that could not be decided kept apart.
public final class Table {
  public init() {}
}
