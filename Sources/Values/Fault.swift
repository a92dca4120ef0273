import Diagnostics

/// What went wrong while running: a message that gets its place from the node that was at work.
///
/// Whoever throws it says what is wrong; the innermost node that knows where it stands adds the place.
/// Unchecked, since a fault is made, completed and read on the one thread that evaluates.
public final class Fault: Error, @unchecked Sendable {
  public private(set) var diagnostic: Diagnostic
  /// The argument, counted from 0, that is at fault, so that a call can mark it alone.
  public private(set) var argument: Int?
  /// What helps where the value at fault stands in a column, by the name of the column as it is typed.
  private var helpForColumn: ((String) -> String)?
  /// True for a stop that is nobody's mistake: Ctrl-C.
  public let isCancellation: Bool

  public init(_ code: String, _ message: String, argument: Int? = nil, help: String? = nil) {
    self.diagnostic = Diagnostic(code, message, help: help)
    self.argument = argument
    self.isCancellation = false
  }

  public init(_ diagnostic: Diagnostic, isCancellation: Bool = false) {
    self.diagnostic = diagnostic
    self.argument = nil
    self.isCancellation = isCancellation
  }

  /// Gives the fault its place, unless it has one.
  public func located(_ place: @autoclosure () -> Place) -> Fault {
    if diagnostic.place == nil { diagnostic.place = place() }
    return self
  }

  /// Says what to do, where that is known better than where the fault was made.
  public func helping(_ help: String) -> Fault {
    diagnostic.help = help
    return self
  }

  /// Says what helps where the value at fault stands in a column: the node that read it knows which.
  public func helpingColumn(_ help: @escaping (String) -> String) -> Fault {
    helpForColumn = help
    return self
  }

  /// Tells the name of the column in which the value at fault stands, or that it stands in none.
  public func inColumn(_ name: String?) -> Fault {
    if let name, let helpForColumn { diagnostic.help = helpForColumn(name.asName) }
    helpForColumn = nil
    return self
  }

  /// Adds a remark, such as the row at which a step stopped.
  public func noting(_ note: String) -> Fault {
    diagnostic.notes.append(note)
    return self
  }
}
