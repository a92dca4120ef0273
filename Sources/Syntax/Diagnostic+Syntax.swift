import Diagnostics

/// What the lexer says: signs, names, numbers, dates and texts.
extension Diagnostic {
  static func notUTF8(_ place: Place, _ offset: Int, _ byte: UInt8, _ count: Int) -> Diagnostic {
    Diagnostic(
      "R001", "this text is not UTF-8: byte \(offset) is 0x\(String(byte, radix: 16, uppercase: true))", at: place,
      notes: count > 1 ? ["\(count) bytes in this text are not UTF-8; this is the first"] : [],
      help: "save the file as UTF-8")
  }
  static func utf16(_ place: Place) -> Diagnostic {
    Diagnostic("R002", "this text is UTF-16, not UTF-8", at: place, help: "save the file as UTF-8")
  }
  static func notText(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R002", "this is not a text but binary data", at: place, help: "a script of Rep is a plain text in UTF-8")
  }
  static func zeroByte(_ place: Place, _ offset: Int, _ count: Int) -> Diagnostic {
    Diagnostic(
      "R003", "a NUL stands in this text, at byte \(offset)", at: place,
      notes: count > 1 ? ["there are \(count) of them; this is the first"] : [], help: "take it out")
  }
  static func bidirectionalControl(_ place: Place, _ scalar: Unicode.Scalar) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return Diagnostic(
      "R004", "an invisible sign that changes the order of reading (U+\(code)) stands here", at: place,
      help: "take it out; where a text needs it, write `\\u{\(code)}`")
  }
  static func strayCharacter(_ place: Place, _ scalar: Unicode.Scalar) -> Diagnostic {
    Diagnostic(
      "R005", "`\(scalar)` means nothing in Rep", at: place,
      help: scalar == "$"
        ? columnHelp(place) : "in a name it needs backticks around the name; in a text, quotation marks")
  }

  /// `cases$outcome`, as in R.
  private static func columnHelp(_ place: Place) -> String {
    func isPart(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "_") || byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    let bytes = place.source.bytes
    let before = bytes[..<Int(place.range.lower)].reversed().prefix(while: isPart).count
    let after = bytes[Int(place.range.upper)...].prefix(while: isPart).count
    guard before > 0, after > 0 else {
      return "a field stands behind a dot: `cases.host`, or `.host` inside a step"
    }
    let table = place.source.text(in: SourceRange(Int(place.range.lower) - before, Int(place.range.lower)))
    let field = place.source.text(in: SourceRange(Int(place.range.upper), Int(place.range.upper) + after))
    return "write `\(table).\(field)`, or `\(table) | select .\(field)` for a table"
  }

  static func tilde(_ place: Place) -> Diagnostic {
    Diagnostic("R005", "`~` stands behind a date, and nowhere else", at: place, help: "about 2022 is `2022~`")
  }
  static func unclosedText(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R006", "this text does not end on its line", at: place,
      help: "close it with `\"`; a text of several lines stands between `\"\"\"` and `\"\"\"`")
  }
  static func unclosedLongText(_ place: Place) -> Diagnostic {
    Diagnostic("R007", "this text of several lines does not end", at: place, help: "close it with `\"\"\"`")
  }
  static func unknownEscape(_ place: Place, _ text: String) -> Diagnostic {
    Diagnostic(
      "R008", "`\(text)` means nothing in a text", at: place,
      help: "a backslash itself is `\\\\`; there are `\\n`, `\\t`, `\\\"`, `\\{`, `\\}` and `\\u{…}`")
  }
  static func noSuchScalar(_ place: Place, _ digits: String) -> Diagnostic {
    Diagnostic(
      "R008", "there is no character U+\(digits)", at: place,
      help: "`\\u{…}` holds the number of a character in hexadecimal digits: `\\u{e9}`")
  }
  static func typographicQuotes(_ place: Place, _ text: String?) -> Diagnostic {
    Diagnostic(
      "R009", "typographic quotation marks do not begin a text", at: place,
      help: text.map { "write `\"\($0)\"`" } ?? "write `\"`")
  }
  static func typographicDash(_ place: Place, betweenDigits: Bool) -> Diagnostic {
    Diagnostic(
      "R010", "this dash is not the sign `-`", at: place,
      help: betweenDigits ? "less is ` - `; from one number to another is `..`" : "write `-`")
  }
  static func typographicDashInDate(_ place: Place, _ text: String) -> Diagnostic {
    let plain = String(text.map { $0.isASCII ? $0 : "-" })
    return Diagnostic("R010", "this dash is not the sign `-`", at: place, help: "write `\(plain)`")
  }
  static func singleQuotes(_ place: Place, _ text: String?) -> Diagnostic {
    Diagnostic(
      "R011", "a text stands between double quotation marks", at: place,
      help: text.map { "write `\"\($0)\"`" } ?? "write `\"`")
  }
  static func emptyQuotedName(_ place: Place) -> Diagnostic {
    Diagnostic("R012", "there is no name between these backticks", at: place)
  }
  static func unclosedQuotedName(_ place: Place) -> Diagnostic {
    Diagnostic("R012", "this name does not end on its line", at: place, help: "close it with a backtick")
  }
  static func apostropheInName(_ place: Place, _ text: String) -> Diagnostic {
    let isNegation = text.hasSuffix("n't") || text.hasSuffix("n’t")
    return Diagnostic(
      "R013", "a name has no apostrophe", at: place,
      help: isNegation ? "write `is not`, `not in` or `not`" : "put the whole name in backticks: `` `\(text)` ``")
  }
  static func numberGluedToName(_ place: Place, _ number: String, _ rest: String) -> Diagnostic {
    Diagnostic(
      "R014", "`\(number)\(rest)` is neither a number nor a name", at: place,
      help: "leave a space, as in `\(number) \(rest)`; a name that begins with a digit stands in backticks")
  }
  static func thousandsSeparator(_ place: Place, _ text: String) -> Diagnostic {
    let joined = text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: "_")
    return Diagnostic(
      "R015", "`\(text)` could be one number or several", at: place,
      help:
        "one number is `\(joined)`; several have a space behind the comma: `\(text.split(separator: ",").joined(separator: ", "))`"
    )
  }
  /// - Parameter start: what stands before it without a blank, where it is the end of a code: `TR-` of `TR-0032`.
  static func leadingZero(_ place: Place, _ text: String, behind start: String?) -> Diagnostic {
    if let start {
      return Diagnostic(
        "R016", "a number does not begin with 0", at: place,
        help: "a code with `-` in it that is a name stands in backticks: `` `\(start)\(text)` ``")
    }
    let digits = String(text.drop { $0 == "0" })
    return Diagnostic(
      "R016", "a number does not begin with 0", at: place,
      help:
        "the number is `\(digits.isEmpty || digits.first == "." ? "0" + digits : digits)`; a code whose 0 counts is a text: `\"\(text)\"`"
    )
  }
  static func integerTooLarge(_ place: Place, _ text: String) -> Diagnostic {
    Diagnostic(
      "R017", "this integer is too large: the largest is 9_223_372_036_854_775_807", at: place,
      help: "a real number can be larger: `\(text).0`")
  }
  static func realTooLarge(_ place: Place, _ text: String) -> Diagnostic {
    Diagnostic("R017", "this number is too large: the largest is about 1.8e308", at: place)
  }
  static func dateOrSubtraction(_ place: Place, _ text: String) -> Diagnostic {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let pad = { (text: String) in text.count == 1 ? "0" + text : text }
    let bare = { (text: String) in String(text.drop { $0 == "0" }) }
    let isMonth = parts.count > 1 && (1...12).contains(Int(parts[1]) ?? 0) && parts[1].count <= 2
    let isDay = parts.count == 2 || (parts.count == 3 && (1...31).contains(Int(parts[2]) ?? 0) && parts[2].count <= 2)
    let date =
      isMonth && isDay
      ? "the date is `\(parts.map(pad).joined(separator: "-"))`"
      : "a date is `\(parts[0])-05` or `\(parts[0])-05-03`, with a month from 01 to 12"
    return Diagnostic(
      "R018", "`\(text)` is neither a date nor a subtraction", at: place,
      help: "\(date); the subtraction is `\(parts.map(bare).joined(separator: " - "))`")
  }
  static func notADate(_ place: Place, _ text: String) -> Diagnostic {
    Diagnostic(
      "R018", "`\(text)` is not a date", at: place,
      help: "a date is `2022`, `2022-05` or `2022-05-03`; a subtraction has spaces around `-`")
  }
  static func noSuchDay(_ place: Place, _ text: String, _ reason: String, last: String?) -> Diagnostic {
    Diagnostic(
      "R019", "there is no day \(text): \(reason)", at: place, help: last.map { "the last day of it is `\($0)`" })
  }
  static func digitGroups(_ place: Place, _ text: String, _ groups: [String]) -> Diagnostic {
    var readings: [String] = []
    func pad(_ text: String) -> String { text.count == 1 ? "0" + text : text }
    if groups[0].count == 4 {
      readings = ["\(groups[0])-\(pad(groups[1]))-\(pad(groups[2]))"]
    } else if groups[2].count == 4 {
      func valid(_ day: String, _ month: String) -> Bool {
        (1...31).contains(Int(day) ?? 0) && (1...12).contains(Int(month) ?? 0) && day.count < 3 && month.count < 3
      }
      if valid(groups[0], groups[1]) { readings.append("\(groups[2])-\(pad(groups[1]))-\(pad(groups[0])) (day first)") }
      if valid(groups[1], groups[0]) {
        readings.append("\(groups[2])-\(pad(groups[0]))-\(pad(groups[1])) (month first)")
      }
    }
    if readings.isEmpty { readings = ["2015-04-03, year first"] }
    let division =
      text.contains("/")
      ? "; a division has spaces: `\(groups.map { String($0.drop { $0 == "0" }) }.joined(separator: " / "))`" : ""
    return Diagnostic(
      "R020", "`\(text)` is not a date of Rep", at: place,
      help: "a date begins with its year: " + readings.joined(separator: " or ") + division)
  }
  static func slashDate(_ place: Place, _ text: String) -> Diagnostic {
    let parts = text.split(separator: "/").map(String.init)
    let digits = String((parts.last ?? "").drop { $0 == "0" })
    return Diagnostic(
      "R020", "`\(text)` is neither a date nor a division", at: place,
      help: "the date is `\(parts.joined(separator: "-"))`; the division is `\(parts.first ?? "") / \(digits)`")
  }
  static func onlyQuotedDate(_ place: Place, _ text: String) -> Diagnostic {
    Diagnostic("R021", "a date with more than a day stands in quotation marks", at: place, help: "write `@\"\(text)\"`")
  }
  static func dateExpectedAfterMark(_ place: Place) -> Diagnostic {
    Diagnostic("R022", "a date must follow `@`", at: place, help: "a year is `@2022`; any EDTF text is `@\"2022-05\"`")
  }
  static func signForWord(_ place: Place, _ sign: String, _ word: String) -> Diagnostic {
    Diagnostic("R023", "`\(sign)` is written `\(word)`", at: place, help: "write `\(word)`")
  }
  static func foreignComparison(_ place: Place, _ sign: String, _ ours: String) -> Diagnostic {
    Diagnostic("R024", "`\(sign)` is written `\(ours)`", at: place, help: "write `\(ours)`")
  }
  static func leftArrow(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R025", "`<-` gives no value to a name", at: place,
      help: "write `let x = 3` for a new name, `x = 3` for a new value; less than minus three is `x < -3`")
  }
  static func foreignPipe(_ place: Place, _ sign: String) -> Diagnostic {
    Diagnostic("R026", "`\(sign)` is written `|`", at: place, help: "write `|`")
  }
  static func semicolon(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R027", "a statement ends with its line, not with `;`", at: place,
      help: "begin a new line; between fields of a record on one line stands a comma")
  }
  static func colonEquals(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R028", "`:=` is written `=`", at: place, help: "write `let x = 1` for a new name, `x = 1` for a new value")
  }
  static func compoundAssignment(_ place: Place, _ sign: String) -> Diagnostic {
    Diagnostic("R028", "there is no `\(sign)=`", at: place, help: "write `x = x \(sign) 1`")
  }
  static func doubleArrow(_ place: Place) -> Diagnostic {
    Diagnostic("R029", "`=>` is written `->`", at: place, help: "write `->`; at least is `>=`")
  }
  static func foreignSign(_ place: Place, _ scalar: Unicode.Scalar, _ ours: String) -> Diagnostic {
    Diagnostic("R030", "`\(scalar)` is written `\(ours)`", at: place, help: "write `\(ours)`")
  }
  static func foreignDigits(_ place: Place, _ digits: String) -> Diagnostic {
    Diagnostic("R031", "numbers are written with the digits 0 to 9", at: place, help: "write `\(digits)`")
  }
  static func slashComment(_ place: Place) -> Diagnostic {
    Diagnostic("R032", "a comment begins with `#`, not with `//`", at: place, help: "write `#`")
  }
  static func percentSign(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R033", "`%` is no operator", at: place,
      help: "the remainder of a division is `mod(a, b)`; a percentage is glued: `45%`")
  }
  static func powerSign(_ place: Place, _ sign: String) -> Diagnostic {
    Diagnostic("R034", "`\(sign)` is no operator", at: place, help: "multiply: `x * x`")
  }
  static func invisibleCharacter(_ place: Place, _ scalar: Unicode.Scalar) -> Diagnostic {
    Diagnostic(
      "R035", "an invisible sign (U+\(String(scalar.value, radix: 16, uppercase: true))) stands here", at: place,
      help: "take it out")
  }
  static func unclosedHole(_ place: Place) -> Diagnostic {
    Diagnostic("R036", "this `{` in a text has no `}`", at: place, help: "a brace that is meant itself is `\\{`")
  }
  static func emptyHole(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R037", "nothing stands between `{` and `}`", at: place, help: "braces that are meant themselves are `\\{\\}`")
  }
}
