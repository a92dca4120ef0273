/// Something that `help` has a page about: a part of a chapter of the reference, told once and read in both places.
struct Topic {
  let name: String
  private let chapter: String
  /// The heads of the parts; an empty one is the beginning of the chapter, up to its first head.
  private let parts: [String]

  private init(_ name: String, in chapter: String, _ parts: String...) {
    self.name = name
    self.chapter = chapter
    self.parts = parts
  }

  /// All of them, in the order in which someone new needs them.
  static let all = [
    Topic("records", in: "records", ""),
    Topic("events", in: "records", "Events"),
    Topic("sources", in: "records", "Claims"),
    Topic("terms", in: "records", "Terms"),
    Topic("questions", in: "questions", ""),
    Topic("why", in: "expressions", "`why`"),
    Topic("unknown", in: "expressions", "Unknown has reasons"),
    Topic("dates", in: "dates", ""),
    Topic("numbers", in: "numbers", "", "Numbers with two ends"),
    Topic("files", in: "files", ""),
  ]

  static func named(_ name: String) -> Topic? { all.first { $0.name == name } }

  /// The page, in lines no wider than a width.
  func page(width: Int) -> String {
    let text = chapters.first { $0.name == chapter + ".md" }?.text ?? ""
    let sections = parts.map { Topic.section($0, of: text) }
    let page = sections.map { MarkdownText($0, width: width).text }.joined(separator: "\n")
    return page + "\nMore of it stands in the reference, in the chapter about \(chapter).\n"
  }

  /// What stands under a head of a chapter, up to the next.
  private static func section(_ head: String, of text: String) -> [Substring] {
    var isInside = head.isEmpty
    var isCode = false
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode, line.hasPrefix("## ") {
        if isInside { break }
        isInside = line.dropFirst(3) == head
      } else if isInside, isCode || !line.hasPrefix("# ") {
        lines.append(line)
      }
    }
    return lines
  }
}
