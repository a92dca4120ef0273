import Diagnostics

/// What of a text did not get into its tree: stretches that something is wrong with, and the names in them.
///
/// Whoever goes on with the tree says nothing about these stretches, and calls none of these names unknown.
public struct Unread: Sendable {
  /// From the first to the last, each apart from the next.
  private let stretches: [SourceRange]
  public let names: LostNames

  init(_ stretches: [SourceRange], _ names: LostNames) {
    self.stretches = stretches
    self.names = names
  }

  /// Nothing is unread.
  public static let nothing = Unread([], LostNames())
  /// Of this text nothing is known.
  public static let everything = Unread([SourceRange(0, Int(Int32.max))], .any)

  /// Whether a stretch of the text shares anything with what was not read.
  public func touches(_ range: SourceRange) -> Bool {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].upper <= range.lower { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count && stretches[low].lower < max(range.upper, range.lower + 1)
  }
}

/// Names that stand, or may stand, where something could not be taken in: that there is nothing of that name must not be
/// said.
public struct LostNames: Sendable {
  private var names: Set<String> = []
  /// Names that `let` or `fn` gives there: what else is called so may be hidden.
  private var hiding: Set<String> = []
  /// True where any name may be lost, as when a file cannot be read.
  private var mayBeAny = false

  public init() {}

  static let any = LostNames(mayBeAny: true)

  private init(mayBeAny: Bool) { self.mayBeAny = mayBeAny }

  public var isEmpty: Bool { names.isEmpty && !mayBeAny }

  public func contains(_ name: String) -> Bool { mayBeAny || !names.isEmpty && names.contains(name) }

  /// Whether a lost variable or function may be meant by a name that something else bears.
  public func mayHide(_ name: String) -> Bool { !hiding.isEmpty && hiding.contains(name) }

  public mutating func insert(_ name: String, isHiding: Bool = false) {
    names.insert(name)
    if isHiding { hiding.insert(name) }
  }

  public mutating func formUnion(_ other: LostNames) {
    names.formUnion(other.names)
    hiding.formUnion(other.hiding)
    if other.mayBeAny { mayBeAny = true }
  }

  mutating func insertAny() { mayBeAny = true }
}
