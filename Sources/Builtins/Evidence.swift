import Evaluation
import Records
import Values

/// Functions that ask what an answer rests on.
let evidenceBuiltins: [Builtin] = [
  Builtin(
    """
    ## The sources on which an answer rests, with how many claims of each count for it and where each has it from.
    ##
    ## At the foot it says how many of them are independent, where not all are.
    ##
    ##     source report "A report" { }
    ##     source paper "A paper" { after: report }
    ##     case example "An example" { host: Cambodia per report, paper }
    ##     count(sources(example.host))   --> 2 sources
    fn sources(answer: grounds): table
    """
  ) { call throws(Fault) in
    let evidence = try call.evidence(0)
    let tally = SourceTally(evidence.claims, and: evidence.sets, call.corpus)
    let shape = Shape(["source", "claims", "origins"])
    let rows = tally.sources.indices.map { position in
      let source = tally.sources[position]
      let origins = tally.origins.indices.filter { tally.sourcesOfOrigins[$0].contains { $0 === source } }
      return Value.record(
        Record.make(
          shape,
          [
            .entity(source), .integer(tally.claimCounts[position]), .list(origins.map { .entity(tally.origins[$0]) }),
          ]))
    }
    return .table(
      Table(rows, .records(shape.names), unit: Table.Unit(one: "source", many: "sources"))
        .notingIndependent(tally, of: tally.sources))
  },

  Builtin(
    """
    ## Where an answer comes from in the end: the sources that repeat no other, and the people whom sources quote.
    ##
    ## Two sources that have it from the same one are one origin. A source that repeats three has three origins, and is one
    ## independent source all the same; at the foot it says how many there are, where they are fewer than the origins.
    ##
    ##     source report "A report" { }
    ##     source paper "A paper" { after: report }
    ##     case example "An example" { host: Cambodia per report, paper }
    ##     count(origins(example.host))   --> 1 origin
    fn origins(answer: grounds): table
    """
  ) { call throws(Fault) in
    let evidence = try call.evidence(0)
    let tally = SourceTally(evidence.claims, and: evidence.sets, call.corpus)
    let shape = Shape(["origin", "sources"])
    let rows = tally.origins.indices.map { position in
      Value.record(
        Record.make(
          shape,
          [.entity(tally.origins[position]), .list(tally.sourcesOfOrigins[position].map { .entity($0) })]))
    }
    return .table(
      Table(rows, .records(shape.names), unit: Table.Unit(one: "origin", many: "origins"))
        .notingIndependent(tally, of: tally.origins))
  },

  Builtin(
    """
    ## Every claim about what an answer rests on, one a row, and whether it counts.
    ##
    ## `since` is the day from which on the value holds, `said` the day on which it was said, charged or found, `page` where
    ## in the source it stands, `line` where it was written down. What nobody is named for is said by the author.
    ##
    ##     source report "A report" { }
    ##     case example "An example" { host: Cambodia per report as alleged }
    ##     claims(example.host) | where .status is alleged | count   --> 1 claim
    fn claims(answer: grounds): table
    """
  ) { call throws(Fault) in .table(.claims(try call.evidence(0).claims, call.corpus)) },

  Builtin(
    """
    ## What became known after one day and up to another, by when its source was published or it was said, and what fell
    ## away since its source was withdrawn; without the other day, all that changed since.
    ##
    ##     source report "A report" { published: 2022-09-12 }
    ##     case example "An example" per report { host: Cambodia }
    ##     changed(2022-09-01, 2022-09-30) | where .record is example | count   --> 1 claim
    ##     changed(2022-10-01, 2022-10-31) | where .record is example | count   --> 0 claims
    ##     changed(2022-09-01) | where .record is example | count               --> 1 claim
    fn changed(since: date, until: date or none = none): table
    """
  ) { call throws(Fault) in .table(try call.changed()) },
]

extension Table {
  /// Says at the foot how many of the sources are independent, where these are fewer than the rows.
  fileprivate func notingIndependent(_ tally: SourceTally, of rows: [Entity]) -> Table {
    if tally.independent == rows.count { return self }
    return noting("\(tally.independent) independent \(tally.independent == 1 ? "source" : "sources")")
  }

  /// What there is to say of a claim.
  fileprivate static let claimColumns = [
    "record", "field", "value", "status", "said_by", "source", "page", "since", "said", "line",
  ]
  fileprivate static let claimUnit = Table.Unit(one: "claim", many: "claims")

  fileprivate static func claims(_ all: [Grounds.Evidence], _ corpus: Corpus) -> Table {
    // Whether it counts comes before what has less room to be shown.
    let columns = claimColumns.prefix(6) + ["counts"] + claimColumns.dropFirst(6)
    let shape = Shape(Array(columns))
    let rows = all.map { evidence in
      var cells = evidence.claim.columns(corpus)
      cells.insert(.truth(evidence.counts), at: 6)
      return Value.record(Record.make(shape, cells))
    }
    return Table(rows, .records(Array(columns)), unit: claimUnit)
  }
}

extension Claim {
  /// Of which record and field, what, how firmly, said by whom, in which source, where in it, from when on it holds, said
  /// when, and where it was written down. A claim without a source is said by the author.
  fileprivate func columns(_ corpus: Corpus) -> [Value] {
    let status = status ?? (citations.isEmpty ? nil : corpus.statusTerm("reported"))
    return [
      .entity(subject), .text(field.name), value, status.map { .entity($0) } ?? .none,
      .list(citations.isEmpty ? [.text("the author")] : citations.flatMap(\.speakers).map { .entity($0) }),
      citations.isEmpty ? .none : .list(citations.map { .entity($0.containers.last ?? $0.cited) }),
      .list(citations.compactMap(\.locator).map { .text($0) }), from.map { .date($0) } ?? .none,
      date.map { .date($0) } ?? .none, .text(place.fileAndLine),
    ]
  }
}

extension Citation {
  /// Those whom a source quotes, the one who said it first.
  fileprivate var speakers: [Entity] { containers.isEmpty ? [] : [cited] + containers.dropLast() }
}

extension Call {
  fileprivate func changed() throws(Fault) -> Table {
    let since = try date(0)
    let until = isMissing(1) ? nil : try date(1)
    let columns = ["date", "change"] + Table.claimColumns
    let shape = Shape(columns)
    var found: [Change] = []
    var undated = 0
    func add(_ claim: Claim, _ date: Date, _ kind: Change.Kind) {
      let isIn = date.isAfter(since).and(until.map { !date.isAfter($0) } ?? .yes)
      if !isIn.isNo { found.append(Change(claim: claim, date: date, kind: kind, isCertain: isIn.isYes)) }
    }
    for claim in corpus.claimsOfRecords {
      try tick()
      if let withdrawn = corpus.withdrawn(claim) { add(claim, withdrawn, .withdrawn) }
      if let known = corpus.known(claim) { add(claim, known, .told) } else { undated += 1 }
    }
    let order = found.indices.sorted { one, other in
      if found[one].date.isSortedBefore(found[other].date) { return true }
      return !found[other].date.isSortedBefore(found[one].date) && one < other
    }
    let changes = order.map { found[$0] }
    list(changes.map(\.listed))
    let table = Table(
      changes.map { .record(Record.make(shape, $0.columns(corpus))) }, doubts: Doubts(changes.map(\.doubt)),
      .records(columns),
      unit: Table.claimUnit)
    if undated == 0 { return table }
    return table.noting("left out: \(Table.claimUnit.counted(undated)) whose source has no date")
  }
}

/// A claim that became known on a day, or that no longer stood from then on.
private struct Change {
  enum Kind: String {
    case told
    /// Its source, or all that it repeats, was withdrawn.
    case withdrawn
  }

  let claim: Claim
  let date: Date
  let kind: Kind
  /// Whether the day surely lies between the two that were asked about.
  let isCertain: Bool

  var doubt: Doubt? { isCertain ? nil : Doubt { ["date (imprecise: \(date.text))"] } }

  func columns(_ corpus: Corpus) -> [Value] {
    [.date(date), .text(kind.rawValue)] + claim.columns(corpus)
  }

  var listed: ListedClaim {
    var remarks = kind == .withdrawn ? ["no longer claimed, since its source was withdrawn"] : []
    if !isCertain { remarks.append("which may lie between the days or not") }
    return ListedClaim(claim, date, remark: remarks.isEmpty ? nil : remarks.joined(separator: ", "))
  }
}
