import Diagnostics
import Records
import Values

// Every message of names and kinds (R200 to R299), as it reads where it is reported.
extension Diagnostic {
  static func noSuchName(_ name: String, _ place: Place, help: String?) -> Diagnostic {
    Diagnostic(
      "R201", "there is nothing called `\(name)`", at: place, label: "not known",
      help: help ?? "Tab completes what there is; a text stands in quotation marks: \"\(name)\"")
  }

  static func fieldWithoutDot(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R201", "there is nothing called `\(name)`", at: place, label: "not known",
      help: "a field of the row is `.\(name)`, with a dot; of one record, `record.\(name)`")
  }

  /// What helps where a name is in a part of the library that was not taken in.
  static func help(toUse module: String) -> String {
    "it is in the module `\(module)` of the library: `use \(module)`"
  }

  static func noSuchFunction(_ name: String, isStep: Bool, _ place: Place, module: String?, near: String?) -> Diagnostic
  {
    Diagnostic(
      "R202", "there is no \(isStep ? "step" : "function") called `\(name)`", at: place, label: "not known",
      help: module.map { help(toUse: $0) } ?? near.map { "did you mean `\($0)`?" }
        ?? "`help` lists the steps and functions")
  }

  static func isNoStep(_ name: String, piped: Bool, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R202", "`\(name)` is no step", at: place, label: "what steps go on from",
      help: piped
        ? "`help steps` lists the steps" : "a step stands behind `|`: `\(name) | sort by …`, `\(name) | group by …`")
  }

  static func nameIsACommand(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic("R206", "`\(name)` is a command of the prompt and cannot be a name", at: place)
  }

  /// - Parameter field: how the row is asked for it, where it may be that.
  static func kindIsNotAValue(_ kind: Kind, _ place: Place, field: String? = nil) -> Diagnostic {
    Diagnostic(
      "R207", "`\(kind.name)` is a kind of records, not a value", at: place,
      help: field.map(help(withField:))
        ?? kind.plural.map { "all of them are `\($0)`; one thing is tested with `x is \(kind.name)`" })
  }

  /// What helps where a name without a dot is that of a field.
  static func help(withField name: String) -> String { "the field of the row is `.\(name)`, with a dot" }

  static func functionIsNotAValue(_ name: String, _ place: Place, help: String?) -> Diagnostic {
    Diagnostic(
      "R207", "`\(name)` is a function, not a value", at: place, label: "nothing is called here",
      help: help ?? "a call has brackets: `\(name)(…)`")
  }

  static func severalOfThatName(_ name: String, _ place: Place, _ entities: [Entity]) -> Diagnostic {
    let ways = entities.map { "`\($0.kind.name).\(name)`" }.joined(separator: " or ")
    return Diagnostic(
      "R208", "`\(name)` may be several things", at: place, label: "which one?",
      others: entities.map { .init($0.place, "a \($0.kind.name)") }, help: "write \(ways)")
  }

  static func noSuchTerm(_ name: String, of kind: Kind, _ place: Place, _ meant: [Entity]) -> Diagnostic {
    Diagnostic(
      "R209", "there is no \(kind.name) called `\(name)`", at: place,
      help: !kind.isTerm
        ? nil : meant.isEmpty ? Suggestion.declare(kind, name, listed: kind) : Suggestion.terms(meant, insteadOf: name))
  }

  /// - Parameter meant: what the whole test would be, where one on the left was meant to go on.
  static func termAsTruth(_ name: String, _ place: Place, _ entity: Entity, meant: String?) -> Diagnostic {
    Diagnostic(
      "R210", "`\(name)` stands where a test is needed, and is neither true nor false", at: place,
      help: meant.map { "write `\($0)`; each side of `and` and `or` is a whole test" }
        ?? (entity.kind.isTerm
          ? "to ask for one of several, write `in [\(name), …]`; each side of `and` and `or` is a whole test"
          : "a test asks something of it: `\(name).FIELD is …`"))
  }

  static func nothingAtHand(_ what: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R211", "`\(what)` needs a row, and there is none here", at: place, label: "no row at hand",
      help:
        "`.field` belongs inside a step, as in `cases | where .host is Cambodia`; outside, name the record: `x.field`")
  }

  static func nothingAtHandFor(_ function: String, _ parameter: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R212", "`\(function)` needs `\(parameter)`, and there are none at hand here", at: place,
      help: "say of what: `\(function)(cases)` or `cases | \(function)`")
  }

  static func usedBeforeItsLine(_ name: String, _ place: Place, _ declared: Place) -> Diagnostic {
    Diagnostic(
      "R213", "`\(name)` is used before its line", at: place, label: "has no value here",
      others: [.init(declared, "gets its value here")], help: "move the `let` up")
  }

  static func assignsOuter(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R214", "a function cannot give `\(name)` a new value, since it stands outside", at: place,
      help: "return the value, and assign it where the function is called")
  }

  static func assignsUndeclared(_ name: String, _ place: Place, near: String?) -> Diagnostic {
    Diagnostic(
      "R215", "`\(name)` has no value yet to be replaced", at: place,
      help: near.map { "did you mean `\($0)`? A new variable begins with `let`" }
        ?? "a new variable begins with `let`: `let \(name) = …`")
  }

  static func noSuchKind(_ name: String, _ place: Place, near: String?) -> Diagnostic {
    Diagnostic(
      "R216", "there is no kind called `\(name)`", at: place,
      help: near.map { "did you mean `\($0)`?" } ?? "`help kinds` lists the kinds of records")
  }

  static func noSuchKind(_ name: String, _ place: Place, near: String?, inside outer: Kind, _ kinds: [Kind])
    -> Diagnostic
  {
    let names = kinds.map { "`\($0.name)`" }.joined(separator: ", ")
    return Diagnostic(
      "R216", "there is no kind called `\(name)`", at: place,
      help: near.map { "did you mean `\($0)`?" } ?? "inside a \(outer.name) may stand: \(names)")
  }

  static func noSuchReason(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R217", "`\(name)` is no reason for unknown", at: place,
      help: "the reasons are \(Reason.allCases.map(\.name).joined(separator: ", "))")
  }

  static func hidesFunction(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R218", "from here on, `\(name)` is no longer the function of the library", at: place, severity: .note)
  }

  static func equalsVagueDate(_ text: String, _ place: Place, sign: String = "==") -> Diagnostic {
    Diagnostic(
      "R219", "`\(sign)` asks for one day, and `\(text)` may be many", at: place,
      help: "to ask whether it lies in that time, write `during \(text)`", severity: .warning)
  }

  static func equalsUnknown(_ asked: String, _ place: Place, isDenied: Bool) -> Diagnostic {
    Diagnostic(
      "R229", "nothing is surely the same as `unknown`, nor surely another, so that this is never decided", at: place,
      help: "to ask whether it is known, write `\(asked) is \(isDenied ? "known" : "unknown")`", severity: .warning)
  }

  static func missingArgument(_ parameter: String, of function: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R220", "`\(function)` needs `\(parameter)`", at: place, help: "`help \(function)` shows how it is written")
  }

  static func defaultNeedsItself(_ parameter: String, of function: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R235", "the default of `\(parameter)` calls `\(function)`, which needs that default again", at: place,
      help: "give `\(parameter)` a value in this call")
  }

  static func tooManyArguments(_ function: String, takes: Int, _ place: Place, keyWord: String?) -> Diagnostic {
    if let keyWord {
      let text = place.source.text(in: place.range)
      return Diagnostic(
        "R221", "what `\(function)` goes by stands behind `\(keyWord)`", at: place,
        help: "write `\(function) \(function == "top" ? "10 " : keyWord == "on" ? "… " : "")\(keyWord) \(text)`")
    }
    return Diagnostic(
      "R221", "`\(function)` takes \(takes) \(takes == 1 ? "value" : "values"), and this is one more", at: place,
      help: function == "where"
        ? "several tests are one: `where a and b`" : "`help \(function)` shows how it is written")
  }

  /// - Parameter help: how what was meant is written, where that is known.
  static func noSuchParameter(
    _ name: String, of function: String, _ place: Place, parameters: [String], near: String?, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      "R222", "`\(function)` has nothing called `\(name)`", at: place,
      help: help ?? near.map { "did you mean `\($0)`?" }
        ?? (parameters.isEmpty ? nil : "it takes \(parameters.map { "`\($0)`" }.joined(separator: ", "))"))
  }

  static func givenTwice(_ name: String, _ function: String, _ place: Place) -> Diagnostic {
    Diagnostic("R223", "`\(name)` of `\(function)` is given twice", at: place)
  }

  static func takesNothing(_ function: String, _ place: Place) -> Diagnostic {
    Diagnostic("R224", "`\(function)` takes nothing, so nothing can be piped into it", at: place)
  }

  /// - Parameter other: the word that stands before the keys of this function.
  static func takesNoConnection(_ word: String, _ function: String, _ place: Place, other: String?) -> Diagnostic {
    Diagnostic(
      "R225", "`\(function)` takes no `\(word)`", at: place,
      help: function == "count" && word == "by"
        ? "how many there are of each is `group by .field`"
        : word == "as" && ["select", "add"].contains(function)
          ? "a column has its name before it: `name: .field`"
          : other.map { "what `\(function)` goes by stands behind `\($0)`" }
            ?? "`help \(function)` shows how it is written")
  }

  static func needsKinds(_ function: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R237", "`\(function)` is told which columns are what, in braces", at: place,
      help: "write `\(function) { opened: date, age: integer }`")
  }

  static func needsWord(_ function: String, _ place: Place) -> Diagnostic {
    let text = place.source.text(in: place.range)
    let isQuoted = text.count > 2 && text.hasPrefix("\"")
    return Diagnostic(
      "R238", "a word stands here that is not worked out", at: place,
      help: isQuoted
        ? "without quotation marks: `\(text.dropFirst().dropLast())`" : "`help \(function)` shows how it is written")
  }

  static func takesNoBlock(_ function: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R226", "`\(function)` takes no `{ … }`", at: place, help: "`help \(function)` shows how it is written")
  }

  static func columnWithoutName(_ function: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R226", "each column that `\(function)` makes needs a name, and `:` behind it", at: place,
      help: "write `{ n: count() }`, several with a comma between")
  }

  static func namedArgumentOfValue(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R227", "a function held by a variable takes its values in order, so `\(name)` cannot be named", at: place)
  }

  static func blockForValue(_ place: Place) -> Diagnostic {
    Diagnostic("R228", "a function held by a variable takes no `{ … }`", at: place)
  }

  static func unusedValue(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R230", "this value is not used: in a function only the last one is given back", at: place,
      help: "write `show` before it to print it, or `let … =` to keep it")
  }

  static func unreachable(_ place: Place) -> Diagnostic {
    Diagnostic("R231", "this is never reached, since the line above returns", at: place)
  }

  static func outsideLoop(_ word: String, _ place: Place) -> Diagnostic {
    Diagnostic("R232", "`\(word)` belongs inside `for` or `while`", at: place)
  }

  static func returnOutside(_ place: Place) -> Diagnostic {
    Diagnostic("R233", "`return` belongs inside a function", at: place, help: "`show` prints a value")
  }

  static func declarationInside(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R234", "records and declarations stand at the top of a file, not inside a function, `if` or loop", at: place)
  }

  static func tooManyVariables(_ place: Place) -> Diagnostic {
    Diagnostic("R236", "there are more than \(Machine.mostGlobals) variables at the top of this project", at: place)
  }

  static func notADate(_ text: String, _ error: DateError, _ place: Place) -> Diagnostic {
    Diagnostic("R240", "`\(text)` is not a date: \(error.message)", at: place, help: error.help)
  }

  static func spanNeedsWholeNumber(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R241", "a span counts whole days, weeks, months or years", at: place,
      help: "say it in a smaller unit: `18 months` rather than `1.5 years`")
  }

  static func noSuchUnit(_ name: String, _ place: Place, number: String, isFunction: Bool, units: [String])
    -> Diagnostic
  {
    var help: String
    if isFunction {
      help = "a step stands behind `|`"
    } else if let near = Spelling.nearest(to: name, among: units) {
      help = "did you mean `\(number) \(near)`?"
    } else if units.isEmpty {
      help = "put an operator between them, or begin a new line"
    } else {
      help = "units here: " + units.prefix(8).map { "`\($0)`" }.joined(separator: ", ") + (units.count > 8 ? ", …" : "")
    }
    return Diagnostic(
      "R242", "nothing here is counted in `\(name)`", at: place, label: "no unit of any number", help: help)
  }

  // What the language has and this version does not build.

  static func rulesAreNotBuilt(_ place: Place) -> Diagnostic {
    Diagnostic("R900", "rules are not part of this version of Rep", at: place)
  }

  static func patternsAreNotBuilt(_ place: Place) -> Diagnostic {
    Diagnostic("R900", "patterns are not part of this version of Rep", at: place)
  }

  static func isNotBuilt(_ name: String, _ what: String, _ place: Place) -> Diagnostic {
    Diagnostic("R900", "`\(name)` (\(what)) is not part of this version of Rep", at: place)
  }
}
