import Diagnostics
import Evaluation
import Records
import Values

/// What `help` says.
struct Help {
  let reference: Reference
  let width: Int

  /// The page that `help` alone shows: what can be typed here and now.
  func page() -> String {
    """
    \(Help.purpose.wrapped(to: width, indent: 0))

    \(beginning)
    Look up:
      help where            a step, a function or a word, with examples
      help case             a kind of record, and its fields
      help tactic           a tree of terms
      what is utility_cut   anything at all, in plain words
      help steps · help functions · help kinds · help words · help modules

    Read `help` and one of these, a screen each:
    \(topics)

    Tab completes what exists. Ctrl-C stops an answer. `quit` or Ctrl-D leaves.

    """
  }

  private var topics: String {
    Topic.all.map(\.name).joined(separator: " · ").wrapped(to: width, indent: 2)
  }

  private static let purpose =
    "Rep keeps records of what was done to whom, through whom, where, and how we know it; and answers questions about them."

  /// Questions about the first case there is; without any case, how to come by one.
  private var beginning: String {
    let all = reference.corpus.entities.written.values.joined().filter { $0.kind.name == "case" }
    guard let first = all.min(by: { $0.index < $1.index }) else {
      return """
        There are no records yet. Take some in from a file, or write one:
          use "examples/phnom_penh.rep"
          case my_case "What happened" { origin: China, host: Cambodia }
          cases

        """
    }
    var rows = [["cases", "every case"]]
    if let field = first.kind.position(of: "host"), field < first.fields.count,
      case .entity(let host) = first.fields[field].settled
    {
      rows.append(["cases | where .host is \(host.path)", "those in one country"])
      rows.append(["| count", "goes on from the last answer"])
    }
    rows.append(["cases | group by .origin { n: count() }", "a table, one row for each origin"])
    rows.append(["\(first.path).outcome", "a field of one case"])
    rows.append(["why \(first.path).outcome", "who says so, and where"])
    return "Ask:\n" + Columns(rows, width: width, widest: 44).text
  }

  /// What `help NAME` shows.
  func page(on name: String) -> String {
    let name = name.withoutQuotes
    switch name {
    case "", "me", "please", "help": return page()
    case "functions", "function": return functions()
    case "steps", "step": return steps()
    case "kinds": return kinds()
    case "words", "operators", "keywords": return words()
    case "modules", "module", "library": return modules()
    default: break
    }
    if let topic = Topic.named(name) { return topic.page(width: width) + more(topic) }
    var parts: [String] = []
    if let word = reference.word(name) { parts.append(page(on: word)) }
    if let function = reference.function(name) { parts.append(page(on: function)) }
    if let kind = reference.kind(name) { parts.append(page(on: kind)) }
    let fields = reference.fields(name)
    if !fields.isEmpty {
      let what = WhatIs(reference)
      parts.append(
        fields.map { what.sentence($0.field, of: $0.kind).wrapped(to: width, indent: 0) + "\n" }.joined())
    }
    for entity in reference.entities(name) { parts.append(page(on: entity)) }
    parts += WhatIs(reference).otherNames(name).map { $0.wrapped(to: width, indent: 0) + "\n" }
    if let value = reference.variable(name) { parts.append(WhatIs(reference).sentence(variable: name, value) + "\n") }
    if let module = Module.named(name) { parts.append(page(on: module)) }
    if let topic = Topic.named(name + "s") {
      if parts.isEmpty { return page(on: topic.name) }
      parts.append("`help \(topic.name)` tells more.\n")
    }
    if parts.isEmpty { return notFound(name) }
    return parts.joined(separator: "\n")
  }

  /// Where the records of a topic have fields of their own, or its word has a page.
  private func more(_ topic: Topic) -> String {
    let fields = reference.corpus.plurals[topic.name].map { "`help \($0.name)` lists the fields of one.\n" } ?? ""
    return fields + (reference.function(topic.name).map { "\n" + page(on: $0) } ?? "")
  }

  func notFound(_ name: String) -> String {
    if let here = NamesElsewhere.here(name) {
      return "Rep has no `\(name)`: what it does elsewhere is done by `\(here)`.\n\n" + page(on: here)
    }
    // `as case`, `group by`: a step with what stands behind it.
    if let first = name.split(separator: " ").first, first.count < name.count,
      let function = reference.function(String(first)), function.stepForm != nil
    {
      return page(on: function)
    }
    if let module = Module.declaring(name) {
      return "`\(name)` is in a module of the library: `use \(module.name)` takes it in.\n\n" + page(on: module)
    }
    var text = "There is nothing called `\(name)`."
    // A word that stands in what is said of others is no slip for another.
    let about = reference.about(name)
    if !about.isEmpty {
      return text + " What speaks of it:\n" + Columns(about, width: width, widest: 30).text
        + "`help NAME` tells more of one.\n"
    }
    if let near = reference.near(name) { text += " Did you mean `\(near)`?" }
    return text + "\n`help functions`, `help kinds`, `help words` and `help modules` list what there is.\n"
  }

  // MARK: One thing

  private func page(on word: LanguageWord) -> String {
    word.names.map { "`\($0)`" }.joined(separator: ", ") + "\n" + body(word.documentation)
  }

  private func page(on function: DocumentedFunction) -> String {
    (function.stepForm ?? function.signature) + "\n" + body(function.documentation)
  }

  private func body(_ documentation: Documentation) -> String {
    var text = ""
    for paragraph in [documentation.summary] + documentation.paragraphs where !paragraph.isEmpty {
      text += paragraph.wrapped(to: width, indent: 2) + "\n"
    }
    if !documentation.exampleLines.isEmpty {
      text += "\n" + documentation.exampleLines.map { "    \($0)\n" }.joined()
    }
    return text
  }

  private func page(on kind: Kind) -> String {
    var head = kind.name
    if let plural = kind.plural { head += ", \(plural)" }
    head += kind.parent.map { ": a kind of \($0.name)" } ?? ": a kind of record"
    var text = head + "\n"
    let documentation = Documentation(kind.documentation)
    if !documentation.summary.isEmpty { text += body(documentation) }
    if kind.isTerm {
      text += tree(of: kind)
    }
    let fields = kind.fields
    if fields.isEmpty { return text }
    let names = Columns(
      fields.map { field in
        [
          field.name, field.type.name + (field.overTime ? " over time" : ""),
          Documentation(field.documentation).summary,
        ]
      }, width: width)
    return text + "\nFields:\n" + names.text
  }

  /// A tree of terms, those at the top first; where kinds stand below it, under the name of each.
  private func tree(of kind: Kind) -> String {
    let terms = reference.corpus.terms(of: [kind])
    var below: [ObjectIdentifier?: [Entity]] = [:]
    for term in terms { below[term.parent.map { ObjectIdentifier($0) }, default: []].append(term) }
    var rows: [[String]] = []
    func add(_ term: Entity, _ depth: Int) {
      rows.append([String(repeating: "  ", count: depth) + term.name, term.label ?? ""])
      if depth < 20 { for inner in below[ObjectIdentifier(term)] ?? [] { add(inner, depth + 1) } }
    }
    var branch = kind
    for term in terms where term.parent.map({ !$0.kind.isA(kind) }) ?? true {
      if term.kind !== branch {
        branch = term.kind
        rows.append([branch.name, Documentation(branch.documentation).summary])
      }
      add(term, branch === kind ? 0 : 1)
    }
    return rows.isEmpty ? "" : "\nTerms:\n" + Columns(rows, width: width, widest: 30).text
  }

  private func page(on entity: Entity) -> String {
    let what = WhatIs(reference)
    var text = what.sentence(entity) + "\n"
    if entity.kind.isTerm {
      let below = reference.corpus.entities.written.values.joined().filter { $0.parent === entity }.sorted {
        $0.index < $1.index
      }
      if !below.isEmpty {
        text += "\nBelow it:\n" + Columns(below.map { [$0.name, $0.label ?? ""] }, width: width).text
      }
    } else {
      text += "  `help \(entity.kind.name)` lists its fields; `\(entity.path)` shows them.\n"
    }
    return text
  }

  // MARK: Lists

  private func functions() -> String {
    var text = ""
    var topics: [String] = []
    for function in reference.functions {
      let topic = function.topic ?? "Your own"
      if !topics.contains(topic) { topics.append(topic) }
    }
    for topic in topics {
      let rows = reference.functions.filter { ($0.topic ?? "Your own") == topic }
        .map { [$0.name, $0.documentation.summary] }
      text += (text.isEmpty ? "" : "\n") + topic + "\n" + Columns(rows, width: width).text
    }
    return text + "\n`help NAME` shows one with examples.\n"
  }

  private func steps() -> String {
    let rows = reference.functions.filter(\.takesRows).map { [$0.name, $0.documentation.summary] }
    return "Steps stand after `|`, as in `cases | where .host is Cambodia | count`.\n\n"
      + Columns(rows, width: width).text
      + "\nEvery function is a step as well: `x | f a` is `f(x, a)`. `help functions` lists them.\n"
  }

  private func kinds() -> String {
    let kinds = reference.corpus.kinds.values.sorted { $0.name < $1.name }
    func rows(_ all: [Kind]) -> String {
      Columns(
        all.map { kind in
          [kind.name, kind.plural ?? "", Documentation(kind.documentation).summary]
        }, width: width
      ).text
    }
    return "Records\n" + rows(kinds.filter { !$0.isTerm }) + "\nTrees of terms\n" + rows(kinds.filter(\.isTerm))
      + "\n`help NAME` shows the fields of one, or its tree.\n"
  }

  private func words() -> String {
    let rows = LanguageWord.all.map { [$0.names.joined(separator: ", "), $0.documentation.summary] }
    return Columns(rows, width: width).text + "\n`help NAME` shows one with examples.\n"
  }
}

/// Rows of a page: every column as wide as its widest text, the last one wrapped.
struct Columns {
  let text: String

  /// A cell wider than the widest has its description on the line below it.
  init(_ rows: [[String]], width: Int, widest: Int = 24) {
    let count = rows.map(\.count).max() ?? 0
    var widths = [Int](repeating: 0, count: count)
    for row in rows {
      for (column, cell) in row.enumerated() where column < count - 1 {
        widths[column] = max(widths[column], min(cell.displayWidth, widest))
      }
    }
    var text = ""
    for row in rows {
      var line = "  "
      for (column, cell) in row.enumerated() where column < count - 1 {
        line += cell
        if cell.displayWidth > widest, column == count - 2 {
          text += line + "\n"
          line = String(repeating: " ", count: 2 + widths.dropLast().reduce(0) { $0 + $1 + 2 })
        } else {
          line += String(repeating: " ", count: max(0, widths[column] - cell.displayWidth) + 2)
        }
      }
      let indent = line.displayWidth
      let last = row.count == count ? row[count - 1] : ""
      if width - indent < 20 {
        line += last
      } else {
        line += last.wrapped(to: width, indent: indent).dropFirst(indent)
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    self.text = text
  }
}

extension String {
  /// Lines no wider than a width, broken at blanks, each behind an indentation.
  func wrapped(to width: Int, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return lines(within: width - indent).map { margin + $0 }.joined(separator: "\n")
  }

  /// A name as people also type it: `help "where"`, `help `where``, `help where?`.
  var withoutQuotes: String {
    var rest = trimmed
    if rest.count > 1, rest.last == "?", !LanguageWord.all.contains(where: { $0.names.contains(rest) }) {
      rest.removeLast()
    }
    if rest.count > 2, let first = rest.first, first == rest.last, "\"`'".contains(first) {
      rest = String(rest.dropFirst().dropLast())
    }
    if rest.count > 2, rest.hasSuffix("()") { rest.removeLast(2) }
    return rest
  }
}
