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
    ## Every claim about what an answer rests on, one a row: of which record and field, what it says, how firmly, who says
    ## it, and whether it counts.
    ##
    ##     source report "A report" { }
    ##     case example "An example" { host: Cambodia per report as alleged }
    ##     claims(example.host) | where .status is alleged | count   --> 1 claim
    fn claims(answer: grounds): table
    """
  ) { call throws(Fault) in .table(.claims(try call.evidence(0).claims, call.corpus)) },

  Builtin(
    """
    ## What became known after one day and up to another, by when its source was published or it was said; without the
    ## other day, all that became known since.
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

  private static let claimColumns = ["record", "field", "value", "status", "said_by", "source", "counts"]
  fileprivate static let claimUnit = Table.Unit(one: "claim", many: "claims")

  fileprivate static func claims(_ all: [Grounds.Evidence], _ corpus: Corpus) -> Table {
    let shape = Shape(claimColumns)
    let rows = all.map { Value.record(Record.make(shape, $0.claim.columns(corpus) + [.truth($0.counts)])) }
    return Table(rows, .records(claimColumns), unit: claimUnit)
  }
}

extension Claim {
  /// Of which record and field, what, how firmly, by whom, in which source.
  fileprivate func columns(_ corpus: Corpus) -> [Value] {
    let status = status ?? (citations.isEmpty ? nil : corpus.statusTerm("reported"))
    return [
      .entity(subject), .text(field.name), value, status.map { .entity($0) } ?? .none,
      .list(citations.filter { !$0.containers.isEmpty }.map { .entity($0.cited) }),
      citations.isEmpty ? .none : .list(citations.map { .entity($0.containers.last ?? $0.cited) }),
    ]
  }
}

extension Call {
  fileprivate func changed() throws(Fault) -> Table {
    let since = try date(0)
    let until = isMissing(1) ? nil : try date(1)
    let columns = ["known", "record", "field", "value", "status", "said_by", "source"]
    let shape = Shape(columns)
    var found: [(date: Date, row: Value, doubt: Doubt?)] = []
    var undated = 0
    for claim in corpus.claimsOfRecords {
      try tick()
      guard let known = corpus.known(claim) else {
        undated += 1
        continue
      }
      let isIn = known.isAfter(since).and(until.map { !known.isAfter($0) } ?? .yes)
      if isIn.isNo { continue }
      let row = Value.record(Record.make(shape, [.date(known)] + claim.columns(corpus)))
      found.append((known, row, isIn.isYes ? nil : Doubt { ["known (imprecise: \(known.text))"] }))
    }
    let order = found.indices.sorted { one, other in
      if found[one].date.isSortedBefore(found[other].date) { return true }
      return !found[other].date.isSortedBefore(found[one].date) && one < other
    }
    let table = Table(
      order.map { found[$0].row }, doubts: Doubts(order.map { found[$0].doubt }), .records(columns),
      unit: Table.claimUnit)
    if undated == 0 { return table }
    return table.noting("left out: \(Table.claimUnit.counted(undated)) whose source has no date")
  }
}
