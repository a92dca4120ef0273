import Diagnostics
import Values

/// All kinds, records and claims of a project.
///
/// Records are numbered in the order in which they were written. The claims about one record form a chain through one
/// array, so that a record can be added to from several places and nothing is copied.
public final class Corpus {
  /// Kinds by name.
  public internal(set) var kinds: [String: Kind] = [:]
  /// Kinds by their plural: `cases` names the table of all cases.
  public internal(set) var plurals: [String: Kind] = [:]
  /// Records and terms by the name that reaches them; one name may stand for several terms, each of its own kind.
  public var entities: NamedRecords { NamedRecords(corpus: self) }
  /// Those of them that were written down.
  var named: [String: [Entity]] = [:]
  /// Sets by name.
  public internal(set) var sets: [String: EntitySet] = [:]
  /// Every record that was written down, at its number; see `isGone`.
  public internal(set) var records: [Entity] = []
  /// The part of the library that would declare a name if it were taken in, for messages about names that nothing has.
  public var moduleDeclaring: (String) -> String? = { _ in nil }
  /// The kind of the sources from which the library itself is made.
  public var ofLibrary: Kind? { kinds["library_source"] }
  /// The root of all kinds of terms.
  public var term: Kind? { kinds["term"] }

  var locals: [LocalName: Entity] = [:]
  /// Records whose place was taken by another, by number.
  var gone: Set<Int32> = []
  /// The stretch of the whole declaration of a record, by number.
  var extents: [SourceRange] = []
  /// Whether a record has others with names inside it, by number; most have none.
  var holdsNames: [Bool] = []
  /// Whether others stand inside a record, by number; also where these are gone.
  var holdsRecords: [Bool] = []
  var documentation: [Int32: String] = [:]
  var firstClaims: [Int32] = []
  var lastClaims: [Int32] = []
  /// The attribution that all claims about a record have, by number; see `Corpus.several` and `Corpus.unclaimed`.
  var soleAttributions: [Int32] = []
  var claims: [StoredClaim] = []
  /// What leads from claim to claim about one record.
  var links: [ClaimLink] = []
  var attributions: [Attribution] = [Attribution(citations: [], status: nil, date: nil, remark: nil)]
  var sources: [Source] = []
  var completions: [Completion] = []
  var identities: [Identity] = []
  /// How many of them there were when the records were settled last.
  var settledIdentities = 0
  /// The numbers of records that a claim of sameness names, and of those that name such a record.
  var isIdentical: Set<Int> = []
  var namesIdentical: Set<Int> = []
  /// Records that were made of rows, by number.
  var rowRecords: [RowRecords] = []
  /// Those that somebody holds.
  var rowsAlive: [Int: Unmanaged<Entity>] = [:]
  /// The first and the last claim that was written down about a record of a row.
  var rowChains: [Int32: (first: Int32, last: Int32)] = [:]
  var lastRows: RowRecords?
  /// How many files and entries have been taken in: rows of an earlier one may be said otherwise in a later.
  package var entries = 0
  /// Files of rows as sources, by name and hash.
  var fileSources: [String: Entity] = [:]
  /// The last record of a row that was asked for by what stands in it: those that do come one after the other.
  var lastOwner: Entity?
  /// Whether something was written down about records of rows, or taken back, that nobody has settled yet.
  var rowsAreAddedTo = false
  /// Whether rows stand in records that were written down.
  var writtenHoldRows = false
  var tables: [ObjectIdentifier: [Entity]] = [:]
  var layouts: [ObjectIdentifier: Layout] = [:] {
    didSet {
      lastLayout = (nil, nil)
      otherLayout = (nil, nil)
    }
  }
  var lastLayout: (kind: Kind?, layout: Layout?) = (nil, nil)
  var otherLayout: (kind: Kind?, layout: Layout?) = (nil, nil)
  /// Actors of one state, made from an actor that stands for any state's: `police (China)`.
  var actorsOfStates: [ActorOfState: Entity] = [:]
  /// Records by what else they are called, once anyone has asked.
  var otherNames: [String: [Entity]]? { didSet { namesOfStates = nil } }
  /// Names of states without what may be written one way or another, once somebody has asked.
  var namesOfStates: [String: [Entity]]?
  var journal: Journal?
  var knownUnits: [String]?

  /// The lights that records know of; see `Light`.
  public let lights = Lights()
  /// Records as they were recorded; the light at hand; and how many lights there have been.
  var plainLight = Light(number: 0)
  var lightAtHand: Light
  var lightCount = 0
  var knownLights: [Light.Key: Light] = [:]
  /// The fields of records as they were recorded, by number, for those that have been looked at in another light.
  var plainFields: [[Value]?] = []
  var relit: [Entity] = []
  var footings = Footings()
  var knownOrigins: [Int: [Int]] = [:]
  /// Whether any source takes the place of an earlier version, or was withdrawn.
  var hasReplacedSources = false
  /// For sources that were asked about, by number, since when they do not stand; nil for those that do.
  var knownWithdrawals: [Int: Withdrawal?] = [:]

  /// A name inside a record: `mother` in `phnom_penh`.
  struct LocalName: Hashable {
    let owner: Int32
    let name: String
  }

  struct ActorOfState: Hashable {
    let actor: Int32
    let state: Int32
  }

  public init() {
    lightAtHand = plainLight
    lights.settleInLight = { [unowned self] entity in settleInLightAtHand(entity) }
    lights.readInLight = { [unowned self] entity, position in readInLightAtHand(entity, position) }
    lights.recordOfRow = { [unowned self] number in
      let owner = recordOfRow(number)
      lastOwner = owner
      return owner
    }
    // A value that somebody holds may outlive the corpus.
    lights.letGoOfRow = { [weak self] number in self?.letGoOfRow(number) }
  }

  // MARK: Looking up

  /// All records of a kind and of the kinds below it, in the order in which they were written. What the library itself is
  /// made from is a table of its own, and no row among the sources of whoever uses it.
  public func all(_ kind: Kind) -> [Entity] {
    if let known = tables[ObjectIdentifier(kind)] { return known }
    let ofLibrary = ofLibrary
    var found = records.filter { record in
      record.kind.isA(kind) && (record.kind !== ofLibrary || kind === ofLibrary) && !isGone(record)
    }
    for rows in recordsOfRows where rows.kind.isA(kind) { found += rows.entities(in: self) }
    tables[ObjectIdentifier(kind)] = found
    return found
  }

  /// The record of that name inside another: `mother` of `phnom_penh`.
  public func local(_ name: String, in owner: Entity) -> Entity? {
    if !rowRecords.isEmpty, let found = rowNamed(name, in: owner) { return found }
    guard owner.isOfRow || owner.index < holdsNames.count && owner.index >= 0 && holdsNames[owner.index] else {
      return nil
    }
    return locals[LocalName(owner: Int32(truncatingIfNeeded: owner.index), name: name)]
  }

  /// The names of the records inside another, in the order of the letters.
  public func localNames(in owner: Entity) -> [String] {
    locals.keys.filter { $0.owner == owner.index }.map(\.name).sorted()
  }

  /// Records of that name inside others, in the order in which they were written.
  public func inner(named name: String) -> [Entity] {
    locals.filter { $0.key.name == name && !isGone($0.value) }.map(\.value).sorted { $0.index < $1.index }
  }

  /// Records written inside another, in order: its events, its relatives.
  public func inside(_ owner: Entity) -> [Entity] {
    var found: [Entity] = []
    forEachClaim(of: owner) { claim in
      guard case .entity(let entity) = claim.value, entity.owner === owner, found.last !== entity, !isGone(entity)
      else { return }
      found.append(entity)
    }
    return found
  }

  /// The kinds of records that fields of this name take, over all kinds.
  public func kindsTaken(byField name: String) -> [Kind] {
    var found: [Kind] = []
    for kind in kinds.values {
      guard let field = kind.field(name) else { continue }
      for taken in field.type.kinds where !found.contains(where: { $0 === taken }) { found.append(taken) }
    }
    return found
  }

  /// Whether a field of this name takes words beside records: `by "two men"`.
  public func takesWords(field name: String) -> Bool {
    kinds.values.contains { kind in
      guard let type = kind.field(name)?.type else { return false }
      return !type.kinds.isEmpty && type.takesText
    }
  }

  /// What stands in `##` above a record.
  public func documentation(of entity: Entity) -> String? { documentation[Int32(truncatingIfNeeded: entity.index)] }

  /// True for a record whose place another has taken.
  public func isGone(_ entity: Entity) -> Bool {
    if entity.isOfRow { return isGoneRow(entity.index) }
    return !gone.isEmpty && gone.contains(Int32(truncatingIfNeeded: entity.index))
  }

  // MARK: Claims

  /// Every claim about one field of a record, in the order in which they were written.
  public func claims(of entity: Entity, field name: String) -> [Claim] {
    guard let position = entity.kind.position(of: name) else { return [] }
    return chain(of: entity).filter { field(ofClaim: $0) == position }.map(claim)
  }

  /// Every claim about a record.
  public func allClaims(of entity: Entity) -> [Claim] { chain(of: entity).map(claim) }

  /// How many things are said of a record for which nobody is named; that others stand inside it does not count.
  package func unsourcedClaims(of entity: Entity) -> Int {
    var count = 0
    forEachClaim(of: entity) { claim in
      if case .entity(let inner) = claim.value, inner.owner === entity { return }
      if attributions[Int(claim.attribution)].citations.isEmpty { count += 1 }
    }
    return count
  }

  /// The number of claims that were written down.
  public var claimCount: Int { claims.count }

  func claim(_ number: Int32) -> Claim {
    let stored = stored(number)
    let subject = record(Int(stored.subject))
    let (citations, place) = whereabouts(ofClaim: number)
    let attribution = attributions[Int(stored.attribution)]
    let field = subject.kind.fields[Int(stored.field)]
    // A remark may say in other words what a private field holds.
    let remark = field.isPrivate ? nil : stored.remark ?? remarkInRow(number) ?? attribution.remark
    return Claim(
      number: number, subject: subject, field: field, value: stored.value,
      citations: citations, status: attribution.status, date: attribution.date,
      from: stored.from, remark: remark, bearing: attribution.bearing, place: place)
  }

  func chain(of entity: Entity) -> [Int32] {
    var numbers: [Int32] = []
    forEachNumber(of: entity) { number in
      numbers.append(number)
      return true
    }
    return numbers
  }

  @inline(__always) func forEachClaim(of entity: Entity, _ body: (StoredClaim) -> Void) {
    forEachNumber(of: entity) { number in
      body(stored(number))
      return true
    }
  }

  /// Goes through the numbers of the claims about a record as long as the body wants more of them.
  @inline(__always) func forEachNumber(of entity: Entity, _ body: (Int32) -> Bool) {
    if entity.index >= 0, entity.index < firstClaims.count {
      var number = firstClaims[entity.index]
      while number >= 0 {
        if !body(number) { return }
        number = links[Int(number)].next
      }
      if !writtenHoldRows { return }
    } else if !entity.isOfRow {
      return
    }
    forEachNumberBesideWritten(entity, body)
  }
}

extension FieldType {
  /// The kinds of records that it takes, itself or as items of a list.
  public var kinds: [Kind] {
    switch self {
    case .truth, .number, .text, .date, .span: []
    case .record(let kind): [kind]
    case .list(let type): type.kinds
    case .either(let types): types.flatMap(\.kinds)
    }
  }

  /// Whether it takes a text, itself or as an item or an alternative.
  package var takesText: Bool {
    switch self {
    case .text: true
    case .list(let type): type.takesText
    case .either(let types): types.contains(where: \.takesText)
    case .truth, .number, .date, .span, .record: false
    }
  }

  /// True for a field that takes several values at once.
  public var isList: Bool {
    switch self {
    case .list: true
    case .truth, .number, .text, .date, .span, .record, .either: false
    }
  }
}
