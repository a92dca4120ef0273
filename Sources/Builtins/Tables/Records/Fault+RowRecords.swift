import Diagnostics
import Evaluation
import Records
import Values

// Every message about rows as records that is told when the step runs (R792 to R798), as it reads where it is thrown.
extension Fault {
  /// What the planner has told before, so that nobody is told it twice.
  static func isNoKindOfRecords(_ name: String) -> Fault {
    Fault("R790", "there is no kind of records called `\(name)`")
  }

  static func rowsFromNowhere() -> Fault {
    Fault(
      "R792", "the rows are not those of a file, so that there is no source for what they say",
      help:
        "take them as they were read, or chosen, ordered, read and taken apart by `where`, `sort`, `typed`, `unnest` and the like: `read \"incidents.csv\" | as case { … }`"
    )
  }

  static func saidElsewhere(_ columns: [String], _ table: Table) -> Fault {
    let names = columns.filter { table.columns?.heads(of: [$0]) == nil }.map { "`\($0)`" }.joined(separator: ", ")
    let file = table.columns?.origin?.file ?? "the file"
    return Fault(
      "R792", "\(names) does not stand in the rows of \(file), so that it could not be the source of it", argument: 2,
      help: "what was joined to the rows, or worked out from other rows, is asked of the records once they are made")
  }

  static func recordsInALight(_ words: String) -> Fault {
    Fault(
      "R793", "records are made for every light, and not \(words.hasPrefix("under") ? "" : "in that of ")`\(words)`",
      help: "put the step before it")
  }

  static func rowsUndecided(_ count: Int) -> Fault {
    Fault(
      "R794", "of \(count) \(count == 1 ? "row" : "rows") it is not decided whether they belong to the table",
      help: "say which are meant: `certain` or `possible` before `as`")
  }

  static func rowsWithoutName(_ rows: [Int], _ table: Table) -> Fault {
    let fault = Fault(
      "R795",
      "\(rows.count == 1 ? "one record has" : "\(rows.count) records have") no name: the cell for `id` is empty",
      help: "leave such rows out by `where … is known`, or leave `id` out: then records are called after file and line")
    for row in rows.prefix(5) { _ = fault.noting(table.place(ofRow: row)) }
    return fault
  }

  static func namesTwice(_ names: [(row: Int, earlier: Int, name: String)], _ count: Int, _ table: Table) -> Fault {
    let fault = Fault(
      "R795",
      "\(count == 1 ? "one name stands" : "\(count) names stand") in two rows, and a name stands for one record",
      help:
        "if they are one record in several rows, take one of them: `distinct`; if not, `id` is another column, or left out"
    )
    for (row, earlier, name) in names {
      _ = fault.noting("\(table.place(ofRow: row)): `\(name)`, as in \(table.place(ofRow: earlier))")
    }
    if count > names.count { _ = fault.noting("and \(count - names.count) more") }
    return fault
  }

  /// The same that is told where records were written down.
  static func leadsBack(_ record: Entity, _ circle: [Claim]) -> Fault {
    guard let last = circle.last else { preconditionFailure("a way back has a step") }
    let told = Diagnostic.comesBackToItself(record, last, [])
    let fault = Fault(told.code, told.message, help: told.help)
    for claim in circle.prefix(5) {
      _ = fault.noting("\(claim.place.fileAndLine): `\(claim.field.name)` is \(claim.value.printed)")
    }
    return fault
  }

  static func nameIsTaken(_ name: String, _ kind: Kind, _ place: Place) -> Fault {
    Fault(
      "R796", "there is \(kind.name.withArticle) called `\(name)` already, at \(place.fileAndLine)",
      help: "a name stands for one record; where two files tell of the same, give each its own names and say `same`")
  }

  static func rowIsARecord(_ line: Int, _ rows: RowRecords, isHeld: Bool) -> Fault {
    Fault(
      "R797",
      "\(rows.origin.file), \(rows.origin.unit) \(line) is \(rows.kind.name.withArticle) already, of which something else is said",
      help: isHeld
        ? "other records lean on those that were made of these rows: begin a session anew, or say all of it in one step"
        : "say all that the rows claim in one step"
          + (rows.owners == nil ? "" : "; a second \(rows.kind.name) of a row is made of other columns"))
  }

  static func privateHolds(_ field: Field, argument: Int) -> Fault {
    Fault(
      "R791", "`\(field.name)` is private: what stands in it is written down, and not read from a file",
      argument: argument)
  }

  static func saidByNoSource(_ value: Value) -> Fault {
    Fault(
      "R798", "who says it is a source, and not \(value.kindName)",
      help:
        "`per report`, where `source report` is declared, or a column with the names of sources, which were declared or read "
        + "`as source`: `per .Source`")
  }
}

/// Messages about rows as records (R790 to R799).
public let rowRecordsExplanations: [Explanation] = [
  Explanation(
    "R790", "Records of nothing",
    "`as` makes records of a kind out of rows, and is told in braces from which column each field is. Words with a place in a tree are written down one by one.",
    wrong: "read(text: \"a\\n1\") | as case",
    right: "show read(text: \"ID,Country\\n1,Laos\") | as case { id: .ID, host: .Country } | count"),
  Explanation(
    "R791", "Records that stand in others",
    "`of case by .CaseID` says in what kind of record each stands, and which column names it.",
    wrong: "read(text: \"c\\n1\") | as event { date: .c } by .c",
    right:
      "let cs = read(text: \"ID\\nk1\") | as case { id: .ID }\nshow read(text: \"c,d\\nk1,2015\") | as event { date: .d } of case by .c | count"
  ),
  Explanation(
    "R792", "Rows that no file says",
    "What a record claims has a source. Rows that were counted, put together from two tables or written down in the script have no line in a file any more, and what was joined to a row does not stand in its line.",
    wrong: "[{ a: 1 }] | as case { id: .a }", right: "show read(text: \"a\\n1\") | as case { id: .a } | count"),
  Explanation(
    "R793", "Records made in another light",
    "A record is there in every light, and looks different in some. So it cannot be made in one of them.",
    wrong: "under examined { read(text: \"a\\n1\") | as case { id: .a } }",
    right: "let new = read(text: \"a\\n1\") | as case { id: .a }\nshow under examined { new | count }"),
  Explanation(
    "R794", "Records of rows that may not belong",
    "A row of which it cannot be decided whether it passes a test is no record for certain. The script says what to do with such rows.",
    wrong: "read(text: \"a,b\\n1,\\n2,x\") | where .b == \"x\" | as case { id: .a }",
    right: "show read(text: \"a,b\\n1,\\n2,x\") | where .b == \"x\" | certain | as case { id: .a } | count"),
  Explanation(
    "R795", "Names that rows have twice, or not at all",
    "A name stands for one record, so that the column for `id` has another text in every row.",
    wrong: "read(text: \"a\\n1\\n1\") | as case { id: .a }",
    right: "show read(text: \"a\\n1\\n1\") | distinct | as case { id: .a } | count"),
  Explanation(
    "R796", "A name that another record has",
    "A name stands for one record. Two files that tell of the same thing make two records, and `same a, b` says that they are one.",
    wrong: "case k { host: Laos }\nread(text: \"a\\nk\") | as case { id: .a }",
    right: "case k { host: Laos }\nshow read(text: \"a\\nm\") | as case { id: .a } | count"),
  Explanation(
    "R797", "A row that is a record already",
    "A row is one record of a kind, and says what it says once: the same step again gives the same records. At the prompt another one takes their place, unless something leans on them.",
    wrong: """
      let one = read(text: "a,b\\nk,Laos") | as case { id: .a, host: .b }
      let two = read(text: "a,b\\nk,Laos") | as case { id: .a, origin: .b }
      """,
    right: "show read(text: \"a,b\\nk,Laos\") | as case { id: .a, host: .b, origin: .b } | count"),
  Explanation(
    "R798", "A source that is none",
    "Claims are said by sources: behind `per` stands one, or a column that names them.",
    wrong: "read(text: \"a\\n1\") | as case { id: .a } per China",
    right: "source list { }\nshow read(text: \"a\\n1\") | as case { id: .a } per list | count"),
  Explanation(
    "R799", "More claims than can be numbered",
    "A thousand million claims of rows can be told apart in one session: enough for some hundred million rows.",
    wrong: "", right: ""),
]
