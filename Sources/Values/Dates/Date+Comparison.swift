// Three-valued comparison. A date is compared as every set of days that it could be: a point is one of its possible
// days, a stretch all days from one of its possible first days to one of its possible last ones, several are all of
// their members. The answer is decided when all of these agree.
extension Date {
  /// Its last day lies before the other's first.
  public func isBefore(_ other: Date) -> Truth {
    if latestEnd < other.earliestStart { return .yes }
    return earliestEnd >= other.latestStart ? .no : Truth(unknown: .imprecise)
  }

  /// Its first day lies after the other's last.
  public func isAfter(_ other: Date) -> Truth { other.isBefore(self) }

  /// `<=`: its last day is not later than the other's first.
  public func isNotLater(than other: Date) -> Truth {
    if latestEnd <= other.earliestStart { return .yes }
    return earliestEnd > other.latestStart ? .no : Truth(unknown: .imprecise)
  }

  /// All its days lie within the frame that the other gives: all the days that the other covers.
  public func isDuring(_ other: Date) -> Truth { other.frames(self) ?? form.isDuring(Frame(other.form)) }

  /// It shares a day with the frame that the other gives.
  public func overlaps(_ other: Date) -> Truth { other.frames(self) ?? form.overlaps(Frame(other.form)) }

  /// Whether a point lies in a frame that is a point's: the usual case, in which nothing has to be put together.
  private func frames(_ other: Date) -> Truth? {
    guard case .point(let days, _) = other.form, case .point(let possible, let asWritten) = form else { return nil }
    return Date.isWithin(days, sure: asWritten, possible: possible)
  }

  /// Yes for two certain equal days, or stretches between such; no when they cannot be the same; else unknown.
  public func isEqual(_ other: Date) -> Truth {
    let equal = form.isEqual(other.form)
    return equal.isYes && (isDoubtful || other.isDoubtful) ? Truth(unknown: .imprecise) : equal
  }

  /// True when both were written alike: what `group`, `distinct`, `join` and `in [ … ]` compare.
  public func isSameAsWritten(_ other: Date) -> Bool { self === other || text == other.text }

  /// What dates are sorted by: the first day it could begin, then the last day it could end.
  public func isSortedBefore(_ other: Date) -> Bool {
    earliestStart == other.earliestStart ? latestEnd < other.latestEnd : earliestStart < other.earliestStart
  }

  /// A date as a frame for others: the days that it surely covers, and those that it may.
  fileprivate enum Frame {
    case days(sure: Days?, possible: Days)
    case stretch(start: Days, end: Days)

    init(_ form: Form) {
      switch form {
      case .point(let possible, let asWritten): self = .days(sure: asWritten, possible: possible)
      case .stretch:
        let ends = form.ends
        self = .stretch(start: ends.start, end: ends.end)
      case .several(let members):
        var sure: Days?
        var possible: Days?
        for member in members {
          let frame = Frame(member)
          if let more = frame.sure { sure = sure?.joined(more) ?? more }
          possible = possible?.joined(frame.possible) ?? frame.possible
        }
        self = .days(sure: sure, possible: possible ?? Days(0))
      }
    }

    var sure: Days? {
      switch self {
      case .days(let sure, _): sure
      case .stretch(let start, let end): start.last <= end.first ? Days(start.last, end.first) : nil
      }
    }

    var possible: Days {
      switch self {
      case .days(_, let possible): possible
      case .stretch(let start, let end): Days(start.first, end.last)
      }
    }
  }
}

extension Date.Form {
  fileprivate func isDuring(_ frame: Date.Frame) -> Truth {
    switch self {
    case .point(let days, _): return Date.isWithin(days, sure: frame.sure, possible: frame.possible)
    case .stretch:
      let (start, end) = ends
      if let sure = frame.sure, Days(start.first, end.last).isContained(in: sure) { return .yes }
      let fits = frame.possible.pieces.contains { Date.fits(start, end, in: $0) }
      return fits ? Truth(unknown: .imprecise) : .no
    case .several(let members):
      return members.reduce(.yes) { $0.and($1.isDuring(frame)) }
    }
  }

  fileprivate func overlaps(_ frame: Date.Frame) -> Truth {
    switch self {
    case .point(let days, _): return Date.isWithin(days, sure: frame.sure, possible: frame.possible)
    case .stretch:
      let (start, end) = ends
      if !Days(start.first, end.last).intersects(frame.possible) { return .no }
      if case .stretch(let frameStart, let frameEnd) = frame {
        return start.last <= frameEnd.first && frameStart.last <= end.first ? .yes : Truth(unknown: .imprecise)
      }
      guard let sure = frame.sure else { return Truth(unknown: .imprecise) }
      let mayMiss = sure.gaps.contains { Date.fits(start, end, in: $0) }
      return mayMiss ? Truth(unknown: .imprecise) : .yes
    case .several(let members):
      return members.reduce(.no) { $0.or($1.overlaps(frame)) }
    }
  }

  fileprivate func isEqual(_ other: Date.Form) -> Truth {
    switch (self, other) {
    case (.point(let one, _), .point(let two, _)): return Date.isEqual(one, two)
    case (.several, _), (_, .several): return isEqualOfSeveral(other)
    case (.point, .stretch), (.stretch, .point), (.stretch, .stretch):
      let mine = ends
      let others = other.ends
      let equal = Date.isEqual(mine.start, others.start).and(Date.isEqual(mine.end, others.end))
      // A point begins and ends on the same day.
      if equal.isUnknown, case .point(let day, _) = self { return Date.haveCommonDay(day, others) }
      if equal.isUnknown, case .point(let day, _) = other { return Date.haveCommonDay(day, mine) }
      return equal
    }
  }

  private func isEqualOfSeveral(_ other: Date.Form) -> Truth {
    let mine = members
    let others = other.members
    func isApart(_ member: Date.Form, from forms: [Date.Form]) -> Bool {
      let days = Date.Frame(member).possible
      return !forms.contains { days.intersects(Date.Frame($0).possible) }
    }
    if mine.contains(where: { isApart($0, from: others) }) || others.contains(where: { isApart($0, from: mine) }) {
      return .no
    }
    if mine.count == others.count, zip(mine, others).allSatisfy({ $0.isEqual($1).isYes }) { return .yes }
    return Truth(unknown: .imprecise)
  }

  fileprivate var members: [Date.Form] {
    switch self {
    case .point, .stretch: [self]
    case .several(let members): members
    }
  }
}

extension Date {
  /// Whether one day among some lies in a frame.
  fileprivate static func isWithin(_ days: Days, sure: Days?, possible: Days) -> Truth {
    if let sure, days.isContained(in: sure) { return .yes }
    return days.intersects(possible) ? Truth(unknown: .imprecise) : .no
  }

  /// Whether one day among some is the same as one among others.
  fileprivate static func isEqual(_ one: Days, _ other: Days) -> Truth {
    if let day = one.only, other.only == day { return .yes }
    return one.intersects(other) ? Truth(unknown: .imprecise) : .no
  }

  fileprivate static func haveCommonDay(_ day: Days, _ ends: (start: Days, end: Days)) -> Truth {
    let common = day.intersection(ends.start)?.intersection(ends.end)
    return common == nil ? .no : Truth(unknown: .imprecise)
  }

  /// Whether a stretch could lie within one piece: it begins as early, and ends as late, as the piece allows.
  fileprivate static func fits(_ start: Days, _ end: Days, in piece: Days.Piece) -> Bool {
    guard let first = start.clipped(piece.first, Days.unboundedFuture)?.first,
      let last = end.clipped(Days.unboundedPast, piece.last)?.last
    else { return false }
    return first <= last
  }
}
