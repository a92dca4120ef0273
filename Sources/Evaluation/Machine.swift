import Diagnostics
import Records
import Values

/// What is shared by everything that runs: the stack, the script's variables, the corpus, and the way to stop.
public final class Machine {
  public let corpus: Corpus
  let state: UnsafeMutablePointer<State>
  /// Says every 1,024 steps whether to go on.
  let watch: Watch
  /// Takes what `show`, and an expression standing alone, give.
  public var show: (Answer) throws(Fault) -> Void = { (_: Answer) throws(Fault) in }
  /// Takes what `why`, standing alone, explains.
  public var tell: (Explained) -> Void = { _ in }
  /// The keyed hash of some bytes; nil where no key was given.
  public var keyedHash: ([UInt8]) -> [UInt8]? = { _ in nil }
  /// The bytes of a file, which a script names as it would in `use`: from its own folder on.
  public var read: (_ path: String, _ user: Source?) throws(Fault) -> [UInt8] = { path, _ throws(Fault) in
    throw Fault("R501", "`\(path)` cannot be read")
  }
  /// Puts bytes in the place of a file, which a script names in the same way.
  public var write: (_ bytes: [UInt8], _ path: String, _ user: Source?) throws(Fault) -> Void = {
    _, path, _ throws(Fault) in
    throw Fault("R505", "`\(path)` cannot be written")
  }
  /// The script from which the builtin at work was called, for those that read files.
  var caller: Source?
  /// How many cells a line of an explanation may take.
  public var width = 100
  /// What `check` and `expect` report to; nil outside of tests, where a check that fails is a fault.
  public var report: ((CheckResult) -> Void)?
  /// Keeps what each node saw while `why` runs; nil otherwise.
  var recorder: Recorder?

  /// How many values the stack holds: as many as fit into a stretch as large as the native stack, which for some
  /// millions of calls is enough. It is touched only as far as it is used.
  private static func capacity(beside stack: StackBounds) -> Int {
    min(max(Int(stack.base - stack.limit) / MemoryLayout<Value>.stride, 1 << 16), 32 << 20)
  }
  private static let globalCapacity = 1 << 16

  public init(corpus: Corpus, stack: StackBounds, watch: Watch = Watch()) {
    self.corpus = corpus
    self.watch = watch
    state = .allocate(capacity: 1)
    let capacity = Machine.capacity(beside: stack)
    let base = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
    let globals = UnsafeMutablePointer<Value>.allocate(capacity: Machine.globalCapacity)
    globals.initialize(repeating: .integer(0), count: Machine.globalCapacity)
    state.initialize(
      to: State(
        top: base, base: base, limit: base + (capacity - 4096), globals: globals, nativeLimit: stack.limit,
        machine: Unmanaged.passUnretained(self)))
  }

  deinit {
    state.pointee.globals.deinitialize(count: Machine.globalCapacity)
    state.pointee.globals.deallocate()
    state.pointee.base.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// How many variables a project can have at its top.
  static var mostGlobals: Int { globalCapacity }

  func global(_ slot: Int) -> Value { state.pointee.globals[slot] }
  func setGlobal(_ slot: Int, _ value: Value) { state.pointee.globals[slot] = value }
}

/// The native stack of the thread that evaluates: from the address of its last usable byte up to its base.
///
/// Stacks grow downwards: a call whose locals lie below `limit` is one call too deep, and an error instead of a crash.
public struct StackBounds: Sendable {
  public let limit: UInt
  public let base: UInt

  public init(limit: UInt, base: UInt) {
    self.limit = limit
    self.base = base
  }

  /// The bounds where nobody says better: a modest stretch below the caller.
  public static func here() -> StackBounds {
    var marker = 0
    let address = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
    return StackBounds(limit: address - 256 * 1024, base: address)
  }
}

/// How one `check` or `expect` went.
public struct CheckResult {
  public let holds: Truth
  public let place: Place
  /// Both sides of a comparison, and the values inside, as text; empty where it holds.
  public let details: [String]
}
