import Diagnostics
import Records
import Syntax
import Values

/// Takes the declarations of programs into the corpus: kinds, then the names of all records, then what their lines say.
///
/// What is wrong with one does not keep the others from being read, so that everything that is wrong is told at once. The
/// declarations of one call stand or fall together: `keep` takes them in, `takeBack` leaves the corpus as it was.
public final class Declarations {
  public let corpus: Corpus
  /// What `expect` asks of a record, to be held against it once everything is settled.
  public struct Expectation {
    public let expression: Expression
    /// The record in whose body it stands, which is `it`.
    public let entity: Entity
    public let place: Place
  }
  /// An expression of a declaration that the planner makes ready: a computed field, or the test of a set.
  public struct Condition<Subject> {
    public let subject: Subject
    public let expression: Expression
    public let source: Source
  }
  public internal(set) var expectations: [Expectation] = []
  public internal(set) var computedFields: [Condition<Field>] = []
  public internal(set) var setTests: [Condition<EntitySet>] = []

  var findings = Findings()
  /// How many mistakes there are beside those that were told.
  public var untold: Int { findings.untold }
  /// The names of what was refused, or could not be read.
  public internal(set) var lost = LostNames()
  /// Kinds of which it is not known what stands above them: they may have any field.
  var incompleteKinds: Set<ObjectIdentifier> = []
  /// Fields that were declared twice, or in a line that could not be read whole: what they take is not known.
  var contestedFields: Set<String> = []
  /// Fields of records that something was wrong with, so that it is not known whom they name.
  var lostRoles: Set<Role> = []
  var isReplacing = false
  /// How the kinds and the extensions of kinds were written that are there, each with its file, and those of this call.
  private var declaredKinds: Set<String> = []
  private var newKinds: Set<String> = []
  /// Records that were kept, whose claims nobody has looked at yet.
  private var unsettled: [Entity] = []
  /// Records to which a text that is read anew had added something.
  private var lessened: [Entity] = []
  /// The number of records that there were before.
  var oldCount = 0
  /// The texts that are being read, and their numbers in the corpus.
  var files: [(source: Source, number: Int32, unread: Unread)] = []
  /// Who says what the records of each text say, where it says so at its head.
  var attributionsOfFiles: [Range<Int32>] = []
  /// Every record, event and extension, in the order of the text.
  var bodies: [Body] = []
  /// Records written inside others in this call, by the number of the other; events are left out.
  var children: [Int: [Entity]] = [:]
  /// Fields with `= value`, until the names of terms are known.
  var defaults: [(field: Field, expression: Expression, file: Int)] = []
  var parents: [(term: Entity, name: Name, file: Int)] = []
  var dates: [String: Date] = [:]
  var kindsOfFields: [ObjectIdentifier: [Kind]] = [:]
  var slots: [Nesting: Int] = [:]
  var pages: [Int: String] = [:]
  /// Sources that a claim says to have it from another: `per paper after agency`.
  var repetitions: [(cited: Entity, after: Entity, place: Place)] = []
  var events: EventFields?
  /// Fields that name a record which another field has yet to say who it is.
  var postponed: [(line: FieldLine, body: Int)] = []

  /// A field of a record, by the record's number: `target` of a case.
  struct Role: Hashable {
    let record: Int
    let name: String
  }

  /// A kind inside another: in which field of the outer record it goes.
  struct Nesting: Hashable {
    let outer: ObjectIdentifier
    let inner: ObjectIdentifier
  }

  /// Something with lines, and who says what stands in them where a line does not say. A class, since bodies are handed
  /// around more often than they are read.
  final class Body {
    enum Content {
      case record([RecordLine])
      case event(EventLine)
    }
    let entity: Entity
    let content: Content
    let claims: [ClaimClause]
    let file: Int
    /// The body in which it stands.
    let outer: Int?
    /// The field of the record around it that holds it; nil where none does.
    let slot: Int?
    let range: SourceRange
    /// Who says it, once that has been read.
    var attributions: Range<Int32> = 0..<1

    init(
      _ entity: Entity, _ content: Content, _ claims: [ClaimClause], file: Int, outer: Int?, slot: Int?,
      _ range: SourceRange
    ) {
      self.entity = entity
      self.content = content
      self.claims = claims
      self.file = file
      self.outer = outer
      self.slot = slot
      self.range = range
    }
  }

  /// How deep records may stand inside one another.
  static let deepest = 64

  public init(_ corpus: Corpus) { self.corpus = corpus }

  /// Reads the declarations at the top of some programs; says what is wrong with them. Then they are to be kept, or to
  /// be taken back.
  ///
  /// With `replacing`, as at the prompt, a record that is written again takes the place of the one before.
  public func declare(_ programs: [Program], replacing: Bool = false) -> [Diagnostic] {
    start(replacing: replacing)
    sealPrivateValues(of: programs)
    for program in programs { lost.formUnion(program.unread.names) }
    let readAnew = replacing ? programs.map(\.source).filter { corpus.hasRead($0.name) } : []
    for source in readAnew { lessened += corpus.withdrawAdditions(by: source.name) }
    for program in programs { files.append((program.source, corpus.add(program.source), program.unread)) }
    declareKinds(programs)
    readEventFields()
    for (file, program) in programs.enumerated() { declareNames(program, file) }
    for source in readAnew { corpus.withdrawUnwritten(by: source.name, now: source) }
    for (file, program) in programs.enumerated() { declareExtensions(program, file) }
    linkParents()
    attributionsOfFiles = programs.enumerated().map { file, program in attribution(of: program, file) }
    readDefaults()
    for (file, program) in programs.enumerated() { declareSets(program, file) }
    readFields()
    readEvents()
    for (file, program) in programs.enumerated() { readIdentities(program, file) }
    checkCompletions()
    checkCircles()
    checkOrder()
    checkFigures()
    // What has been left out may stand where something is wrong.
    if isReplacing, lost.isEmpty, !findings.diagnostics.hasErrors, let (gone, claim) = corpus.mentionOfGone() {
      report(.stillMentioned(gone, claim))
    }
    return findings.diagnostics
  }

  /// Takes in what was declared, and works out what its claims come to. Where nobody is going to ask, that can wait until
  /// more is declared.
  public func keep(settling isAsked: Bool = true) {
    corpus.commit()
    unsettled = touched()
    declaredKinds.formUnion(newKinds)
    forget()
    if isAsked { settle() }
  }

  private func settle() {
    corpus.settle(unsettled)
    unsettled = []
  }

  /// Leaves everything as it was before.
  public func takeBack() {
    corpus.rollBack()
    forget()
  }

  private func start(replacing: Bool) {
    if !unsettled.isEmpty { settle() }
    forget()
    findings = Findings()
    lost = LostNames()
    expectations = []
    computedFields = []
    setTests = []
    isReplacing = replacing
    oldCount = corpus.records.count
    corpus.entries += 1
    corpus.begin()
  }

  /// Whether a kind, or an extension of one, is there already just as it is written: a file that a fault has stopped is
  /// taken in once more.
  func isThereAlready(_ statement: Statement, _ file: Int) -> Bool {
    let source = files[file].source
    let text = source.name + "\n" + source.text(in: statement.range)
    if isReplacing, declaredKinds.contains(text) { return true }
    newKinds.insert(text)
    return false
  }

  /// Whether something is written again in the file in which it stood: whoever reads a file anew knows that.
  func isReadAnew(_ place: Place, _ file: Int) -> Bool {
    let name = files[file].source.name
    return place.source.name == name && !name.hasPrefix("<")
  }

  /// Lets go of what only one call needs.
  private func forget() {
    newKinds = []
    files = []
    attributionsOfFiles = []
    bodies = []
    children = [:]
    parents = []
    defaults = []
    slots = [:]
    incompleteKinds = []
    contestedFields = []
    lostRoles = []
    kindsOfFields = [:]
    postponed = []
    repetitions = []
    lessened = []
    if dates.count > 100_000 { dates = [:] }
  }

  func report(_ diagnostic: @autoclosure () -> Diagnostic) { findings.report(diagnostic()) }

  func place(_ range: SourceRange, _ file: Int) -> Place { Place(files[file].source, range) }

  /// The records to settle: the new ones, those that were added to, and what depends on them.
  func touched() -> [Entity] {
    if oldCount == 0 { return corpus.records }
    var older: Set<Int> = []
    var hasOldTerm = false
    for entity in bodies.map(\.entity) + lessened where entity.index < oldCount || entity.isOfRow {
      // What a row says is settled when it is looked at; what was written inside of its record is not.
      if entity.isOfRow || older.insert(entity.index).inserted {
        for inner in corpus.inside(entity) where inner.index < oldCount { older.insert(inner.index) }
        if entity.kind.isTerm { hasOldTerm = true }
      }
    }
    if !extendedKinds.isEmpty {
      for entity in corpus.records[..<oldCount]
      where extendedKinds.contains(where: { entity.kind.isA($0) }) { older.insert(entity.index) }
    }
    if hasOldTerm { for entity in corpus.records[..<oldCount] where entity.kind.isTerm { older.insert(entity.index) } }
    return (older.sorted().map { corpus.records[$0] } + corpus.records[oldCount...]).filter { !corpus.isGone($0) }
  }

  /// Kinds that were there before and got more fields.
  var extendedKinds: [Kind] = []
}
