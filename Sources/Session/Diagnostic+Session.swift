import Diagnostics

// Every message of files, programs and sessions (R500 to R599) that does not come from the host.
extension Diagnostic {
  static func noSuchModule(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R510", "there is no part of the library called `\(name)`", at: place,
      help: "its modules are \(Module.all.map { "`\($0.name)`" }.joined(separator: ", ")); a file is named by a text: "
        + "`use \"\(name).rep\"`")
  }

  static func notAQuestion(_ place: Place, form: String?, advice: String?, isHelp: Bool = false) -> Diagnostic {
    Diagnostic(
      "R513", isHelp ? "`help` belongs to the prompt" : "this is not a question that Rep knows", at: place,
      help: advice ?? form.map { $0.contains("`") ? "write `` \($0) ``" : "write `\($0)`" }
        ?? "a question begins with a table or a record, as in `cases | where .host is Cambodia`\n"
        + "`help questions` shows more; words of one's own stand in quotation marks")
  }

  static func changedSince(_ path: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R512", "`\(path)` has changed since it was taken in, and what is known is what it said before", at: place,
      help: "leave with `quit` and begin anew to read it again", severity: .warning)
  }
}
