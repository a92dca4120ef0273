/// Counts the steps of work, and looks now and then whether it may go on: somebody may want it to stop, and memory ends.
///
/// Whatever goes through many values, or makes something large of a few, is given one and counts its steps with it.
public final class Watch {
  private let isCancelled: () -> Bool
  private let hasMemory: (Int) -> Bool
  @usableFromInline var steps = 0
  private var looks = 0
  @usableFromInline var announced = 0
  @usableFromInline var advances = 0
  /// Told how far something long has come, and nil when it has ended.
  public var progress: ((Progress?) -> Void)?

  /// How far something long has come.
  public struct Progress: Sendable {
    /// What is done, as a person calls it: `reading cases.csv`.
    public let work: String
    public let done: Int
    /// How much there is of it in all; nil where nobody can say.
    public let whole: Int?

    public init(_ work: String, done: Int, of whole: Int?) {
      self.work = work
      self.done = done
      self.whole = whole
    }
  }

  /// A step takes some nanoseconds, so that a look every 1,024 steps is soon enough; to measure the memory takes longer
  /// than to look at a flag, and is done at every sixteenth look.
  @usableFromInline static let stepsBetweenLooks = 1024
  private static let looksBetweenMeasures = 16
  /// So many bytes may be announced before the memory is measured.
  @usableFromInline static let mostAnnounced = 16 << 20

  /// - Parameter isCancelled: whether somebody asked to stop.
  /// - Parameter hasMemory: whether so many bytes more may be taken.
  public init(
    isCancelled: @escaping () -> Bool = { false }, hasMemory: @escaping (Int) -> Bool = { _ in true }
  ) {
    self.isCancelled = isCancelled
    self.hasMemory = hasMemory
  }

  /// One that allows so many steps, for what cannot be stopped.
  convenience init(steps: Int) {
    var looks = steps / Watch.stepsBetweenLooks
    self.init(isCancelled: {
      looks -= 1
      return looks < 0
    })
  }

  /// Counts a step: to be called in every loop that can be long.
  @inlinable @inline(__always) public func tick() throws(Fault) {
    steps &+= 1
    if steps & (Watch.stepsBetweenLooks - 1) == 0 { try look() }
  }

  /// Counts many steps at once, such as the bytes of a text that is gone through.
  @inlinable public func tick(_ count: Int) throws(Fault) {
    let before = steps
    steps &+= count
    if before / Watch.stepsBetweenLooks != steps / Watch.stepsBetweenLooks { try look() }
  }

  /// Says how far something long has come; to be called for every row or so, of which few are passed on.
  @inlinable public func advance(_ progress: @autoclosure () -> Progress) {
    advances &+= 1
    if advances & 4095 == 0 { self.progress?(progress()) }
  }

  /// Looks whether to go on.
  public func look() throws(Fault) {
    if isCancelled() { throw .cancelled() }
    looks &+= 1
    if looks % Watch.looksBetweenMeasures == 0 { try measure(for: 0) }
  }

  /// Announces that so many bytes are about to be taken, and refuses where there are not so many.
  @inlinable public func take(_ bytes: Int) throws(Fault) {
    announced &+= bytes
    if announced >= Watch.mostAnnounced { try measure(for: bytes) }
  }

  @usableFromInline @inline(never) func measure(for bytes: Int) throws(Fault) {
    announced = 0
    if !hasMemory(bytes) { throw .memoryUsedUp() }
  }
}
