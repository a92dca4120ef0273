import Diagnostics
import Records
import Values

/// The `help:` that goes with a word that nothing has: what may have been meant, each with its meaning.
enum Suggestion {
  /// Terms to choose from instead of a word; last, where a tree is given, how to declare one that is missing.
  static func terms(_ terms: [Entity], insteadOf name: String, of tree: Kind? = nil) -> String {
    if terms.count == 1, Spelling.isNear(name, terms[0].name) { return "did you mean `\(terms[0].name)`?" }
    let words = choice(terms.map { ($0.name, $0.label ?? "") })
    guard let tree else { return words }
    let kinds = terms.map(\.kind)
    let usual = kinds.max { one, other in kinds.count { $0 === one } < kinds.count { $0 === other } }
    return words + "\n" + declare(usual ?? tree, name, listed: tree)
  }

  /// Where all terms of a tree are listed, and how one more is declared.
  static func declare(_ kind: Kind, _ name: String, listed tree: Kind) -> String {
    "`help \(tree.name)` lists the words there are; one that is missing is declared: `\(kind.name) \(name) \"its meaning\"`"
  }

  /// The field that a name was meant to be, or those that there are; also what every record can be asked for besides.
  static func field(_ name: String, of kind: Kind, besides: [String] = []) -> String? {
    if kind.fields.isEmpty { return nil }
    if let near = Spelling.nearest(to: name, among: kind.fields.map(\.name) + besides) {
      return "did you mean `\(near)`?"
    }
    let about = kind.fields.about(name)
    if !about.isEmpty { return choice(about.map { ($0.name, $0.documentation) }) }
    let names = kind.fields.prefix(12).map { "`\($0.name)`" }.joined(separator: ", ")
    return "its fields: \(names)\(kind.fields.count > 12 ? ", …" : "")\n`help \(kind.name)` tells what each is for"
  }

  /// Records that are written alike, of which none is guessed.
  static func alike(_ records: [Entity]) -> String {
    "written alike: " + records.map { "`\($0.path)`" }.joined(separator: ", ")
  }

  /// Words to choose from: one in a sentence, several in a list.
  static func choice(_ words: [(name: String, meaning: String)]) -> String {
    if words.count == 1 {
      let meaning = words[0].meaning
      return "did you mean `\(words[0].name)`\(meaning.isEmpty ? "" : " (\(meaning))")?"
    }
    let width = words.map(\.name.displayWidth).max() ?? 0
    return
      (["did you mean one of these?"]
      + words.map { name, meaning in
        "  \(name)\(String(repeating: " ", count: width - name.displayWidth))  \(meaning)"
      })
      .joined(separator: "\n")
  }
}

extension Corpus {
  /// Terms of some trees (of all, where no kind is given) that an unknown word may be meant to be: the one that is spelt
  /// nearly so; where that is a form of the word, or there is none, those with a like name or meaning.
  ///
  /// - Parameter isWord: the name is that of something else, and so not misspelt.
  func termsMeant(by name: String, _ kinds: [Kind], isWord: Bool = false) -> [Entity] {
    let trees = (kinds.isEmpty ? [term].compactMap { $0 } : kinds).filter(\.isTerm)
    if trees.isEmpty { return [] }
    let terms = terms(of: trees)
    let spelt = isWord ? nil : Spelling.nearest(to: name, among: terms.map(\.name))
    let near = spelt.flatMap { near in terms.first { $0.name == near } }
    if let near, !SoughtWord(name).isForm(of: near.name) { return [near] }
    let about = self.terms(about: name, in: trees, byName: kinds.isEmpty)
    return (near.map { [$0] } ?? []) + about.filter { $0 !== near }.prefix(near == nil ? 3 : 2)
  }
}
