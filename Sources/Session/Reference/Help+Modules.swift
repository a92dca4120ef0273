import Syntax

extension Help {
  /// What `help modules` lists.
  func modules() -> String {
    let rows = Module.all.map { [$0.name, $0.documentation.summary] }
    return "Modules of the library; `use NAME` takes one in.\n\n" + Columns(rows, width: width).text
      + "\n`help NAME` tells what one holds.\n"
  }

  /// What a module is for, how many records it brings along, and its functions.
  func page(on module: Module) -> String {
    var text = "\(module.name): a module of the library\n"
    let documentation = module.documentation
    for paragraph in [documentation.summary] + documentation.paragraphs where !paragraph.isEmpty {
      text += paragraph.wrapped(to: width, indent: 2) + "\n"
    }
    text += "  `use \(module.name)` takes it in.\n"
    let statements = module.program.statements
    var functions: [[String]] = []
    var counts: [(kind: String, count: Int)] = []
    for statement in statements {
      if case .function(let function) = statement.kind {
        functions.append([function.signature, Documentation(statement.documentation ?? "").summary])
      } else if case .record(let record) = statement.kind {
        let plural = reference.corpus.kinds[record.kind.text]?.plural ?? record.kind.text
        if let known = counts.firstIndex(where: { $0.kind == plural }) {
          counts[known].count += 1
        } else {
          counts.append((plural, 1))
        }
      }
    }
    if !functions.isEmpty { text += "\nFunctions:\n" + Columns(functions, width: width, widest: 32).text }
    if !counts.isEmpty { text += "\nRecords:\n" + Columns(counts.map { [$0.kind, "\($0.count)"] }, width: width).text }
    return text
  }
}
