import Values

// Fields over time: which claims are about one moment, and what comes after what.

extension Settling {
  private struct Moment {
    var from: Date?
    var said: [Said]
  }

  func series(_ all: [Said], _ empty: Value) -> Value {
    if all.allSatisfy({ $0.from == nil }) { return all.count == 1 ? single(all[0], empty) : single(all, empty) }
    var moments: [Moment] = []
    var reasons: Reasons?
    for said in all {
      if case .unknown(let more) = said.value, said.from == nil {
        if said.bearing == .supports { reasons = reasons?.joined(more) ?? more }
        continue
      }
      if let position = moments.firstIndex(where: { isSameMoment($0, said) }) {
        if let from = said.from, let known = moments[position].from {
          moments[position].from = Agreement.isWithin(from, known) ? from : known
        } else {
          moments[position].from = moments[position].from ?? said.from
        }
        moments[position].said.append(said)
      } else {
        moments.append(Moment(from: said.from, said: [said]))
      }
    }
    var entries: [Series.Entry] = []
    for moment in united(moments) {
      // A value that is only set aside leaves no trace in the series.
      if moment.said.allSatisfy({ $0.bearing == .setAside }) { continue }
      entries.append(Series.Entry(from: moment.from, single(moment.said, empty)))
    }
    // Beside what reaches a standard, what does not is no part of the course of things.
    let reaching = entries.filter { !($0.value.reasons?.contains(.belowStandard) ?? false) }
    if light?.standard != nil, !reaching.isEmpty { entries = reaching }
    if entries.isEmpty { return reasons.map { .unknown($0) } ?? empty }
    // Undated values come first; then by the first day that each could begin on, and then by the last.
    let order = entries.indices.sorted { one, other in
      let (first, second) = (entries[one].from, entries[other].from)
      guard let first else { return second != nil || one < other }
      guard let second else { return false }
      if first.earliestStart != second.earliestStart { return first.earliestStart < second.earliestStart }
      if first.latestStart != second.latestStart { return first.latestStart < second.latestStart }
      return one < other
    }
    let sorted = order.map { entries[$0] }
    return .series(Series(current: latest(sorted), entries: sorted))
  }

  /// Claims are about one moment when their dates agree, and either their values do, or different sources give two forms of
  /// one thing (`returned_freely`, `returned_by_force`): then they disagree about that moment.
  private func isSameMoment(_ moment: Moment, _ said: Said) -> Bool {
    if moment.from?.text == said.from?.text, moment.from != nil { return true }
    guard let known = moment.said.first(where: { $0.bearing != .setAside }) ?? moment.said.first else { return false }
    let agree = Agreement.isWithin(known.value, said.value) || Agreement.isWithin(said.value, known.value)
    guard let one = moment.from, let other = said.from else { return agree }
    let areVersions =
      Agreement.areFormsOfOne(known.value, said.value) && !corpus.shareSource(known.attribution, said.attribution)
    return (agree || areVersions)
      && (Agreement.isWithin(one, other) || Agreement.isWithin(other, one))
  }

  /// The moments, those as one in which different sources say the very same of different days, and nobody of anything
  /// else in between: that it happened is agreed, and on which day is open.
  private func united(_ moments: [Moment]) -> [Moment] {
    var moments = moments
    var position = 0
    while position < moments.count {
      guard
        let other = moments.indices.first(where: {
          $0 > position && isOneMoment(moments[position], moments[$0], among: moments)
        })
      else {
        position += 1
        continue
      }
      if let from = moments[position].from, let more = moments[other].from {
        moments[position].from = Date.somewhere(from: from, to: more)
      }
      moments[position].said += moments.remove(at: other).said
    }
    return moments
  }

  private func isOneMoment(_ one: Moment, _ other: Moment, among all: [Moment]) -> Bool {
    guard let from = one.from, let more = other.from, Date.somewhere(from: from, to: more) != nil else { return false }
    for first in one.said {
      for second in other.said {
        guard first.bearing == .supports, second.bearing == .supports,
          Agreement.isSame(first.value, second.value), !corpus.shareSource(first.attribution, second.attribution)
        else { return false }
      }
    }
    let (start, end) = (min(from.earliestStart, more.earliestStart), max(from.latestStart, more.latestStart))
    let inBetween = all.count { moment in
      moment.from.map { $0.latestStart >= start && $0.earliestStart <= end } ?? false
    }
    return inBetween == 2
  }

  /// The last value; where the dates leave open which is the last, every one that may be.
  private func latest(_ entries: [Series.Entry]) -> Value {
    guard let last = entries.last else { return .unknown(.notRecorded) }
    guard let from = last.from else {
      return entries.count == 1 ? last.value : Settling.open(entries.map(\.value))
    }
    var possible: [Value] = []
    for entry in entries.dropLast() {
      if let other = entry.from, other.latestStart >= from.earliestStart, !Agreement.isSame(entry.value, last.value) {
        possible.append(entry.value)
      }
    }
    return possible.isEmpty ? last.value : Settling.open(possible + [last.value])
  }
}
