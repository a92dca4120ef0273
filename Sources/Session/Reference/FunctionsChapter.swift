/// The chapter of the reference about functions: what `help` says of each, by topic, as Markdown.
struct FunctionsChapter {
  let reference: Reference

  var text: String {
    var text = """
      # Functions

      Written from the declarations of the library; `scripts/accept` writes it anew. Every example is run as a test.

      Any function is a step of a pipeline as well: `x | f a` is `f(x, a)`. A parameter after which a kind stands takes only
      values of that kind, and gives unknown for an unknown one; a parameter without a kind takes everything. `each` marks an
      expression that is worked out once for each row. What stands behind `=` is taken when the argument is left out.

      """
    var topics: [String] = []
    for function in reference.functions {
      if let topic = function.topic, !topics.contains(topic) { topics.append(topic) }
    }
    for topic in topics {
      text += "\n## \(topic)\n"
      for function in reference.functions where function.topic == topic {
        text += "\n### `\(function.signature)`\n\n" + body(function.documentation)
      }
    }
    text += "\n# Words and signs of the language\n"
    for word in LanguageWord.all {
      text += "\n### " + word.names.map { "`\($0)`" }.joined(separator: " ") + "\n\n" + body(word.documentation)
    }
    return text
  }

  private func body(_ documentation: Documentation) -> String {
    var text = ([documentation.summary] + documentation.paragraphs).joined(separator: "\n\n") + "\n"
    if !documentation.exampleLines.isEmpty {
      text += "\n```rep\n" + documentation.exampleLines.joined(separator: "\n") + "\n```\n"
    }
    return text
  }
}
