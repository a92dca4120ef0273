extension Quantity {
  convenience init(_ n: Number) { self.init(point: n, low: n, high: n, unit: nil) }
  static func apply(_ o: ArithmeticOperator, _ a: Quantity, _ b: Quantity) throws(Fault) -> Value { .none }
  static func isEqual(_ a: Quantity, _ b: Quantity) throws(Fault) -> Truth { .no }
  static func isLess(_ a: Quantity, _ b: Quantity) throws(Fault) -> Truth { .no }
}
extension Span {
  func adding(_ s: Span) throws(Fault) -> Span { self }
  func negated() -> Span { self }
  func times(_ n: Int) throws(Fault) -> Span { self }
  func isEqual(_ s: Span) -> Truth { .no }
  func isLess(than: Span) -> Truth { .no }
}
extension Date {
  func adding(_ s: Span) throws(Fault) -> Date { self }
  func distance(from: Date) -> Span { Span() }
}
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
