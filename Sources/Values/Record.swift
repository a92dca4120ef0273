/// The names of a record's parts, in order; shared by all records that one piece of a script makes.
public final class Shape {
  /// Whether a record of this shape remembers the record of the corpus that it was made from.
  public enum Subject: Sendable {
    case none
    /// Remembered for `why` and for counting; its fields are not the row's: after `select`.
    case kept
    /// Its fields can be read as if they were the row's own: after `add`.
    case open
  }

  /// Records that were read from one place of a file, each with only some of the names: what stands under the others
  /// is unknown.
  public final class Family {
    public private(set) var names: Set<String> = []

    public init() {}

    public func add(_ more: [String]) { names.formUnion(more) }
  }

  /// What stood in a cell of a file; nil where it is not known.
  typealias Written = (_ row: Int, _ position: Int) -> Value?

  public let names: [String]
  public let subject: Subject
  public let family: Family?
  /// Where the rows were read of which records of this shape are made; nil for any others.
  public let origin: Origin?
  /// What stood in the cell of a row and a column before it was read as something; nil where nothing was.
  private let written: Written?
  /// Tells shapes apart, also from those that are gone: another may stand where one stood in memory.
  public let number = ObjectNumber.next()
  private let positions: [String: Int]

  public convenience init(_ names: [String], subject: Subject = .none, family: Family? = nil) {
    self.init(names, subject: subject, family: family, origin: nil, written: nil)
  }

  init(_ names: [String], subject: Subject, family: Family? = nil, origin: Origin?, written: Written?) {
    precondition(subject == .none || origin == nil)
    self.origin = origin
    self.written = written
    self.names = names
    self.subject = subject
    self.family = family
    self.positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same names, of rows read elsewhere.
  init(_ shape: Shape, subject: Subject, origin: Origin?, written: Written?) {
    precondition(subject == .none || origin == nil)
    self.origin = origin
    self.written = written
    self.names = shape.names
    self.subject = subject
    self.family = shape.family
    self.positions = shape.positions
  }

  /// The names that can be asked for.
  public var askable: [String] { family.map { names + $0.names.subtracting(names).sorted() } ?? names }

  public func position(of name: String) -> Int? { positions[name] }

  fileprivate func written(_ row: Int, _ name: String) -> Value? {
    position(of: name).flatMap { written?(row, $0) }
  }

  /// How many values a record holds: one for each name, and behind them its subject, or the number of its row.
  @inlinable var size: Int { subject == .none && origin == nil ? names.count : names.count + 1 }
}

/// `{ a: 1 }`: named values in one allocation, with a shape.
public final class Record: ManagedBuffer<Shape, Value> {
  public static func make(_ shape: Shape, _ values: [Value], subject: Entity? = nil) -> Record {
    precondition(values.count == shape.names.count && (shape.subject == .none) == (subject == nil))
    precondition(shape.origin == nil)
    let buffer = create(minimumCapacity: shape.size) { _ in shape }
    buffer.withUnsafeMutablePointerToElements { pointer in
      for (position, value) in values.enumerated() { (pointer + position).initialize(to: value) }
      if let subject { (pointer + values.count).initialize(to: .entity(subject)) }
    }
    return unsafeDowncast(buffer, to: Record.self)
  }

  /// A record whose values a closure writes, one for each name of a shape without a subject.
  ///
  /// - Parameter row: the number of the row that it is, among those of the shape's origin.
  @inlinable public static func make(
    _ shape: Shape, row: Int = 0, _ write: (UnsafeMutablePointer<Value>) -> Void
  ) -> Record {
    let buffer = create(minimumCapacity: shape.size) { _ in shape }
    buffer.withUnsafeMutablePointerToElements { values in
      write(values)
      if shape.origin != nil { (values + shape.names.count).initialize(to: .integer(row)) }
    }
    return unsafeDowncast(buffer, to: Record.self)
  }

  /// A record as `make` makes it, of a shape without a subject or an origin: in the place of another of this shape if
  /// nobody else has kept that one.
  public static func make(
    _ shape: Shape, inPlaceOf record: inout Record?, _ write: (UnsafeMutablePointer<Value>) -> Void
  ) -> Record {
    if isKnownUniquelyReferenced(&record), let record {
      record.withUnsafeMutablePointerToElements { values in
        values.deinitialize(count: shape.names.count)
        write(values)
      }
      return record
    }
    let new = make(shape, write)
    record = new
    return new
  }

  @inlinable public var shape: Shape { header }

  @inlinable public subscript(position: Int) -> Value { withUnsafeMutablePointerToElements { $0[position].quick } }

  public subscript(name: String) -> Value? {
    if let position = shape.position(of: name) { return self[position] }
    return shape.family.flatMap { $0.names.contains(name) ? .unknown(.notRecorded) : nil }
  }

  public var values: [Value] { (0..<shape.names.count).map { self[$0] } }

  /// The record of the corpus whose fields can be read through this one; nil where there is none.
  public var subject: Entity? { shape.subject == .open ? origin : nil }

  /// The record of the corpus that this one was made from; nil where there is none.
  public var origin: Entity? {
    if shape.subject == .none { return nil }
    if case .entity(let entity) = self[shape.names.count] { return entity }
    return nil
  }

  /// The file and the line in which a part of the row stands that this record is, with what stands there where that is
  /// written otherwise; nil for any other record.
  public func place(of name: String) -> String? {
    guard let place = fileAndLine, case .integer(let row) = self[shape.names.count] else { return nil }
    guard let value = self[name], let text = shape.written(row, name)?.string, value.isWritten(otherwiseThan: text)
    else { return place }
    return "\(place): \"\(text)\""
  }

  /// The file and the line in which the row begins that this record is: `cases.csv, line 4`; nil for any other record.
  public var fileAndLine: String? {
    guard let origin = shape.origin, case .integer(let row) = self[shape.names.count] else { return nil }
    return "\(origin.file), \(origin.unit) \(origin.line(ofRow: row))"
  }

  deinit {
    _ = withUnsafeMutablePointers { shape, values in values.deinitialize(count: shape.pointee.size) }
  }
}

extension Value {
  /// Whether a text from which the value was read says more, or says it in other words.
  public func isWritten(otherwiseThan text: String) -> Bool {
    if reasons != nil { return true }
    func bare(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }
    return bare(printed) != bare(text)
  }
}
