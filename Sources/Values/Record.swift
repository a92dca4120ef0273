/// The names of a record's parts, in order; shared by all records that one piece of a script makes.
public final class Shape {
  public let names: [String]
  private let positions: [String: Int]

  public init(_ names: [String]) {
    self.names = names
    self.positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func position(of name: String) -> Int? { positions[name] }
}

/// `{ a: 1 }`: named values in one allocation, with a shape.
public final class Record: ManagedBuffer<Shape, Value> {
  public static func make(_ shape: Shape, _ values: [Value]) -> Record {
    precondition(values.count == shape.names.count)
    return make(shape) { pointer in
      values.withUnsafeBufferPointer { pointer.initialize(from: $0.baseAddress!, count: $0.count) }
    }
  }

  /// A record whose values a closure writes, one for each name of the shape.
  @inlinable public static func make(_ shape: Shape, _ write: (UnsafeMutablePointer<Value>) -> Void) -> Record {
    let buffer = create(minimumCapacity: shape.names.count) { _ in shape }
    buffer.withUnsafeMutablePointerToElements(write)
    return unsafeDowncast(buffer, to: Record.self)
  }

  @inlinable public var shape: Shape { header }

  @inlinable public subscript(position: Int) -> Value { withUnsafeMutablePointerToElements { $0[position].quick } }

  public subscript(name: String) -> Value? { shape.position(of: name).map { self[$0] } }

  public var values: [Value] { (0..<shape.names.count).map { self[$0] } }

  deinit {
    _ = withUnsafeMutablePointers { shape, values in values.deinitialize(count: shape.pointee.names.count) }
  }
}
