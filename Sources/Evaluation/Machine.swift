import Records
import Values

/// What is shared by everything that runs: the corpus, the count of steps, and the way to stop.
public final class Machine {
  public let corpus: Corpus
  var steps = 0
  /// Asked every 1,024 steps; true stops what runs.
  public var isCancelled: () -> Bool = { false }

  public init(corpus: Corpus) { self.corpus = corpus }

  @inline(__always) func tick() throws(Fault) {
    steps &+= 1
    if steps & 1023 == 0 { try look() }
  }

  private func look() throws(Fault) {
    if isCancelled() { throw .cancelled() }
  }
}
