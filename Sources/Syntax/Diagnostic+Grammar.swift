import Diagnostics

/// What the parser says: how statements, expressions and records are built.
extension Diagnostic {
  static func expected(_ what: String, found: String, _ place: Place, _ help: String?) -> Diagnostic {
    Diagnostic("R100", "\(what) must stand here, not \(found)", at: place, help: help)
  }
  static func unexpected(_ found: String, _ place: Place, _ help: String? = nil) -> Diagnostic {
    Diagnostic("R100", "\(found) cannot stand here", at: place, help: help)
  }
  static func lineEnds(_ place: Place, _ what: String, after: String, _ help: String?) -> Diagnostic {
    Diagnostic("R101", "the line ends where \(what) must follow", at: place, help: help)
  }
  static func textEnds(_ place: Place, _ what: String) -> Diagnostic {
    Diagnostic("R102", "the text ends where \(what) must follow", at: place)
  }
  static func unclosedBracket(_ place: Place, _ bracket: String, swallowed: Place?) -> Diagnostic {
    let closing = bracket == "(" ? ")" : bracket == "[" ? "]" : "}"
    return Diagnostic(
      "R103", "this `\(bracket)` is never closed", at: place,
      others: swallowed.map { [Mark($0, "this `\(closing)` stands in a comment")] } ?? [],
      help: swallowed == nil
        ? "close it with `\(closing)`" : "put `\(closing)` on a line of its own, outside the comment")
  }
  static func strayBracket(_ place: Place, _ bracket: String) -> Diagnostic {
    Diagnostic("R104", "this `\(bracket)` closes nothing", at: place, help: "take it out, or open it")
  }
  static func nestedTooDeep(_ place: Place, _ limit: Int) -> Diagnostic {
    Diagnostic(
      "R105", "this is nested more than \(limit) levels deep", at: place, help: "give the inner part a name with `let`")
  }
  static func chainTooLong(_ place: Place, _ limit: Int) -> Diagnostic {
    Diagnostic(
      "R105", "this expression has more than \(limit) parts one behind the other", at: place,
      help: "a list may be as long as you like: `x in [a, b, c]`, `sum([1, 2, 3])`")
  }
  static func equalsInCondition(_ place: Place, _ comparison: String?) -> Diagnostic {
    Diagnostic(
      "R106", "`=` gives a value to a name; it does not compare", at: place,
      help: comparison.map { "to compare, write `\($0)`" } ?? "to compare, write `==`, or `is` for a term")
  }
  static func equalsBehindField(_ place: Place, _ record: String, _ field: String, _ value: String) -> Diagnostic {
    Diagnostic(
      "R106", "`=` gives a value to a name; it writes nothing into a record, and does not compare", at: place,
      help: "to write it down, `extend \(record) { \(field): \(value) }`; to compare, `==`, or `is` for a term")
  }
  static func equalsInSupposition(_ place: Place, _ field: String, _ value: String) -> Diagnostic {
    Diagnostic(
      "R106", "what is supposed stands behind `is`, not behind `=`", at: place,
      help: "write `suppose \(field) is \(value) { … }`")
  }
  static func equalsInArgument(_ place: Place, _ name: String) -> Diagnostic {
    Diagnostic("R107", "a named value is written with `:`", at: place, help: "write `\(name): …`")
  }
  static func equalsInRecord(_ place: Place, _ name: String) -> Diagnostic {
    Diagnostic("R107", "a field of a record is written with `:`", at: place, help: "write `\(name): …`")
  }
  static func chainedComparison(_ place: Place, _ first: BinaryOperator, _ second: BinaryOperator, chain: Expression)
    -> Diagnostic
  {
    let isOrder = [first, second].allSatisfy { [.less, .lessOrEqual, .greater, .greaterOrEqual].contains($0) }
    return Diagnostic(
      "R108", "comparisons do not chain", at: place,
      help: isOrder
        ? "a number between two others is `x in 1..3`, or `1 < x and x < 3`"
        : "join two comparisons with `and`, or put brackets around the first")
  }
  static func chainedRange(_ place: Place) -> Diagnostic {
    Diagnostic("R108", "`..` has two sides only", at: place)
  }
  static func chainedAt(_ place: Place) -> Diagnostic {
    Diagnostic("R108", "`at` takes one date", at: place)
  }
  static func fallbackBeside(_ place: Place, other: Place, _ bracketings: [String]) -> Diagnostic {
    Diagnostic(
      "R109", "`??` beside a comparison, `and`, `or` or `not` needs brackets", at: place,
      others: [Mark(other, "this side")],
      help: "write " + bracketings.map { "`\($0)`" }.joined(separator: " or "))
  }
  static func reservedName(_ place: Place, _ word: String) -> Diagnostic {
    Diagnostic(
      "R110", "`\(word)` is a word of the language and cannot be a name", at: place,
      help: "choose another name, or put it in backticks: `` `\(word)` ``")
  }
  static func reservedAsValue(
    _ place: Place, _ word: String, after: String = "", before: String = "…", inRecord: Bool = false
  ) -> Diagnostic {
    let help: String? =
      after == "is" && word == "in"
      ? "one of several is `x in [a, b]`, without `is`"
      : ["is", "was"].contains(after) && ["before", "after", "during", "overlaps", "has", "matches"].contains(word)
        ? "write `\(word) \(before)`, without `\(after)`"
        : !inRecord ? nil : word == "not" ? notKnown : "a value is one name, or a text in quotation marks"
    return Diagnostic("R110", "a value must stand here, not the word `\(word)`", at: place, help: help)
  }
  /// What helps whoever has no value for a field.
  static let notKnown = "what is not known is `unknown`, with a reason where there is one: `unknown (not_asked)`"
  static func sideBySide(_ place: Place, _ first: String, _ second: String, _ help: String) -> Diagnostic {
    Diagnostic("R111", "\(second) stands behind \(first) without anything between them", at: place, help: help)
  }
  static func notASpan(_ place: Place, _ count: String, _ unit: String) -> Diagnostic {
    Diagnostic(
      "R111", "`\(unit)` stands behind a name without anything between them", at: place,
      help:
        "only a number takes a unit: `90 days`; with a name it is `\(count) * 1 \(unit.hasSuffix("s") ? String(unit.dropLast()) : unit)`"
    )
  }
  static func braceOnNextLine(_ place: Place, after word: String) -> Diagnostic {
    Diagnostic(
      "R112", "`{` stands on the line of its `\(word)`", at: place, help: "move `{` to the end of the line above")
  }
  static func recordWithoutBody(
    _ place: Place, _ kind: String, _ name: String?, inBody: Bool, afterComma: Bool
  ) -> Diagnostic {
    guard let name else {
      return Diagnostic(
        "R113", "`\(kind)` alone is neither a field nor a record", at: place,
        help: afterComma
          ? "several values of a field are a list: `[a, \(kind)]`"
          : "a field is `\(kind): value`; a record goes on with `{`: `\(kind) { … }`")
    }
    if !inBody, kind == "read" || kind == "save" {
      return Diagnostic(
        "R113", "the path of a file stands in quotation marks", at: place,
        help: "write the whole path between them: `\(kind) \"incidents.csv\"`")
    }
    if !inBody {
      return Diagnostic(
        "R113", "two words side by side begin a record, and this one has no braces", at: place,
        help: "what is known of it stands between braces that begin on this line: `\(kind) \(name) { … }`")
    }
    return Diagnostic(
      "R113", "two words are neither a field nor a record", at: place,
      help: "a field is `\(kind): \(name)`; a record goes on with `{`: `\(kind) \(name) { … }`")
  }
  static func nameOfSeveralWords(_ place: Place, _ words: String) -> Diagnostic {
    Diagnostic(
      "R113", "one name is one word", at: place,
      help: "write `\(words.asOneWord)`, or put it in backticks: `` `\(words)` ``")
  }
  static func fieldOutsideRecord(_ place: Place, _ name: String, of record: String?, _ value: String) -> Diagnostic {
    Diagnostic(
      "R114", "the field `\(name)` stands outside a record", at: place,
      help: record.map { "to write it down, `extend \($0) { \(name): \(value) }`" }
        ?? "fields stand between the braces of a record, as in `case NAME { \(name): \(value) }`")
  }
  static func eventOutsideRecord(_ place: Place) -> Diagnostic {
    Diagnostic("R115", "an event stands outside a record", at: place, help: "events stand between the braces of a case")
  }
  static func interpolationInRecord(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R116", "a text in a record or a label holds no expression", at: place,
      help: "a brace that is meant itself is `\\{`")
  }
  static func calculationInRecord(_ place: Place, _ found: String) -> Diagnostic {
    Diagnostic(
      "R117", "a record holds data: nothing is worked out in it", at: place, label: found,
      help: "write the value itself; a field that is worked out belongs to its kind: `field: TYPE = expression`")
  }
  static func commaMissing(_ place: Place, before name: String) -> Diagnostic {
    Diagnostic(
      "R118", "a comma is missing before `\(name)`", at: place, help: "write `, \(name): …`, or begin a new line")
  }
  static func twice(_ place: Place, _ what: String) -> Diagnostic {
    Diagnostic(
      "R119", "\(what) stands here a second time", at: place, help: "each stands once; several are a list: `by a, b`")
  }
  static func roleOutOfPlace(_ place: Place, _ word: String) -> Diagnostic {
    Diagnostic(
      "R120", "`\(word)` stands too late in its line", at: place,
      help: "an event goes: date, act, `by`, `via`, `on`, `in`, remark, braces, `per`, `as`")
  }
  static func lineGoesOn(_ place: Place, _ found: String, _ help: String?) -> Diagnostic {
    Diagnostic(
      "R121", "this line was complete before \(found)", at: place,
      help: help ?? "begin a new line, or put a comma between")
  }
  static func twoWordsInRecord(_ place: Place, _ second: String, _ words: String) -> Diagnostic {
    Diagnostic(
      "R121", "`\(second)` stands behind a name that was complete", at: place,
      help:
        "one name is one word, `\(words.asOneWord)`, or stands in backticks: `` `\(words)` ``; a text stands in quotation marks"
    )
  }
  static func dateWithoutAt(_ place: Place, _ word: String, _ date: String) -> Diagnostic {
    Diagnostic(
      "R121", "from when on a value holds stands behind `at`, not behind `\(word)`", at: place,
      help: "write `at \(date)`")
  }
  static func pageWithoutSource(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R121", "a page stands behind its source, and there is none here", at: place, help: "write `per SOURCE p. 12`")
  }
  static func spreadInRecord(_ place: Place) -> Diagnostic {
    Diagnostic("R121", "`..` stands between two numbers or two dates", at: place)
  }
  static func gluedStep(_ place: Place, _ name: String) -> Diagnostic {
    Diagnostic(
      "R122", "the brackets glued to `\(name)` are all that it is given", at: place, help: "put a space after `\(name)`"
    )
  }
  static func emptyStep(_ place: Place) -> Diagnostic {
    Diagnostic("R123", "a step must stand between two `|`", at: place)
  }
  static func nothingBeforePipe(_ place: Place, atPrompt: Bool) -> Diagnostic {
    Diagnostic(
      "R124", "nothing stands before this `|`", at: place,
      help: "a step goes on from a value: `cases | where …`")
  }
  static func strayBranch(_ place: Place, _ word: String) -> Diagnostic {
    Diagnostic(
      "R125", "`\(word)` belongs to no `if` here", at: place,
      help: word == "then" ? nil : "`\(word)` stands on the line of the `}` before it: `} \(word) {`")
  }
  static func choiceWithoutElse(_ place: Place, _ start: Place) -> Diagnostic {
    Diagnostic(
      "R126", "`if … then …` is a value and needs its `else`", at: place, others: [Mark(start, "this `if`")],
      help: "write `if c then a else b`; to run something only sometimes, write `if c { … }`")
  }
  static func braceInChoice(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R126", "as a value, `if` is written with `then` and `else`", at: place, help: "write `if c then a else b`")
  }
  static func intervalInArithmetic(_ place: Place, _ text: String) -> Diagnostic {
    let parts = text.split(separator: "/").map(String.init)
    return Diagnostic(
      "R127", "`\(text)` is a stretch of time, not a division", at: place,
      help: "a division has spaces: `\(parts.first ?? "") / \(parts.count > 1 ? parts[1] : "…")`")
  }
  static func slashBeforeDate(_ place: Place, _ text: String) -> Diagnostic {
    Diagnostic(
      "R127", "`/` stands before a date", at: place,
      help: "with an open beginning it is `../\(text)`; any EDTF text is `@\"/\(text)\"`")
  }
  static func lambdaParameter(_ place: Place, _ found: String) -> Diagnostic {
    Diagnostic(
      "R128", "names must stand between the brackets before `->`, not \(found)", at: place, help: "write `(a, b) -> …`")
  }
  static func strayArrow(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R128", "`->` must follow a name or names in brackets", at: place,
      help: "a function is `a -> a + 1`; inside another expression it stands in brackets")
  }
  /// - Parameter column: the name of a column of which the dot may be a part.
  static func fieldExpected(_ place: Place, column: String? = nil) -> Diagnostic {
    Diagnostic(
      "R129", "a field must follow `.`, without a space", at: place,
      help: column.map { "a head with other signs than letters stands in backticks: .`\($0).`" }
        ?? "write `x.field`; a range is `1..10`")
  }
  static func blockAsOperand(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R130", "a record must stand here: a name and `:` follow its `{`", at: place,
      help: "a record is `{ name: value }`; statements between braces stand behind `->` or a step")
  }
  static func blockAlone(_ place: Place) -> Diagnostic {
    Diagnostic("R130", "braces alone begin nothing", at: place, help: "`{` stands on the line of what it belongs to")
  }
  static func strayBlock(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R130", "nothing here takes a `{`", at: place, help: "braces stand behind a step, `->`, or a word such as `if`")
  }
  static func strayComma(_ place: Place) -> Diagnostic {
    Diagnostic("R131", "a comma cannot stand here", at: place, help: "several values are a list: `[a, b]`")
  }
  static func notNeedsBrackets(_ place: Place) -> Diagnostic {
    Diagnostic("R132", "`not` needs brackets here", at: place, help: "write `(not …)`, `is not` or `not in`")
  }
  static func typeOfVariable(_ place: Place, _ name: String) -> Diagnostic {
    Diagnostic("R133", "a variable is given no kind", at: place, help: "write `let \(name) = …`")
  }
  static func resultBehindArrow(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R133", "the kind that a function returns stands after `:`", at: place, help: "write `fn f(a): number = …`")
  }
  static func onlyListOf(_ place: Place, _ name: String) -> Diagnostic {
    Diagnostic("R133", "only `list` takes `of`", at: place, help: "write `list of …`")
  }
  static func nameOfSeveralWordsInEvent(_ place: Place, _ name: String, _ words: String) -> Diagnostic {
    Diagnostic(
      "R121", "`\(name)` stands behind a name that was complete", at: place,
      help: "one name is one word, as in `\(words.asOneWord)`; somebody without a record is a text: \"\(words)\"")
  }
  /// - Parameter form: how it is written without the article.
  static func articleBeforeName(_ place: Place, _ article: String, _ name: String, form: String? = nil) -> Diagnostic {
    Diagnostic(
      "R121", "`\(name)` stands behind a name that was complete", at: place,
      help: (form.map { "write `\($0)`; " } ?? "") + "leave out `\(article)`: names stand by themselves")
  }
  static func wrongPrepositionInEvent(_ place: Place, _ word: String, _ name: String) -> Diagnostic {
    Diagnostic(
      "R121", "whom it was done to stands behind `on`, not behind `\(word)`", at: place, help: "write `on \(name)`")
  }
  static func thirdNameOfEvent(_ place: Place, _ name: String) -> Diagnostic {
    Diagnostic(
      "R121", "`\(name)` stands behind an act that was complete", at: place,
      help:
        "people and places stand behind `by`, `via`, `on` or `in`; one stage may stand before the act, as in `threatened arrest`"
    )
  }
  static func strayContinuation(
    _ place: Place, _ word: String, inRecord: Bool = false, afterComma: Bool = false
  ) -> Diagnostic {
    Diagnostic(
      "R134", "`\(word)` goes on from nothing here", at: place,
      help: afterComma
        ? "leave out the comma before `\(word)`: a comma stands between several names, or ends the line"
        : word == "per"
          ? "the source of a whole record stands before its braces: `case NAME per SOURCE { … }`"
            + (inRecord ? "" : "; that of a whole file on a line of its own, above all that it says")
          : "it stands behind a value or an event, or inside a record on a line below one")
  }
  static func chainOfSources(_ place: Place, _ first: String, _ next: String) -> Diagnostic {
    Diagnostic(
      "R121", "behind `per` stands one `after`: where a source has it from", at: place,
      help: "what that one repeats in turn is said where it is declared: `source \(first) { after: \(next) }`")
  }
  static func statementInRecord(_ place: Place, _ word: String) -> Diagnostic {
    Diagnostic(
      "R135", "`\(word)` cannot begin a line of a record", at: place, help: "a record holds fields, events and records")
  }
  static func dateAsField(_ place: Place, _ text: String) -> Diagnostic {
    Diagnostic("R136", "a date is no field", at: place, help: "an event is `\(text) act by … on …`, without `:`")
  }
  static func notADateInRecord(_ place: Place, _ text: String) -> Diagnostic {
    Diagnostic("R136", "a date must stand here, not the number \(text)", at: place, help: "a year has four digits")
  }
  static func eventWithoutDate(_ place: Place, _ act: String) -> Diagnostic {
    Diagnostic(
      "R136", "an event begins with its date", at: place,
      help: "write `2021-03 \(act) …`, or `unknown \(act) …` where nobody knows when")
  }
  static func pageLocator(_ place: Place, _ word: String) -> Diagnostic {
    Diagnostic(
      "R137", "pages are written `p. 12` or `p. 12-14`", at: place,
      help: "any other place is a text: `per source \"minute 14:20\"`")
  }
  static func orBehindCondition(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R138", "this `or` could belong to the condition or to the pattern", at: place,
      help: "put brackets around the condition, `where (… or …)`, or around the part before `or`")
  }
  static func foreignWord(_ place: Place, _ word: String, _ ours: String) -> Diagnostic {
    Diagnostic("R139", "`\(word)` is written `\(ours)`", at: place, help: "write `\(ours)`")
  }
  static func questionMark(_ place: Place, head: String?) -> Diagnostic {
    Diagnostic(
      "R140", "`?` is no operator", at: place,
      help: head.map { "a column whose head has other signs than letters is .`\($0)`" }
        ?? "a choice is `if c then a else b`; a doubtful date is `2022-05?`")
  }
  static func recordWithoutName(_ place: Place, _ kind: String) -> Diagnostic {
    Diagnostic(
      "R113", "a record needs a name between its kind and its label", at: place,
      help: "write `\(kind) NAME \"…\" { … }`")
  }
  static func pathWithoutQuotes(_ place: Place, _ path: String) -> Diagnostic {
    Diagnostic("R100", "the path of a file stands in quotation marks", at: place, help: "write `use \"\(path)\"`")
  }
  static func formula(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R100", "a line does not begin with `=`", at: place,
      help: "a question stands by itself: `count(cases)`, or `cases | where .outcome is returned | count`")
  }
  static func testWithoutTitle(_ place: Place) -> Diagnostic {
    Diagnostic("R100", "the title of the test must stand here, not `{`", at: place, help: "write `test \"…\" { … }`")
  }
  static func stepWithoutPipe(_ place: Place, _ rows: String, _ step: String) -> Diagnostic {
    Diagnostic(
      "R111", "`\(step)` stands behind a name without anything between them", at: place,
      help: rows == "read" || rows == "save"
        ? "the path of a file stands in quotation marks: `\(rows) \"\(step).csv\"`"
        : "a step begins with `|`: `\(rows) | \(step) …`")
  }
  static func bodyBehindEquals(_ place: Place, _ name: String) -> Diagnostic {
    Diagnostic(
      "R130", "a body in braces has no `=` before it", at: place,
      help: "write `fn \(name)(…) { … }`, or one expression behind `=`")
  }
  static func dateInWords(_ place: Place, _ date: String) -> Diagnostic {
    Diagnostic("R136", "a date is written in digits, and begins with its year", at: place, help: "write `\(date)`")
  }
  static func nameAndNumber(_ place: Place, _ word: String, _ number: String) -> Diagnostic {
    Diagnostic(
      "R136", "a name and a number are no date", at: place,
      help: number.count == 4 ? "a date begins with its year: `\(number)-05`" : "a field is `\(word): \(number)`")
  }
  static func wordsJoined(_ place: Place, _ word: String) -> Diagnostic {
    Diagnostic(
      "R117", "a record holds data: `\(word)` joins nothing in it", at: place,
      help: "several people or sources are `a, b`; several values of a field are a list: `[a, b]`")
  }
  static func listWithoutOf(_ place: Place, _ element: String) -> Diagnostic {
    Diagnostic("R133", "`of` is missing behind `list`", at: place, help: "write `list of \(element)`")
  }
}

extension String {
  /// `Omar Abdel` as one name.
  fileprivate var asOneWord: String { String(map { $0 == " " || $0 == "-" ? "_" : $0 }) }
}
