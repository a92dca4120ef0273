import Builtins
import Diagnostics
import Evaluation
import Values

extension Session {
  /// What a command of the prompt says (`help`, `help NAME`, `what is NAME`, `?`), or nil for an entry of the language.
  ///
  /// Commands are told by their first word, before anything is parsed; no name may be one of them.
  func answer(toCommand text: String) -> String? {
    guard Session.isCommand(text) else { return nil }
    let text = Session.plainCommand(text)
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let help = Help(reference: reference, width: host.width)
    if words[0] != "what" && words[0] != "what's" { return help.page(on: words.dropFirst().joined(separator: " ")) }
    // `what is is` asks for the word itself.
    let verb = words[0] == "what" && words.count > 1 && ["is", "are"].contains(words[1]) ? 1 : 0
    var asked = words.dropFirst(1 + verb)
    if asked.count > 1, ["a", "an", "the"].contains(asked.first) { asked.removeFirst() }
    if asked.isEmpty { return help.page() }
    return WhatIs(reference).answer(asked.joined(separator: " "), width: host.width)
  }

  /// `what changed between 2022-11-01 and 2025-04-30`, or `what changed since 2022-11-01`, as the question that it asks.
  static func question(inCommand text: String) -> String? {
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    if words.first == "what" { words.removeFirst() }
    if words.first == "has" { words.removeFirst() }
    guard words.popFirst() == "changed" else { return nil }
    words = words.map { $0.last == "?" ? $0.dropLast() : $0 }[...]
    if words.count == 4, words.first == "between", words.dropFirst(2).first == "and", let last = words.last {
      return "changed(\(words[words.startIndex + 1].asDate), \(last.asDate))"
    }
    guard (2...4).contains(words.count), ["since", "after"].contains(words.popFirst()) else { return nil }
    // A date in words is answered with how it is written.
    return "changed(\(words.count == 1 ? words[words.startIndex].asDate : words.joined(separator: " ")))"
  }

  /// `?count` and `help(count)`, as R asks for help, are `help count`.
  private static func plainCommand(_ text: String) -> String {
    let text = text.trimmed
    if text.hasPrefix("?") { return "help " + text.drop { $0 == "?" } }
    guard text.hasPrefix("help("), text.hasSuffix(")") else { return text }
    return "help " + text.dropFirst(5).dropLast()
  }

  /// True for a line that the prompt takes for itself.
  static func isCommand(_ text: String) -> Bool {
    let text = plainCommand(text)
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    return words.first.map { ["help", "what", "what's", "?"].contains($0) } == true && !text.trimmed.contains("\n")
  }

  /// What can be looked up by name now.
  var reference: Reference {
    let known = Dictionary(project.callables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var functions: [DocumentedFunction] = []
    var listed: Set<String> = []
    let inRep = project.callables.sorted { $0.name < $1.name }
    for topic in builtinTopics {
      for builtin in topic.builtins {
        guard let callable = known[builtin.name], callable.place == nil else { continue }
        listed.insert(callable.name)
        functions.append(
          DocumentedFunction(
            callable.declaration, documentation: callable.documentation, topic: topic.name, place: nil))
      }
      for callable in inRep where callable.place?.source.name == "library/\(topic.name.lowercased()).rep" {
        listed.insert(callable.name)
        functions.append(
          DocumentedFunction(
            callable.declaration, documentation: callable.documentation, topic: topic.name, place: callable.place))
      }
    }
    for callable in inRep where !listed.contains(callable.name) {
      functions.append(
        DocumentedFunction(
          callable.declaration, documentation: callable.documentation,
          topic: topic(ofSource: callable.place?.source.name), place: callable.place))
    }
    let variables = project.variableNames.sorted().compactMap { name in
      project.value(of: name).map { (name: name, value: $0) }
    }
    return Reference(corpus: corpus, functions: functions, variables: variables)
  }

  /// The part of the library that a file is; nil for a script's own.
  private func topic(ofSource name: String?) -> String? {
    guard let name else { return "More" }
    if let module = Module.all.first(where: { $0.sourceName == name }) { return "After `use \(module.name)`" }
    return name.hasPrefix("library/") ? "More" : nil
  }
}

extension Builtin {
  /// The name that its declaration gives it.
  var name: String {
    guard let line = declaration.split(separator: "\n").last(where: { $0.hasPrefix("fn ") }) else { return "" }
    return String(line.dropFirst(3).prefix { $0 != "(" }.filter { $0 != "`" })
  }
}

extension Substring {
  /// A year alone as a date: `2022` is typed as `@2022` elsewhere.
  fileprivate var asDate: String { count == 4 && allSatisfy(\.isNumber) ? "@\(self)" : String(self) }
}
