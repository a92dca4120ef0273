import Diagnostics
import Syntax
import Values

/// A function written in Rep: how large its window is, and its body.
///
/// Its slots are the parameters, then what it captures and its own variables in the order in which they were met.
final class Function {
  let name: String?
  let parameterCount: Int
  /// Set once the body has been planned; a call may be planned before that.
  private(set) var slotCount = 0
  private(set) var body: Node?
  private var alias: Alias?
  /// The kinds that parameters were declared to have, for those that say one.
  private(set) var checks: [(slot: Int, name: String, kinds: KindSet)] = []
  private(set) var hasChecks = false
  /// The declaration, where there is one: names and defaults of parameters, for calls.
  let declaration: FunctionDeclaration?

  init(name: String?, parameterCount: Int, declaration: FunctionDeclaration?) {
    self.name = name
    self.parameterCount = parameterCount
    self.declaration = declaration
  }

  /// Gives the function its body, with all slots counted.
  func bind(_ body: Node, slotCount: Int) {
    self.body = body
    self.slotCount = slotCount
    alias = Alias(body)
  }

  /// The fields that the body mentions of the row that it is given; nil for what is no expression about a row.
  var facts: RowFacts?

  /// How it is worked out over columns; nil where it is asked row by row.
  var columnPlan: ColumnPlan?

  func addCheck(_ slot: Int, _ name: String, _ kinds: KindSet) {
    checks.append((slot, name, kinds))
    hasChecks = true
  }

  /// Whether it takes so many arguments of whatever kind.
  @inline(__always) func takesAny(_ count: Int) -> Bool { parameterCount == count && !hasChecks }

  /// Works out the body in a window that holds the arguments.
  @inline(__always) func value(_ frame: Frame) throws(Fault) -> Value {
    guard let alias else { return .none }
    return try alias.value(frame)
  }

  @inline(__always) func truth(_ frame: Frame) throws(Fault) -> Truth {
    guard let alias else { return .no }
    return try alias.truth(frame)
  }

  func check(_ window: UnsafeMutablePointer<Value>) throws(Fault) {
    for (slot, parameter, kinds) in checks where !kinds.allows(window[slot]) {
      if kinds.allows(window[slot].settled) || window[slot].reasons != nil { continue }
      throw .wrongKind(name ?? "this function", parameter, kinds.description, not: window[slot], argument: slot)
    }
  }
}

/// A function with the values that it captured when it was made.
final class Closure: Each {
  let function: Function
  /// Where in the window each captured value goes, and the value.
  let captures: [(slot: Int, value: Value)]
  /// The slot through which a local function reaches itself.
  let ownSlot: Int?
  /// Of the machine that made it, which outlives it.
  let state: UnsafeMutablePointer<State>

  init(
    _ function: Function, captures: [(slot: Int, value: Value)], ownSlot: Int? = nil, label: String, field: String?,
    descending: Bool?, _ state: UnsafeMutablePointer<State>
  ) {
    self.function = function
    self.captures = captures
    self.ownSlot = ownSlot
    self.state = state
    super.init(label: label, field: field, descending: descending, parameterCount: function.parameterCount)
  }

  override func truths(over columns: Columns) throws(Fault) -> Truths? { try truthsByColumn(columns) }
  override func column(over columns: Columns) throws(Fault) -> Column? { try columnByColumn(columns) }
  override func measures(over columns: Columns) throws(Fault) -> Measures? { try measuresByColumn(columns) }

  override var fieldsOfRow: [String] { function.facts?.fieldNames ?? super.fieldsOfRow }

  override var textsOfRow: [(field: String, text: String)] { function.facts?.texts ?? [] }

  override func lacking(_ row: Value, reasons: Reasons?) -> [String] {
    let missing = function.facts?.missing(in: row) ?? []
    return missing.isEmpty ? super.lacking(row, reasons: reasons) : missing
  }

  /// Opens the window of a call; the arguments are still to be put in.
  @inline(__always) func open(_ frame: Frame) throws(Fault) -> UnsafeMutablePointer<Value> {
    let window = try frame.open(function.slotCount)
    var position = 0
    while position < captures.count {
      (window + captures[position].slot).initialize(to: captures[position].value.quick)
      position += 1
    }
    if let ownSlot { window[ownSlot] = .function(self) }
    return window
  }

  /// Calls it from a frame with one argument, which it was found to take.
  @inline(__always) func value(_ frame: Frame, _ argument: Value) throws(Fault) -> Value {
    let count = function.slotCount
    let window = try open(frame)
    defer { frame.close(window, count) }
    window.initialize(to: argument)
    return try function.value(Frame(slots: window, state: frame.state))
  }

  /// Calls it from a frame with two arguments, which it was found to take.
  @inline(__always) func value(_ frame: Frame, _ first: Value, _ second: Value) throws(Fault) -> Value {
    let count = function.slotCount
    let window = try open(frame)
    defer { frame.close(window, count) }
    window.initialize(to: first)
    (window + 1).initialize(to: second)
    return try function.value(Frame(slots: window, state: frame.state))
  }

  private var caller: Frame { Frame(slots: state.pointee.top, state: state) }

  override func call(_ arguments: [Value]) throws(Fault) -> Value {
    if arguments.count != function.parameterCount {
      throw .wrongCount(name, needs: function.parameterCount, given: arguments.count)
    }
    let frame = caller
    let window = try open(frame)
    defer { frame.close(window, function.slotCount) }
    for (slot, argument) in arguments.enumerated() { window[slot] = argument }
    if function.hasChecks { try function.check(window) }
    return try function.value(Frame(slots: window, state: frame.state))
  }

  override func call(_ argument: Value) throws(Fault) -> Value {
    function.takesAny(1) ? try value(caller, argument) : try call([argument])
  }

  override func call(_ first: Value, _ second: Value) throws(Fault) -> Value {
    function.takesAny(2) ? try value(caller, first, second) : try call([first, second])
  }

  override func test(_ argument: Value) throws(Fault) -> Truth {
    if !function.takesAny(1) { return try call([argument]).asTruth() }
    let frame = caller
    let window = try open(frame)
    defer { frame.close(window, function.slotCount) }
    window.initialize(to: argument)
    return try function.truth(Frame(slots: window, state: frame.state))
  }

  override func test(_ first: Value, _ second: Value) throws(Fault) -> Truth {
    if !function.takesAny(2) { return try call([first, second]).asTruth() }
    let frame = caller
    let window = try open(frame)
    defer { frame.close(window, function.slotCount) }
    window.initialize(to: first)
    (window + 1).initialize(to: second)
    return try function.truth(Frame(slots: window, state: frame.state))
  }
}

extension Callable {
  /// This function as a closure; nil for one of the library written in Swift.
  @inline(__always) var closure: Closure? {
    type(of: self) == Closure.self ? unsafeDowncast(self, to: Closure.self) : nil
  }
}
