import Records
import Values

/// The arguments of one call of a builtin, already checked against its declaration.
public struct Call {
  let arguments: UnsafeMutablePointer<Value>
  public let count: Int
  private let callee: Unmanaged<BuiltinFunction>
  private let state: UnsafeMutablePointer<State>

  init(arguments: UnsafeMutablePointer<Value>, of function: BuiltinFunction) {
    self.arguments = arguments
    self.count = function.parameterCount
    self.callee = Unmanaged.passUnretained(function)
    self.state = function.state
  }

  private var function: BuiltinFunction { callee.takeUnretainedValue() }

  /// The argument at a position, counted from 0.
  public subscript(position: Int) -> Value { arguments[position].quick }

  /// Takes an argument out of the call, so that a list that nobody else holds can be changed in place.
  ///
  /// To be used once nothing can go wrong any more: on a fault the caller's variable keeps what was not taken.
  public func take(_ position: Int) -> Value {
    let value = arguments[position]
    arguments[position] = .none
    return value
  }

  /// A whole number; a real with nothing behind the point counts as one.
  public func integer(_ position: Int) throws(Fault) -> Int {
    switch arguments[position] {
    case .integer(let number): return number
    case .real(let number):
      if let whole = Int(exactly: number) { return whole }
      throw .needsWholeNumber(function.name ?? "", number, argument: position)
    case .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      throw wrongKind(position, "a whole number")
    }
  }

  /// A number as a real; a quantity gives its point.
  public func real(_ position: Int) throws(Fault) -> Double {
    switch arguments[position] {
    case .integer(let number): return Double(number)
    case .real(let number): return number
    case .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      throw wrongKind(position, "a number")
    }
  }

  public func text(_ position: Int) throws(Fault) -> String {
    guard let text = arguments[position].string else { throw wrongKind(position, "a text") }
    return text
  }

  public func date(_ position: Int) throws(Fault) -> Date {
    guard case .date(let date) = arguments[position] else { throw wrongKind(position, "a date") }
    return date
  }

  public func span(_ position: Int) throws(Fault) -> Span {
    guard case .span(let span) = arguments[position] else { throw wrongKind(position, "a span such as `90 days`") }
    return span
  }

  /// A truth, which may be unknown.
  public func truth(_ position: Int) throws(Fault) -> Truth { try arguments[position].asTruth() }

  public func entity(_ position: Int) throws(Fault) -> Entity {
    guard case .entity(let entity) = arguments[position] else { throw wrongKind(position, "a record") }
    return entity
  }

  /// A function with this many parameters.
  public func function(_ position: Int, parameters: Int) throws(Fault) -> Callable {
    guard case .function(let function) = arguments[position] else { throw wrongKind(position, "a function") }
    if function.parameterCount != parameters {
      throw .functionNeeds(parameters, self.function.name ?? "", has: function.parameterCount, argument: position)
    }
    return function
  }

  /// What an `each` parameter was given.
  public func each(_ position: Int) throws(Fault) -> Each {
    guard case .function(let function) = arguments[position], let each = function as? Each else {
      throw wrongKind(position, "an expression for each row")
    }
    return each
  }

  /// What an `each columns..` parameter was given, in order.
  public func eaches(_ position: Int) throws(Fault) -> [Each] {
    guard case .list(let items) = arguments[position] else { return [try each(position)] }
    var result: [Each] = []
    for item in items {
      guard case .function(let function) = item, let each = function as? Each else {
        throw wrongKind(position, "an expression for each row")
      }
      result.append(each)
    }
    return result
  }

  /// What an `each on..` parameter was given: each key as it is read on the left, and on the right.
  public func sides(_ position: Int) throws(Fault) -> [(left: Each, right: Each)] {
    guard case .list(let items) = arguments[position] else { throw wrongKind(position, "keys") }
    var result: [(left: Each, right: Each)] = []
    for item in items {
      guard case .list(let sides) = item, sides.count == 2, case .function(let left) = sides[0],
        case .function(let right) = sides[1], let left = left as? Each, let right = right as? Each
      else { throw wrongKind(position, "keys that stand behind `on`") }
      result.append((left, right))
    }
    return result
  }

  /// What an `each by..: likeness` parameter was given: each key, and whether it stands in `similar(…)`.
  public func likenesses(_ position: Int) throws(Fault) -> [(each: Each, isSimilar: Bool)] {
    guard case .list(let items) = arguments[position] else { throw wrongKind(position, "keys") }
    var result: [(each: Each, isSimilar: Bool)] = []
    for item in items {
      guard case .list(let parts) = item, parts.count == 2, case .function(let function) = parts[0],
        let each = function as? Each, case .truth(let isSimilar) = parts[1]
      else { throw wrongKind(position, "keys that stand behind `by`") }
      result.append((each, isSimilar.isYes))
    }
    return result
  }

  /// Counts a step of work, and stops when the user asked for it: to be called in every long loop.
  @inline(__always) public func tick() throws(Fault) { try state.tick() }

  /// For long work outside of this call.
  public var watch: Watch { state.watch }

  /// The keyed hash of some bytes; nil where no key was given.
  public func keyedHash(_ bytes: [UInt8]) -> [UInt8]? { state.pointee.machine.takeUnretainedValue().keyedHash(bytes) }

  /// The bytes of a file that the script at work names.
  public func read(_ path: String) throws(Fault) -> [UInt8] {
    let machine = state.pointee.machine.takeUnretainedValue()
    return try machine.read(path, machine.caller)
  }

  /// Puts bytes in the place of a file that the script at work names.
  public func write(_ bytes: [UInt8], to path: String) throws(Fault) {
    let machine = state.pointee.machine.takeUnretainedValue()
    try machine.write(bytes, path, machine.caller)
  }

  /// Whether it is kept what everything rests on, for `why`: then each row is looked at by itself.
  public var isExplained: Bool { state.pointee.machine.takeUnretainedValue().recorder != nil }

  /// For a function that withholds something of what it is given: nobody is told then what its answer rests on.
  public func withholdGrounds() { state.pointee.machine.takeUnretainedValue().recorder?.withhold() }

  /// For a function that lists claims: whoever asks why is told these.
  public func list(_ claims: [ListedClaim]) { state.pointee.machine.takeUnretainedValue().recorder?.list(claims) }

  /// All records and terms.
  public var corpus: Corpus { state.pointee.machine.takeUnretainedValue().corpus }

  public func wrongKind(_ position: Int, _ needed: String) -> Fault {
    .wrongKind(
      function.name ?? "", function.parameterName(position), needed, not: arguments[position], argument: position)
  }
}
