import Diagnostics
import Records
import Values

// Every message of running (R300 to R399) that no builtin throws, as it reads where it is thrown.
extension Fault {
  static func needsWholeNumber(_ function: String, _ number: Double, argument: Int) -> Fault {
    Fault("R302", "`\(function)` needs a whole number, not \(NumberText.full(number))", argument: argument)
  }

  static func functionNeeds(_ count: Int, _ caller: String, has: Int, argument: Int) -> Fault {
    Fault(
      "R303", "`\(caller)` calls this function with \(count) \(count == 1 ? "value" : "values"), but it takes \(has)",
      argument: argument)
  }

  static func wrongKind(_ function: String, _ parameter: String, _ needed: String, not value: Value, argument: Int)
    -> Fault
  {
    if case .sealed = value { return .sealed("`\(function)`", argument: argument) }
    var help: String?
    if case .function(let function) = value, let name = function.name { help = "a call has brackets: `\(name)(…)`" }
    if needed == "a table", case .entity(let entity) = value {
      help = "a table of it alone is `[\(entity.path)]`; `claims(\(entity.path))` is one of all that is said of it"
    }
    let fault = Fault(
      "R304", "`\(parameter)` of `\(function)` must be \(needed), not \(value.kindName)", argument: argument, help: help
    )
    switch needed {
    case "a date": return fault.helpingToReadDate(value)
    case "a number": return fault.helpingToReadNumber(value)
    default: return fault
    }
  }

  static func wrongCount(_ name: String?, needs: Int, given: Int) -> Fault {
    Fault(
      "R305",
      "\(name.map { "`\($0)`" } ?? "this function") takes \(needs) \(needs == 1 ? "value" : "values"), not \(given)")
  }

  static func needsAllArguments(_ name: String, _ count: Int) -> Fault {
    Fault(
      "R305", "`\(name)` has \(count) parameters, and as a value it must be given all of them",
      help: "write a function around it: `x -> \(name)(x)`")
  }

  static func unknownCondition(_ truth: Truth) -> Fault {
    let reasons = truth.reasons.map { $0.names } ?? ""
    return Fault(
      "R306", "this condition is unknown (\(reasons)), so there is no telling which way to go",
      help: "say what then with a third arm `unknown { … }`, or ask for certainty with `certainly(…)` or `possibly(…)`")
  }

  static func tooDeep() -> Fault {
    Fault("R307", "functions call each other too deeply", help: "does a recursion lack its end?")
  }

  static func nestedTooDeep(_ most: Int) -> Fault {
    Fault(
      "R327", "this value holds others nested more than \(most) levels deep",
      help: "a list holds many side by side: `append(xs, x)`")
  }

  static func notAFunction(_ value: Value) -> Fault {
    Fault("R308", "only a function can be called, and this is \(value.kindName)")
  }

  static func usedBeforeItsLine(_ name: String) -> Fault {
    Fault("R309", "`\(name)` has no value yet: its line comes later", help: "call the function below that line")
  }

  static func noArm(_ value: Value) -> Fault {
    Fault("R310", "no arm of this `match` fits \(value.printed)", help: "add an arm `else -> …`")
  }

  static func noSuchField(_ name: String, of value: Value, among fields: [String], module: String? = nil) -> Fault {
    if case .entity(let entity) = value {
      return Fault(
        "R311", "`\(entity.path)` (\(value.kindName)) has no field `\(name)`",
        help: module.map { Diagnostic.help(toUse: $0) }
          ?? (["title", "description"].contains(name)
            ? "what stands in quotation marks behind its name is its `label`"
            : ["sources", "source", "origins", "claims"].contains(name)
              ? "`sources(\(entity.path))` tells who says what stands in it; "
                + "`claims(\(entity.path)) | where .source is none` finds what nobody is named for"
              : inside(entity, name)
                ?? Suggestion.field(name, of: entity.kind, besides: ["name", "label", "kind", "parent"])))
    }
    return Fault(
      "R311", "this record has no field `\(name)`",
      help: Spelling.column(name, among: fields)
        ?? "its fields are \(fields.prefix(30).map(\.asName).joined(separator: ", "))")
  }

  /// What is asked of a case may be a field of somebody in it: `singer.target.gender`.
  private static func inside(_ entity: Entity, _ name: String) -> String? {
    let inner = zip(entity.kind.fields, entity.fields).compactMap { field, value -> String? in
      guard case .entity(let record) = value, !record.kind.isTerm, record.kind.field(name) != nil else { return nil }
      return "`\(entity.path).\(field.name).\(name)`"
    }
    return inner.isEmpty ? nil : "it is a field of what stands in it: \(inner.joined(separator: ", "))"
  }

  /// - Parameter record: one that is called by this number.
  static func hasNoFields(_ name: String, _ value: Value, called record: Entity? = nil) -> Fault {
    var help = record.map { "the \($0.kind.name) of this name is written in backticks: \($0.typedPath).\(name)" }
    if case .date = value, ["year", "month", "day", "weekday", "quarter"].contains(name) {
      help = "ask the function: `\(name)(.date)`"
    }
    return Fault("R312", "\(value.kindName) has no fields, so `.\(name)` cannot be read of it", help: help)
  }

  static func isNeedsOne(_ value: Value) -> Fault {
    Fault(
      "R313", "`is` asks about one thing, and this is \(value.kindName)",
      help: "write `has` to ask whether it holds one, or `any(…, it is …)`")
  }

  static func hasNeedsSeveral(_ value: Value) -> Fault {
    Fault("R314", "`has` asks about several things, and this is \(value.kindName)", help: "write `is`")
  }

  static func textIsNotARecord(_ value: Value, _ entity: Entity) -> Fault {
    Fault(
      "R315", "a text is never the \(entity.kind.name) `\(entity.path)` itself",
      help: "compare its name: `== \(entity.path).name`"
    ).helpingToRead(value, as: .entity(entity))
  }

  static func standsInNoField(_ asked: Entity, _ field: String, of kind: Kind, _ taken: [Kind], meant: [String])
    -> Fault
  {
    let list = FieldType.either(taken.map { .record($0) }).name
    return Fault(
      "R329",
      "`\(asked.name)` is \(Value.entity(asked).kindName), and `\(field)` of `\(kind.name)` takes \(list): they never meet",
      help: meant.isEmpty
        ? "`help \(kind.name)` tells what its fields hold"
        : "did you mean " + meant.prefix(3).map { "`\($0)`" }.joined(separator: " or ") + "?")
  }

  /// - Parameter question: how the record may be asked for the term.
  static func isNoTerm(_ record: Entity, _ asked: Entity, _ question: String) -> Fault {
    let name =
      record.path.isEmpty ? Value.entity(record).kindName : "`\(record.path)` (\(Value.entity(record).kindName))"
    return Fault(
      "R326", "\(name) is no term, and `\(asked.name)` is \(Value.entity(asked).kindName): they never meet",
      help: "write `\(record.path)\(question)`")
  }

  static func isOfAnotherTree(_ term: Entity, _ asked: Entity) -> Fault {
    Fault(
      "R326",
      "`\(term.name)` is of the tree `\(term.kind.name)`, and `\(asked.name)` of `\(asked.kind.name)`: they never meet",
      help: "`help \(term.kind.name)` shows the terms that it could be")
  }

  static func inDate(_ date: String) -> Fault {
    Fault("R316", "`in` does not look into a date", help: "write `during \(date)`")
  }

  /// `.Tactics has abduction` of texts: a text has no terms in it.
  static func textHoldsNoRecord(_ entity: Entity) -> Fault {
    Fault(
      "R317", "a text holds no \(entity.kind.name), only other texts",
      help: "a part of the text is `has \"\(entity.name)\"`"
    ).helpingColumn { column in
      "read the column first, with `;` or `|` between several: `| typed { \(column): [\(entity.kind.name)] }`; "
        + "a part of the text is `has \"\(entity.name)\"`"
    }
  }

  static func cannotHold(_ value: Value) -> Fault {
    Fault("R317", "\(value.kindName) holds nothing that could be looked for")
  }

  static func atNeedsDate(_ value: Value) -> Fault {
    Fault("R318", "`at` needs a date, not \(value.kindName)", help: "a year by itself is `@2022`")
  }

  static func isNotOverTime(_ value: Value) -> Fault {
    Fault(
      "R319", "`at` asks a field over time, and this is \(value.kindName)",
      help: "a field takes several dated values when its kind declares it `over time`")
  }

  static func rangeNeedsNumbers(_ value: Value) -> Fault {
    Fault("R320", "a range goes from one whole number to another, and this is \(value.kindName)")
  }

  static func needsDate(_ word: String, _ value: Value) -> Fault {
    let help: String?
    if case .integer(let year) = value {
      help = "the year as a date is `@\(year)`"
    } else if value.string != nil {
      help = "`date(…)` is the date that a text says; a column of a file is read as dates by `| typed { opened: date }`"
    } else {
      help = nil
    }
    return Fault("R321", "`\(word)` compares dates, and this is \(value.kindName)", help: help)
      .helpingToReadDate(value)
  }

  static func withholdsGrounds(argument: Int) -> Fault {
    Fault(
      "R632", "what a table rests on from which small counts are withheld is not told", argument: argument,
      help: "ask it of the records, before they are grouped")
  }

  static func checkFails(_ truth: Truth) -> Fault {
    let reasons = truth.reasons.map { " (\($0.names))" } ?? ""
    return Fault("R350", "this check \(truth.isNo ? "does not hold" : "cannot be decided\(reasons)")")
  }
}
