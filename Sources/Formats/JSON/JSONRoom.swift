import Values

/// A place of a file in which objects stand, such as the one under `properties` in each row: what their shapes are.
///
/// What is not in one of them and is in another is unknown there; what is in none is a slip of whoever asks.
final class JSONRoom {
  private let family = Shape.Family()
  private var inner: [[UInt8]: JSONRoom] = [:]
  /// A node stands for the keys that came before it; an object goes down one branch with each key.
  private var nodes = [Node()]

  private struct Node {
    var shape: Shape?
    var branches: [(key: [UInt8], node: Int)] = []
  }

  static let root = 0
  /// Objects whose keys are data, such as the names of people, have a shape of their own each, and are not kept.
  private static let mostBranches = 32
  private static let mostNodes = 10_000

  /// The place of the objects that stand under a key of those that stand here.
  func inner(_ text: [UInt8], _ key: Range<Int>) -> JSONRoom {
    let key = Array(text[key])
    if let room = inner[key] { return room }
    // Behind so many keys all others share one room.
    let room = inner.count < JSONRoom.mostBranches ? JSONRoom() : inner[[]] ?? JSONRoom()
    inner[inner.count < JSONRoom.mostBranches ? key : []] = room
    return room
  }

  /// The node behind one more key; nil where there are too many.
  func step(_ node: Int, _ text: [UInt8], _ range: Range<Int>) -> Int? {
    for branch in nodes[node].branches where branch.key.elementsEqual(text[range]) { return branch.node }
    if nodes[node].branches.count >= JSONRoom.mostBranches || nodes.count >= JSONRoom.mostNodes { return nil }
    nodes.append(Node())
    nodes[node].branches.append((Array(text[range]), nodes.count - 1))
    return nodes.count - 1
  }

  /// The shape of the objects whose last key led to a node.
  func shape(_ node: Int?) -> Shape? { node.flatMap { nodes[$0].shape } }

  func makeShape(_ names: [String], _ node: Int?) -> Shape {
    family.add(names)
    let shape = Shape(names, family: family)
    if let node { nodes[node].shape = shape }
    return shape
  }
}
