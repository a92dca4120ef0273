extension Value {
  public var printed: String {
    switch self {
    case .integer(let n): "\(n)"
    case .real(let n): "\(n)"
    case .truth(let t): t.isYes ? "true" : t.isNo ? "false" : "unknown"
    case .short, .text: string ?? ""
    case .list(let i): "[" + i.map(\.printed).joined(separator: ", ") + "]"
    default: "\(kindName)"
    }
  }
}
extension Table {
  public var items: [Value] { [] }
  public func decidedItems(for who: String) throws(Fault) -> [Value] { [] }
}
extension Record { public var subject: Entity? { nil } }
