// Published figures. What is worked out from them keeps them, so that nobody takes it for published itself, and a figure
// never meets what was counted here: the two count by different rules.

extension Quantity {
  /// The figures that two numbers together rest on.
  public static func lineage(_ one: Quantity, _ other: Quantity, _ verb: String) throws(Fault) -> [Entity] {
    if one.figures.isEmpty && other.figures.isEmpty { return [] }
    if let figure = other.figures.first, one.figures.isEmpty, !one.isWritten, let unit = one.unit {
      throw .figureMeetsCount(figure, unit, verb)
    }
    if let figure = one.figures.first, other.figures.isEmpty, !other.isWritten, let unit = other.unit {
      throw .figureMeetsCount(figure, unit, verb)
    }
    return one.figures + other.figures.filter { figure in !one.figures.contains { $0 === figure } }
  }

  /// Refuses to set two figures beside each other as more and less that are of different times.
  static func checkPeriods(_ one: Quantity, _ other: Quantity) throws(Fault) {
    guard let first = one.figure, let second = other.figure, first !== second, let time = first.period,
      let otherTime = second.period, time.isEqual(otherTime).isNo
    else { return }
    throw .periodsDiffer((first, time), (second, otherTime))
  }

  /// The same for a sum of two, to which one thing must not be added twice.
  static func summed(_ one: Quantity, _ other: Quantity) throws(Fault) -> [Entity] {
    if let first = one.figure, let second = other.figure { try checkSum(first, second) }
    return try lineage(one, other, "+")
  }

  /// Refuses to add a figure and its copy, two versions of one count, or a total and a part of it.
  public static func checkSum(_ one: Entity, _ other: Entity) throws(Fault) {
    if let days = one.days(beside: other) { throw .figureOfTwoDays(one, other, days) }
    if one === other || one.holds(other) || other.holds(one) { throw .figureTwice(one, other) }
  }

  /// The published figure that this number is; nil for any other number, and for what was worked out from figures.
  public var figure: Entity? { figures.count == 1 && figures[0].publishes(self) ? figures[0] : nil }

  /// `as of 2023-04`, `computed from 3 figures, as of 2021-02 to 2024-02`; nil for a number that is no figure.
  var provenance: String? {
    if figures.isEmpty { return nil }
    var days: [String] = []
    for figure in figures {
      let day = figure.text(of: "as_of") ?? "an unknown day"
      if !days.contains(day) { days.append(day) }
    }
    days.sort()
    let asOf = "as of " + (days.count > 2 ? "\(days[0]) to \(days[days.count - 1])" : days.joined(separator: " and "))
    if figure != nil { return asOf }
    return "computed from \(figures.count) \(figures.count == 1 ? "figure" : "figures"), \(periods)\(asOf)"
  }

  /// `for 2014/2021 and 2014/2022, `: the times of the figures, where they are of different ones.
  private var periods: String {
    var times: [Date] = []
    for case let time? in figures.map(\.period) where !times.contains(where: { $0.isEqual(time).isYes }) {
      times.append(time)
    }
    if times.count < 2 { return "" }
    let texts = times.sorted { $0.isSortedBefore($1) }.map(\.text)
    return "for \(texts.count > 2 ? "\(texts.count) periods" : texts.joined(separator: " and ")), "
  }
}

extension Entity {
  /// True where another figure repeats this one, or counts a part of it.
  fileprivate func holds(_ other: Entity) -> Bool {
    var here = other.figure("repeats") ?? other.figure("part_of")
    var steps = 0
    while let figure = here, steps < 64 {
      if figure === self { return true }
      here = figure.figure("repeats") ?? figure.figure("part_of")
      steps += 1
    }
    return false
  }

  /// The days of two counts of the same thing for the same time, by one publisher; nil where they are anything else.
  fileprivate func days(beside other: Entity) -> (String, String)? {
    guard let day = text(of: "as_of"), let otherDay = other.text(of: "as_of"), day != otherDay else { return nil }
    for field in ["what", "period", "publisher", "unit", "about"] {
      let part = text(of: field)
      if part != other.text(of: field) || part == nil && !["unit", "about"].contains(field) { return nil }
    }
    return (day, otherDay)
  }

  private func figure(_ field: String) -> Entity? {
    guard let position = kind.position(of: field), position < fields.count, case .entity(let figure) = fields[position]
    else { return nil }
    return figure
  }

  fileprivate func text(of field: String) -> String? {
    guard let position = kind.position(of: field), position < fields.count, fields[position].reasons == nil else {
      return nil
    }
    return fields[position].printed
  }

  /// The time that it covers, where that is known.
  fileprivate var period: Date? {
    guard let position = kind.position(of: "period"), position < fields.count, case .date(let date) = fields[position]
    else { return nil }
    return date
  }

  /// True for the very number that the figure is, and not something worked out from it.
  fileprivate func publishes(_ quantity: Quantity) -> Bool {
    guard let position = kind.position(of: "value"), position < fields.count else { return false }
    switch fields[position] {
    case .quantity(let own): return own.isSameAsWritten(quantity)
    case .disputed(let disputed):
      return disputed.candidates.contains {
        if case .quantity(let own) = $0 { own.isSameAsWritten(quantity) } else { false }
      }
    default: return false
    }
  }
}

extension Fault {
  static func figureMeetsCount(_ figure: Entity, _ unit: String, _ verb: String) -> Fault {
    Fault(
      "R620",
      "the figure `\(figure.path)` was published, and \(unit) were counted here: they are counted by different rules "
        + "and have no \(verb == "+" ? "sum" : verb == "-" ? "difference" : verb == "compare" ? "order" : "common measure")",
      help: "set one beside the other, each with its source; compare figures with figures")
  }

  static func periodsDiffer(_ one: (figure: Entity, time: Date), _ other: (figure: Entity, time: Date)) -> Fault {
    Fault(
      "R627",
      "the figure `\(one.figure.path)` is for \(one.time.text) and `\(other.figure.path)` for \(other.time.text): what was "
        + "counted over different times is not compared",
      help: "set one beside the other, each with its period; the bare numbers are compared by "
        + "`point(\(one.figure.path).value) < point(\(other.figure.path).value)`")
  }

  static func figureOfTwoDays(_ one: Entity, _ other: Entity, _ days: (String, String)) -> Fault {
    Fault(
      "R621",
      "the figures `\(one.path)` and `\(other.path)` are one count as of two days, \(days.0) and \(days.1): the later "
        + "takes the place of the earlier",
      help: "add only the later of the two")
  }

  static func figureTwice(_ one: Entity, _ other: Entity) -> Fault {
    Fault(
      "R621",
      one === other
        ? "the figure `\(one.path)` would be added to itself"
        : "the figures `\(one.path)` and `\(other.path)` count the same in part: one repeats the other, or is a part of it",
      help: "add only figures that count different things")
  }
}
