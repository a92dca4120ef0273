import Testing
import Values

@testable import Formats

/// What was written into a file for a spreadsheet is taken back when the file is read.
@Suite struct SavedTableTests {
  /// An apostrophe keeps a spreadsheet from reckoning, however many different texts stand in the column.
  @Test(arguments: [3, 70_000]) func takesApostrophes(_ count: Int) throws {
    let rows = (0..<count).map { "'=A\($0),'x\($0),''-\($0)" }
    let read = try table(Array("a,b,c\n\(rows.joined(separator: "\n"))\n1,2,3".utf8), "saved.csv")
    for row in [0, count - 1] {
      #expect(read.cell(row, "a").string == "=A\(row)")
      #expect(read.cell(row, "b").string == "'x\(row)")
      #expect(read.cell(row, "c").string == "'-\(row)")
    }
    #expect(read.cell(count, "a").string == "1")
    let told = read.columns?.reading.filter { $0.contains("apostrophe") } ?? []
    #expect(told.map { $0.prefix(2) } == ["a:", "c:"])
  }
}
