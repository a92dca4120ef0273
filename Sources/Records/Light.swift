import Diagnostics
import Values

/// A light in which questions are asked of the records: which claims count in it, and what they have to reach.
public final class Light {
  /// A field that is taken to have a value, whatever was claimed.
  public struct Supposition {
    public let entity: Entity
    public let field: String
    public let value: Value
    public let place: Place

    public init(entity: Entity, field: String, value: Value, place: Place) {
      self.entity = entity
      self.field = field
      self.value = value
      self.place = place
    }
  }

  let number: Int
  let standard: Standard?
  /// Only what was known on this day counts.
  let knownBy: Date?
  /// Sources and speakers that are left out, and sources that repeat nothing else.
  let without: [Entity]
  let suppositions: [Supposition]
  let looks = Looks()
  /// What each footing is worth in this light, once that has been asked.
  var verdicts: [Verdict?] = []
  /// What becomes of claims on each footing.
  var worths: [Worth] = []
  /// For each record whether it is documented in this light, once that has been asked.
  var standings: [Corpus.Standing?] = []
  /// The same for the last record of a row in which others may stand.
  var lastOfRow: (number: Int, standing: Corpus.Standing)?
  /// The same for records of which several tell, by the footings of what is told, in their order.
  var standingsOfFootings: [[Int32]: Corpus.Standing] = [:]
  /// What becomes of each of some rows, by the number of the first; nil where each has to be looked at.
  var fates: [Int: Fates?] = [:]
  /// Whether what is said on two footings is enough together.
  var pairs: [Int: Bool] = [:]
  /// For each record whether what records inside it have from it is what they have from it without this light.
  var framesArePlain: [Bool?] = []
  /// Single fields that were settled in this light, by the numbers of record and field.
  var fields: [Int: Value] = [:]
  /// Whole records that were.
  var records: [Int: [Value]] = [:]
  var tables: [ObjectIdentifier: Table] = [:]
  var doubts: [Reason: Doubt] = [:]
  private var lastDoubt: (reason: Reason, doubt: Doubt)?
  /// Which records are the same in this light, once that has been worked out.
  var identities: Identities?
  /// Sources left out, with those that only repeat them, once they have been worked out.
  var gone: Set<ObjectIdentifier>?

  init(
    number: Int, standard: Standard? = nil, knownBy: Date? = nil, without: [Entity] = [],
    suppositions: [Supposition] = []
  ) {
    self.number = number
    self.standard = standard
    self.knownBy = knownBy
    self.without = without
    self.suppositions = suppositions
  }

  /// The light as the clauses that ask for it; empty for records as they were recorded.
  public var words: String {
    var clauses: [String] = []
    if let standard { clauses.append("under \(standard.record.path)") }
    if let knownBy { clauses.append("known by \(knownBy.text)") }
    if !without.isEmpty { clauses.append("without \(without.map(\.path).joined(separator: ", "))") }
    clauses += suppositions.map { "suppose \($0.entity.path).\($0.field) is \($0.value.settled.quoted)" }
    return clauses.joined(separator: ", ")
  }

  /// What is supposed in it: `one.outcome is returned`; nil where nothing is.
  public var supposed: String? {
    if suppositions.isEmpty { return nil }
    return suppositions.map { "\($0.entity.path).\($0.field) is \($0.value.settled.quoted)" }.joined(separator: ", ")
  }

  /// Whether claims that count are enough together.
  func isReached(by verdicts: [Verdict]) -> Bool {
    // Of one alone that is known.
    if verdicts.count == 1 { return verdicts[0].isEnough }
    return standard?.isMet(by: verdicts) ?? !verdicts.isEmpty
  }

  /// True where some claims may be worth less in it than without it.
  var judges: Bool { standard != nil || knownBy != nil || !without.isEmpty }

  /// The doubt about whatever it is not certain of, for one reason, that it is documented: the same for all.
  func doubt(_ reason: Reason) -> Doubt {
    if let last = lastDoubt, last.reason == reason { return last.doubt }
    defer { lastDoubt = doubts[reason].map { (reason, $0) } }
    if let known = doubts[reason] { return known }
    let doubt = Doubt { ["documented (\(reason.name))"] }
    doubts[reason] = doubt
    return doubt
  }

  /// What is supposed of a field of a record.
  func supposition(_ entity: Entity, _ field: String) -> Supposition? {
    suppositions.last { $0.entity.standIn === entity.standIn && $0.field == field }
  }

  /// What makes two lights the same.
  struct Key: Hashable {
    let standard: Int?
    let knownBy: String?
    let without: Set<Int>
  }
}

/// What an attribution is worth in a light. A class, since it is handed around more often than it is made.
final class Verdict {
  enum Part {
    case counts
    /// It cannot be told whether it counts.
    case may(Reason)
    /// It does not count, and why, as a sentence about it goes on: `not known by 2022-11-01`.
    case aside(String)
    /// So, since its source was withdrawn.
    case withdrawn(String)

    /// Why it does not count; nil where it does, or may.
    var reasonAside: String? {
      switch self {
      case .counts, .may: nil
      case .aside(let reason), .withdrawn(let reason): reason
      }
    }

    var isOpen: Bool { if case .may = self { true } else { false } }
  }

  let part: Part
  let isAside: Bool
  let isWithdrawn: Bool
  let isCertain: Bool
  /// Its sources, as far as they count for the number of independent ones.
  let voices: [Voice]
  let status: Entity?
  /// For each citation why it does not count; nil for one that does, or may.
  let asides: [String?]
  /// True where this claim reaches the standard by itself, or none is in force.
  private(set) var isEnough = true
  /// Under a standard, what the sources that count are worth, and those that may: nil where there are not both.
  var split: (sure: Verdict, open: Verdict)?

  /// What to say of each citation: why it does not count, or that it may not; nil for one that counts.
  lazy var marks: [String?] = asides

  /// True where what surely counts reaches the standard by itself.
  var isSurelyEnough: Bool { isCertain && (split?.sure.isEnough ?? isEnough) }

  /// What is worth the same in all its sources.
  var parts: [Verdict] { split.map { [$0.sure, $0.open] } ?? [self] }

  init(part: Part, voices: [Voice], status: Entity?, asides: [String?] = [], standard: Standard? = nil) {
    self.part = part
    self.voices = voices
    self.status = status
    self.asides = asides
    isAside = part.reasonAside != nil
    if case .withdrawn = part { isWithdrawn = true } else { isWithdrawn = false }
    if case .counts = part { isCertain = true } else { isCertain = false }
    if let standard { isEnough = standard.isMet(by: [self]) }
  }
}

extension Corpus {
  /// The light at hand.
  public var light: Light { lightAtHand }

  /// A light that adds to the one at hand: a standard or a day takes the place of the one before, sources left out and
  /// suppositions come to those before.
  public func light(
    under standard: Entity? = nil, knownBy: Date? = nil, without: [Entity] = [],
    supposing suppositions: [Light.Supposition] = []
  ) -> Light {
    let outer = lightAtHand
    let record = standard ?? outer.standard?.record
    let day = knownBy ?? outer.knownBy
    let leftOut = outer.without + without
    let supposed = outer.suppositions + suppositions
    let key = Light.Key(standard: record?.index, knownBy: day?.text, without: Set(leftOut.map(\.index)))
    if supposed.isEmpty, let known = knownLights[key] { return known }
    lightCount += 1
    let light = Light(
      number: lightCount, standard: record.map { Standard($0, corroborated: statusTerm("corroborated")) }, knownBy: day,
      without: leftOut, suppositions: supposed)
    if supposed.isEmpty {
      // Enough for every question that anyone compares; more would only fill the memory.
      if knownLights.count >= 16 { knownLights.removeAll() }
      knownLights[key] = light
    }
    return light
  }

  /// Looks at all records in a light, until `look(in:)` is told otherwise.
  public func look(in light: Light) {
    lightAtHand = light
    lights.number = light.number
    lights.looks = light.looks
    if identities.isEmpty { return }
    if let known = light.identities {
      lights.identities = known
      return
    }
    // Whose words are whose is worked out as if nobody were anybody else, and everything else with what comes of it.
    lights.identities = Identities()
    let found = identities(in: light)
    light.verdicts.removeAll()
    light.worths.removeAll()
    light.identities = found
    lights.identities = found
  }

  /// Works something out in a light, and comes back to the one at hand.
  public func looking<Result, Failure>(
    in light: Light, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outer = lightAtHand
    look(in: light)
    defer { look(in: outer) }
    return try body()
  }

  /// Forgets what was settled in other lights, since the records have changed.
  func forgetLights() {
    for entity in relit { if let plain = plainFields[entity.index] { entity.show(plain, inLight: 0) } }
    knownLights.removeAll()
    knownOrigins.removeAll()
    knownWithdrawals.removeAll()
    plainFields.removeAll()
    footings = Footings()
    plainLight = Light(number: 0)
    look(in: plainLight)
    relit.removeAll()
    forgetRows()
  }

  /// The status of that name; nil where no library declares it.
  public func statusTerm(_ name: String) -> Entity? { named[name]?.first { $0.kind.name == "status" } }

  /// Kinds of records that are the frame in which everything else is said: words, sources, and what any map says.
  static let framework: Set<String> = ["source", "standard", "jurisdiction", "place", "former_name"]

  func isFramework(_ kind: Kind) -> Bool { layout(of: kind).isFramework }
}
