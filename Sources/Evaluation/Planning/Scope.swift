import Diagnostics
import Values

/// The names of one function while its plan is made: parameters, what it captures, and its own variables.
final class Scope {
  enum Role: Equatable {
    /// The top of a file or an entry: its variables are the script's.
    case top
    /// A declared function, which sees the script's variables as they are when it runs.
    case function
    /// A lambda, a local function or an `each` argument, which takes the values at its making.
    case closure
  }

  struct Variable {
    let slot: Int
    let place: Place
    /// An `each` parameter: mentioning it works it out for the row at hand.
    var isEach = false
    /// False between the beginning of the file and the variable's line.
    var isSet = true
    /// What it was given was asked of records.
    var isOfRecords = false
  }

  let role: Role
  let outer: Scope?
  /// The slot of `it`; nil where there is none.
  var itSlot: Int?
  private(set) var slotCount: Int
  private var blocks: [[String: Variable]] = [[:]]
  /// What is to be captured, in the order in which it was met.
  private(set) var captures: [(slot: Int, source: Node)] = []
  /// The name of a local function inside itself.
  var ownName: String?
  var ownSlot: Int?

  init(_ role: Role, outer: Scope?, firstSlot: Int = 0) {
    self.role = role
    self.outer = outer
    self.slotCount = firstSlot
  }

  func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  func declare(_ name: String, at place: Place, isEach: Bool = false) -> Int {
    let slot = newSlot()
    blocks[blocks.count - 1][name] = Variable(slot: slot, place: place, isEach: isEach)
    return slot
  }

  func define(_ name: String, _ variable: Variable) { blocks[blocks.count - 1][name] = variable }
  func enterBlock() { blocks.append([:]) }
  func leaveBlock() { blocks.removeLast() }

  /// A variable of this function itself.
  func own(_ name: String) -> Variable? {
    for block in blocks.reversed() { if let variable = block[name] { return variable } }
    return nil
  }

  /// A variable of this function or of one around it.
  func nearest(_ name: String) -> Variable? { own(name) ?? outer?.nearest(name) }

  /// The variable declared in the innermost block, where two of one name would clash.
  func inThisBlock(_ name: String) -> Variable? { blocks[blocks.count - 1][name] }

  func capture(_ name: String, _ source: Node, isEach: Bool, at place: Place) -> Variable {
    let variable = Variable(slot: newSlot(), place: place, isEach: isEach)
    blocks[0][name] = variable
    captures.append((variable.slot, source))
    return variable
  }

  /// Captures the outer thing at hand.
  func captureIt(_ source: Node) -> Int {
    let slot = newSlot()
    itSlot = slot
    captures.append((slot, source))
    return slot
  }

  var names: [String] { blocks.flatMap(\.keys) }
}
