import Diagnostics
import Values

// Every message about candidates (R757 to R759), as it reads where it is thrown.
extension Fault {
  static func notAName(_ value: Value, argument: Int? = nil) -> Fault {
    Fault(
      "R757", "`similar` is asked of names, and this is \(value.settled.kindName)", argument: argument,
      help: "a name is a text, a list of texts, or a record, which goes by all that it is called")
  }

  static func leastOutOfReach(_ value: Value, argument: Int) -> Fault {
    Fault(
      "R758", "pairs are near from above 0 up to 1, so that `least` cannot be \(value.quoted)", argument: argument,
      help: "`least: 0.9` shows fewer pairs than 0.8")
  }

  static func tooManyCandidates(_ count: Int) -> Fault {
    Fault(
      "R759", "more than \(count) pairs are near, and nobody looks through so many", argument: 0,
      help: "ask for more: another key, `least: 0.95`, or fewer rows by `where`")
  }
}
