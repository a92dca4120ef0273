import Diagnostics
import Values

/// `relatives complete as of 2022-06`: somebody says that a list names all there are, so that what is missing from it is
/// a finding, not a gap.
public struct Completion {
  let subject: Int32
  /// The field's position in the kind of the subject.
  let field: Int32
  public let date: Date
  let attribution: Int32
  public let place: Place
  /// Who says it.
  let citations: [Citation]

  /// A sentence for whoever asks why.
  public var sentence: String {
    let who = citations.isEmpty ? "no source" : citations.map(ClaimText.who).joined(separator: "; ")
    return "complete as of \(date.text), says \(who) — \(place.fileAndLine)"
  }
}

extension Corpus {
  package func addCompletion(
    of subject: Entity, field: Int, _ date: Date, attribution: Int32, place: Place
  ) {
    completions.append(
      Completion(
        subject: Int32(truncatingIfNeeded: subject.index), field: Int32(truncatingIfNeeded: field), date: date,
        attribution: attribution, place: place, citations: attributions[Int(attribution)].citations))
  }

  /// What the transaction at hand has said to be complete.
  package var completionsOfTransaction: ArraySlice<Completion> {
    completions[(journal?.completionCount ?? completions.count)...]
  }

  /// The latest statement that a list is complete which counts in the light at hand; nil where the list is open.
  public func completion(of subject: Entity, field: Int) -> Completion? {
    completions.filter { completion in
      guard completion.subject == subject.index, completion.field == field else { return false }
      let verdict = verdict(completion.attribution, in: light)
      return verdict.isSurelyEnough && attributions[Int(completion.attribution)].bearing == .supports
    }.max { $0.date.earliestStart < $1.date.earliestStart }
  }

  /// An item of a list that surely came after the day as of which the list is said to be complete.
  package func itemAfter(_ completion: Completion) -> Claim? {
    let subject = record(Int(completion.subject))
    for number in chain(of: subject) where field(ofClaim: number) == Int(completion.field) {
      guard case .entity(let item) = stored(number).value else { continue }
      for claim in claims(of: item, field: "date") {
        if case .date(let date) = claim.value, date.isAfter(completion.date).isYes { return claim }
      }
    }
    return nil
  }
}
