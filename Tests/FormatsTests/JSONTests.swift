import Foundation
import Testing
import Values

@testable import Formats

/// JSON is read as RFC 8259 has it, and what is wrong with it is told with its line and its place in the line.
@Suite struct JSONTests {
  static let faults: [(String, String)] = [
    ("", "R714: a.json, line 1, column 1: the text ends before anything stands in it"),
    ("[{\"a\": 1,}]", "R714: a.json, line 1, column 10: `}`, where a key in double quotation marks must stand"),
    (
      "[{\"a\": 1},]",
      "R717: a.json, line 1, column 11: each item of the list must be an object, `{…}`, and this begins with `]`"
    ),
    ("[{\"a\": 1}\n{\"a\": 2}]", "R714: a.json, line 2, column 1: `{`, where a comma or the end of a list must stand"),
    ("[{\"a\" 1}]", "R714: a.json, line 1, column 7: `1`, where a colon must stand"),
    ("[{a: 1}]", "R714: a.json, line 1, column 3: `a`, where a key in double quotation marks must stand"),
    ("[{\"ä\": 'x'}]", "R714: a.json, line 1, column 8: `'` is no value of JSON"),
    ("[{\"a\": 01}]", "R714: a.json, line 1, column 8: `01` is no value of JSON"),
    ("[{\"a\": 1.}]", "R714: a.json, line 1, column 8: `1.` is no value of JSON"),
    ("[{\"a\": .5}]", "R714: a.json, line 1, column 8: `.` is no value of JSON"),
    ("[{\"a\": +1}]", "R714: a.json, line 1, column 8: `+1` is no value of JSON"),
    ("[{\"a\": 1e}]", "R714: a.json, line 1, column 8: `1e` is no value of JSON"),
    ("[{\"a\": 0x10}]", "R714: a.json, line 1, column 8: `0x10` is no value of JSON"),
    ("[{\"a\": tru}]", "R714: a.json, line 1, column 8: `tru` is no value of JSON"),
    ("[{\"a\": \"x", "R714: a.json, line 1, column 10: the text ends inside of a text"),
    ("[{\"a\": \"x\\", "R714: a.json, line 1, column 11: the text ends inside of a text"),
    ("[{\"a\": [1, 2}]", "R714: a.json, line 1, column 13: `}`, where a comma or the end of a list must stand"),
    ("[{\"a\": 1}] x", "R714: a.json, line 1, column 12: `x` behind the end of the value"),
    ("[{\"a\": 1, \"b\": 2, \"a\": 3}]", "R715: a.json, line 1, column 19: the key `a` stands twice in one object"),
    ("[{\"a\": 1, \"\\u0061\": 3}]", "R715: a.json, line 1, column 11: the key `a` stands twice in one object"),
    ("[{\"p\": {\"a\": 1,\n\"a\": 3}}]", "R715: a.json, line 2, column 1: the key `a` stands twice in one object"),
    ("[{\"a\": \"\\ud83d\"}]", "R719: a.json, line 1, column 9: `\\ud83d` stands for no character"),
    ("[{\"a\": \"\\ude00\"}]", "R719: a.json, line 1, column 9: `\\ude00` stands for no character"),
    ("[{\"a\": \"\\uD83D\\n\"}]", "R719: a.json, line 1, column 9: `\\uD83D` stands for no character"),
    ("[{\"a\": \"\\u12\"}]", "R719: a.json, line 1, column 9: `\\u12\"}` stands for no character"),
    ("[{\"a\": \"\\q\"}]", "R719: a.json, line 1, column 9: `\\q` stands for no character"),
    ("[{\"a\": \"\t\"}]", "R719: a.json, line 1, column 9: a tab stands inside of a text"),
    ("[1]", "R717: a.json, line 1, column 2: each item of the list must be an object, `{…}`, and this begins with `1`"),
    ("{\"a\": [1]}", "R717: a.json holds no list of objects, of which each could be a row; its keys are `a`"),
    ("7", "R717: a.json holds no list of objects, of which each could be a row"),
    ("{\"a\": [{}], \"b\": [{}]}", "R718: a.json holds 2 lists: `a`, `b`"),
    (
      "{\"a\": [{\"x\": 1}, 2]}",
      "R717: a.json, line 1, column 18: each item of the list must be an object, `{…}`, and this begins with `2`"
    ),
    ("{\"a\": 1}\n{\"a\": 2}", "R714: a.json, line 2, column 1: `{` behind the end of the value"),
  ]

  @Test(arguments: faults) func tellsLineAndPlace(_ text: String, _ expected: String) {
    #expect(fault(Array(text.utf8), "a.json") == expected)
  }

  @Test func tellsByteThatIsNoText() {
    let bytes = Array("[{\"é\":\n \"x".utf8) + [0xFF] + Array("\"}]".utf8)
    #expect(fault(bytes, "a.json") == "R705: a.json, line 2, column 4: the byte FF is no text in UTF-8")
  }

  /// A hundred thousand brackets end in a message, in a file of either form.
  @Test func boundsNesting() {
    let brackets = String(repeating: "[", count: 100_000)
    #expect(fault(Array("[{\"a\":\(brackets)".utf8), "a.json").hasPrefix("R716: a.json, line 1, column 106:"))
    #expect(fault(Array("{\"a\":\(brackets)".utf8), "a.jsonl").hasPrefix("R716:"))
    #expect(fault(Array(String(repeating: "{\"a\":", count: 100_000).utf8), "a.json").hasPrefix("R716:"))
    let deep = String(repeating: "[", count: 98) + String(repeating: "]", count: 98)
    #expect(fault(Array("[{\"a\":\(deep)}]".utf8), "a.json") == "")
  }

  @Test func keepsDigits() throws {
    let exact = [
      "0": "0", "-0": "0", "9223372036854775807": "9223372036854775807", "9007199254740993": "9007199254740993",
      "1.50": "1.5", "1e3": "1000", "0.1": "0.1", "5e-324": "5e-324",
      "1.7976931348623157e308": "1.7976931348623157e308",
      "0.1234567890123456": "0.1234567890123456", "100000000000000000000.0": "1e20", "0e999999999999": "0",
    ]
    for (written, shown) in exact {
      let read = try table(Array("[{\"a\": \(written)}]".utf8), "a.json")
      #expect(read.cell(0, "a").printed == shown, "\(written)")
      #expect(read.cell(0, "a").textBytes == nil, "\(written)")
    }
    let long = [
      "9223372036854775808", "-9223372036854775809", "3.14159265358979323846", "1e400", "-1e400", "1e-400", "2e-324",
      "0.10000000000000000555", "1e99999999999999999999",
    ]
    for written in long {
      let read = try table(Array("[{\"a\": \(written)}]".utf8), "a.json")
      #expect(read.cell(0, "a").string == written)
      #expect(read.columns?.reading.last == "numbers with more digits than can be held stay text: a 1")
    }
  }

  /// Whatever is accepted, another reader of JSON accepts as well, and finds the same rows. It refuses numbers that are
  /// too large for it.
  @Test func agreesWithAnotherReader() throws {
    let people = String(decoding: try Fixture.bytes("people.json"), as: UTF8.self)
    let sound = [
      Array(
        people.replacing("1e400", with: "1e40").replacing(/[0-9]{21,}/, with: "12").replacing(/3.14[0-9]+/, with: "3")
          .utf8),
      try Fixture.bytes("under.json"),
    ]
    var damage = Damage(seed: 7)
    var accepted = 0
    for round in 0..<Damage.rounds(4000) {
      let bytes = damage.damaged(sound[round % 2], sound[1 - round % 2])
      guard let read = try? table(bytes, "a.json", { $0.table = round % 2 == 1 ? "incidents" : nil }) else { continue }
      if read.columns?.reading.contains(where: { $0.hasPrefix("numbers with more digits") }) ?? false { continue }
      accepted += 1
      let other = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      let rows = (other as? [Any]) ?? (other as? [String: Any])?["incidents"] as? [Any]
      #expect(rows?.count == read.count, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(accepted > 100)
  }

  /// Objects whose keys are all different, inside of cells and as rows.
  @Test func readsObjectsWithManyKeys() throws {
    let inner = (0..<200).map { "{\"a\": {\"k\($0)\": 1, \"l\($0)\": 2}}" }.joined(separator: ",")
    let read = try table(Array("[\(inner)]".utf8), "a.json")
    #expect(read.cell(199, "a").printed == "{k199: 1, l199: 2}")
    let rows = (0..<200).map { "{\"k\($0)\": \($0)}" }.joined(separator: "\n")
    let wide = try table(Array(rows.utf8), "a.jsonl")
    #expect(wide.columnNames.count == 200)
    #expect(wide.cell(150, "k150").printed == "150")
    #expect(wide.cell(150, "k149").reasons != nil)
    #expect(wide.cell(149, "k150").reasons != nil)
  }

  /// Cells of which nearly every one is another, with and without others among them.
  @Test func keepsManyDifferentCells() throws {
    let count = 70_000
    let rows = (0..<count).map {
      "{\"t\": \"text \($0)\", \"n\": \($0), \"m\": \($0 == count - 1 ? "1.5" : "\"m\($0)\""), \"s\": \($0 % 3)}"
    }
    let read = try table(Array(rows.joined(separator: "\n").utf8), "a.jsonl")
    for row in [0, 1, 65_535, 65_536, count - 2, count - 1] {
      #expect(read.cell(row, "t").string == "text \(row)")
      #expect(read.cell(row, "n").printed == "\(row)")
      #expect(read.cell(row, "m").printed == (row == count - 1 ? "1.5" : "m\(row)"))
      #expect(read.cell(row, "s").printed == "\(row % 3)")
    }
  }
}
