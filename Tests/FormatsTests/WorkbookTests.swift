import Testing
import Values

@testable import Formats

/// Workbooks of Excel: what a cell holds, what it is shown as, and what is wrong with a file.
@Suite struct WorkbookTests {
  /// Days as Excel counts them, with those around the day of 1900 that never was.
  @Test func countsDays() {
    var from1900 = DayNumbers(isFrom1904: false)
    let days: [(Double, String?)] = [
      (0, nil), (0.5, nil), (-1, nil), (1, "1900-01-01"), (59, "1900-02-28"), (60, nil), (60.9, nil),
      (61, "1900-03-01"), (25_569, "1970-01-01"), (36_526, "2000-01-01"), (45_000.75, "2023-03-15"),
      (2_958_465, "9999-12-31"), (2_958_466, nil), (1e300, nil),
    ]
    for (number, day) in days { #expect(from1900.date(number, .day)?.text == day, "\(number)") }
    var from1904 = DayNumbers(isFrom1904: true)
    #expect(from1904.date(0, .day)?.text == "1904-01-01")
    #expect(from1904.date(60, .day)?.text == "1904-03-01")
    #expect(from1904.date(24_107, .day)?.text == "1970-01-01")
    #expect(from1904.date(-1, .day)?.text == nil)
  }

  /// A month that was typed is the first of it for Excel; another day of it was meant as a day.
  @Test func readsMonthsAsMonths() {
    var days = DayNumbers(isFrom1904: false)
    #expect(days.date(44_682, .month)?.text == "2022-05")
    #expect(days.date(44_698, .month)?.text == "2022-05-17")
    #expect(days.date(42_005, .year)?.text == "2015")
    #expect(days.date(42_006, .year)?.text == "2015-01-02")
    #expect(days.date(42_005, .month)?.text == "2015-01")
    #expect(days.date(42_005, .day)?.text == "2015-01-01")
  }

  @Test func knowsDatesByFormat() {
    let formats: [(String, CellStyle)] = [
      ("General", .number), ("0.00", .number), ("0%", .number), ("@", .number), ("0.00E+00", .number),
      ("#,##0.00\\ \"days\"", .number), ("[Red]-0.0", .number), ("[$USD] #,##0", .number), ("_-* #,##0_d", .number),
      ("yyyy\\-mm\\-dd", .day), ("dd/mm/yyyy hh:mm", .day), ("d", .day), ("[$-409]d\\-mmm\\-yy;@", .day),
      ("m/d", .day), ("mmm\\ yyyy", .month), ("[$-F800]mmm\\-yy", .month), ("yyyy", .year), ("mmm", .day),
      ("h:mm", .time), ("[h]:mm:ss", .time), ("mm:ss.0", .time), ("[mm]", .time), ("h:mm AM/PM", .time),
      ("0\\d", .number), ("yyyy \"m\"", .year),
    ]
    for (format, style) in formats { #expect(CellStyle(format: format) == style, "\(format)") }
    #expect(CellStyle(builtIn: 14) == .day && CellStyle(builtIn: 17) == .month && CellStyle(builtIn: 20) == .time)
    #expect(CellStyle(builtIn: 0) == .number && CellStyle(builtIn: 49) == .number)
  }

  @Test func readsRanges() throws {
    let range = try #require(CellRange("$F$200:b3"))
    #expect(range.rows == 3...200 && range.columns == 2...6)
    #expect(CellRange("B:F")?.columns == 2...6 && CellRange("B:F")?.rows == 1...CellRange.mostRows)
    #expect(CellRange("3:4")?.rows == 3...4 && CellRange("XFD1048576")?.columns == 16_384...16_384)
    for text in ["", "B", "3", "B0", "XFE1", "A1048577", "A1:B", "A1:B2:C3", "code_list", "A1!", ":", "ÄA1"] {
      #expect(CellRange(text) == nil, "\(text)")
    }
    for (number, letters) in [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")] {
      #expect(CellRange.letters(number) == letters)
      #expect(CellRange("\(letters)1")?.columns == number...number)
    }
  }

  @Test func readsCells() throws {
    let sheet = """
      <row r="2"><c r="B2" t="inlineStr"><is><t>n</t></is></c><c r="C2" t="inlineStr"><is><t> n </t></is></c></row>
      <row r="4"><c r="B4"><v>9007199254740993</v></c><c r="C4" s="1"><v>44684</v></c></row>
      <row r="5"><c r="B5"><v>0.30000000000000004</v></c><c r="C5" t="str"><f>A1</f><v>a_x000A_b_x005F_x000A_</v></c></row>
      <row r="6"><c r="B6" t="b"><v>1</v></c><c r="C6" t="e"><v>#REF!</v></c></row>
      <row r="7"><c r="B7"><f>A1</f></c><c r="C7" s="1"/></row>
      <row r="8"><c r="B8" s="1"/></row>
      <row r="9"><c r="D9" s="3"><v>0.5</v></c></row>
      """
    let read = try table(workbook(sheet), "a.xlsx")
    #expect(read.columnNames == ["n", "n_2", "column_D"])
    #expect(read.texts("n") == ["9007199254740993", "0.30000000000000004", "true", "unknown", "unknown"])
    #expect(read.texts("n_2") == ["2022-05-03", "a\nb_x000A_", "unknown", "unknown", "unknown"])
    #expect(read.texts("column_D").last == "0.5")
    #expect(read.cell(2, "n_2").reasons == Reasons(.garbled))
    let notes = read.columns?.reading ?? []
    for note in [
      "heads in row 2", "column D has no head and is called `column_D`", "a second column `n` is called `n_2`",
      "formulas without a value are unknown: n 1", "errors are unknown: #REF! 1",
      "times of day stay numbers: column_D 1",
    ] {
      #expect(notes.contains(note), "\(note)")
    }
  }

  static let faults: [(String, String)] = [
    ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "the cell A1 has a text that is not there"),
    ("<row r=\"1\"><c r=\"A1\"><v>12a</v></c></row>", "the cell A1 holds `12a`, which is no number"),
    ("<row r=\"1\"><c r=\"A1\"><v>nan</v></c></row>", "the cell A1 holds `nan`, which is no number"),
    ("<row r=\"2\"/><row r=\"1\"/>", "row 1 stands behind row 2"),
    ("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", "the cell `A2` is not in its place"),
    ("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>1</v></c></row>", "the cell `B1` is not in its place"),
    ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "the cell `XFE1` is not in its place"),
    ("<row r=\"1\"><c r=\"A1\"><v>1</w></c></row>", "`xl/s.xml`, line 1: mismatched tag"),
    ("<row r=\"1\">", "`xl/s.xml`, line 1: mismatched tag"),
    ("<row r=\"1\"><c><v>&x;</v></c></row>", "`xl/s.xml`, line 1: undefined entity"),
  ]

  @Test(arguments: faults) func refusesWhatIsBroken(_ sheet: String, _ expected: String) {
    #expect(fault(workbook(sheet), "a.xlsx") == "R721: a.xlsx is broken: \(expected)")
  }

  @Test func refusesOtherFiles() throws {
    let empty: [UInt8] = []
    for (file, kind) in [
      ("xl/workbook.bin", "a binary workbook (.xlsb)"), ("word/document.xml", "a document of Word"),
      ("photo.jpg", "a zip archive without a workbook in it"),
    ] {
      #expect(fault(archive([(file, empty)]), "a.xlsx") == "R710: a.xlsx is \(kind)")
    }
    let csv = Array("a,b\n1,2\n".utf8)
    #expect(
      fault(csv, "a.xlsx") == "R710: a.xlsx is no workbook of Excel, by its first bytes, and not a workbook of Excel")
    #expect(fault(try Fixture.bytes("locked.xlsx"), "a.xlsx") == "R722: a.xlsx is protected by a password")
    #expect(fault(try Fixture.bytes("locked.xlsx"), "a.csv") == "R722: a.csv is protected by a password")
    #expect(
      fault(try Fixture.bytes("entities.xlsx"), "a.xlsx")
        == "R721: a.xlsx is broken: `xl/worksheets/s.xml` declares a document type, which no workbook does")
    #expect(fault(Array("%PDF-1.7".utf8), "a.csv") == "R710: a.csv is a PDF, and not a file of rows")
    #expect(fault([0x1F, 0x8B, 8, 0], "a.jsonl") == "R710: a.jsonl is packed by gzip, and not a file of JSON Lines")
  }

  @Test func refusesBombWhileUnpacking() throws {
    #expect(
      fault(try Fixture.bytes("bomb.xlsx"), "a.xlsx")
        == "R723: a.xlsx: `xl/worksheets/s.xml` has 34687 bytes and becomes more than 32 MB when it is unpacked: it is not read"
    )
  }

  /// Cut off anywhere, a workbook is refused; none of it is taken for the whole.
  @Test func refusesCutOff() throws {
    let bytes = try Fixture.bytes("incidents.xlsx")
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(fault(Array(bytes[..<count]), "a.xlsx") != "", "\(count) bytes")
    }
  }

  @Test func survivesDamage() throws {
    var damage = Damage(seed: 3)
    let sound = try ["incidents.xlsx", "mac.xlsx", "strict.xlsx"].map { try Fixture.bytes($0) }
    for round in 0..<Damage.rounds(600) {
      let bytes = damage.damaged(sound[round % 3], sound[(round + 1) % 3])
      let said = fault(bytes, "a.xlsx")
      #expect(said == "" || said.hasPrefix("R7"), "\(said)")
    }
    // Behind the checks of the archive stands the XML.
    let sheet = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>n</t></is></c><c r="B1"><v>1</v></c></row><row r="3" hidden="1">
      <c r="A3" s="1"><v>44684</v></c><c r="C3" t="str"><f>A1</f><v>x_x000A_</v></c><c t="b"><v>1</v></c></row>
      <row><c t="e"><v>#N/A</v></c><c><f>A1</f></c><c t="d"><v>2020-01-01T10:00:00</v></c></row>
      """
    for _ in 0..<Damage.rounds(3000) {
      let damaged = String(decoding: damage.damaged(Array(sheet.utf8)), as: UTF8.self)
      let said = fault(workbook(damaged), "a.xlsx")
      #expect(said == "" || said.hasPrefix("R7"), "\(said)")
    }
  }
}
