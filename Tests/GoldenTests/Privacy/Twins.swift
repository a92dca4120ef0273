import Diagnostics
import Session

/// Two sessions with the same records, but for what their private fields hold.
///
/// Whoever asks must not be able to tell one from the other: what one answers to a question, in any format and with any
/// message, the other answers too. What a field holds differs in letters, length and order; which two are the same, and
/// which are unknown, does not.
struct Twins {
  private let sessions: [Session]
  private let host = HastyHost()

  /// - Parameter isPrivate: false for the same fields without the word, where questions do tell them apart.
  init(isPrivate: Bool = true, _ format: OutputFormat = .text) {
    sessions = [Twins.one, Twins.other].map { [host] secrets in
      let session = Session(host: host, format: format)
      let records = Twins.records(secrets, isPrivate: isPrivate)
      host.rest()
      let found = session.run(bytes: Array(records.utf8), name: "people.rep") { _ in }
      precondition(found.isEmpty, render(found, as: .plain))
      return session
    }
  }

  /// What both answer to an entry of the prompt.
  func answers(to entry: String) -> [String] {
    sessions.map { session in
      var answer = ""
      host.rest()
      let found = session.enter(entry) { answer += $0 }
      return answer + render(found, as: .plain) + render(found, as: .json)
    }
  }

  /// What both offer behind a beginning.
  func completions(of line: String) -> [[Completion]] {
    sessions.map { $0.completions(in: line, at: line.utf8.count).words }
  }

  // MARK: What they hold

  struct Secrets {
    let name: String
    let otherName: String
    let alias: String
    let day: String
    let month: String
    let otherMonth: String
    let place: String
    let otherPlace: String
    let debts: String
    let informs: Bool
  }

  static let one = Secrets(
    name: "Zebrafinch", otherName: "Ackermann", alias: "Quokkawing", day: "1987-03-29", month: "1987-03",
    otherMonth: "2001-05", place: "Vanuatu", otherPlace: "Laos", debts: "7351", informs: true)
  static let other = Secrets(
    name: "Bo", otherName: "Yildirim Oguz", alias: "X", day: "2023-11-11", month: "2023-11", otherMonth: "1999-12",
    place: "Chad", otherPlace: "Peru", debts: "12", informs: false)

  /// What must not stand in any answer of the first.
  static let words = [
    "zebrafinch", "hcnifarbez", "ackermann", "quokkawing", "1987", "2001-05", "vanuatu", "vut", "7351",
  ]

  private static func records(_ secrets: Secrets, isPrivate: Bool) -> String {
    let field = isPrivate ? "private " : ""
    return """
      extend kind person {
        \(field)real_name: text
        \(field)aliases: list of text
        \(field)entered: date
        \(field)hiding_in: jurisdiction
        \(field)handler: person
        \(field)debts: number
        \(field)informs: truth
        \(field)alias: text over time
      }
      source talk "A talk" { publisher: "A group", published: 2022-09-12, reliability: B }
      source file "A file" { publisher: "A court", published: 2023-02 }
      person officer_1 { }
      person officer_2 { }
      person one "The first" per talk {
        gender: female
        real_name: "\(secrets.name)" "known as \(secrets.alias)"
        aliases: ["\(secrets.alias)", "\(secrets.name)"]
        entered: \(secrets.day)
        hiding_in: \(secrets.place)
        handler: \(secrets.informs ? "officer_1" : "officer_2")
        debts: \(secrets.debts)
        informs: \(secrets.informs)
        alias: "\(secrets.alias)" at 2000
      }
      person two "The second" per file {
        real_name: "\(secrets.name)"
        aliases: "\(secrets.alias)"
        entered: \(secrets.month)
        hiding_in: \(secrets.place)
        handler: \(secrets.informs ? "officer_1" : "officer_2")
        informs: \(!secrets.informs)
      }
      person three "The third" per talk {
        real_name: "\(secrets.otherName)"
        entered: \(secrets.otherMonth)
        hiding_in: \(secrets.otherPlace)
        debts: 99
      }
      extend three per file { real_name: "\(secrets.otherName) the younger" }
      person four "The fourth" { real_name: unknown (withheld), informs: unknown }
      case abroad per talk { origin: China, host: Thailand, target: one }
      """
  }
}
