import Glibc
import Testing

@testable import Terminal

@Suite struct HistoryTests {
  let file = HistoryFile(path: Person.folder() + "/state/rep/history")

  @Test(arguments: ["1 + 1", #"a \ b"#, "case x {\n  a: 1\n}", #"\n"#, "\\\n\\", "日本 é"])
  func anEntryComesBackAsItWas(entry: String) {
    #expect(HistoryFile.unescaped(HistoryFile.escaped(entry)) == entry)
    #expect(!HistoryFile.escaped(entry).contains("\n"))
  }

  @Test func entriesStayForTheNextSession() {
    #expect(file.prepare() == nil)
    var first = History(file: file)
    first.add("one")
    first.add("two {\n}")
    var second = History(file: file)
    #expect(second.entries == ["one", "two {\n}"])
    second.add("three")
    #expect(second.entries == ["one", "two {\n}", "three"])
  }

  @Test func whatBeginsWithABlankIsNotKept() {
    #expect(file.prepare() == nil)
    var history = History(file: file)
    history.add(" the witness's name")
    history.add("")
    history.add("same")
    history.add("same")
    #expect(history.entries == ["same"])
    #expect(file.load() == ["same"])
  }

  @Test func whatIsWrittenIntoAPrivateFieldIsNotKept() {
    let home = Person.folder()
    let person = Person(home: home)
    #expect(person.sees { $0.beforeCursor == "rep> " })
    for entry in [
      "extend kind person { private real_name: text }", "person one { real_name: \"Zebrafinch\" }",
      "person one { real_name: \"Zebrafinch\"]", "one.real_name",
    ] {
      person.lookAway()
      person.type(entry + "\r")
      #expect(person.sees { $0.beforeCursor == "rep> " }, "\(entry)")
    }
    let kept = HistoryFile(path: home + "/state/rep/history").load()
    #expect(kept == ["extend kind person { private real_name: text }", "one.real_name"])
  }

  @Test func onlyTheOwnerMayReadIt() {
    #expect(file.prepare() == nil)
    var status = stat()
    #expect(stat(file.path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func promptsAtTheSameTimeLoseNothing() async {
    #expect(file.prepare() == nil)
    let file = self.file
    await withTaskGroup(of: Void.self) { group in
      for prompt in 0..<8 {
        group.addTask {
          // Each append opens the file anew, as another program would. The long ones are larger than a page.
          for entry in 0..<50 {
            _ = file.append("\(prompt) \(entry) " + String(repeating: "x", count: entry % 5 == 0 ? 9_000 : 10))
          }
        }
      }
    }
    let names = Set(file.load().map { $0.split(separator: " ").prefix(2).joined(separator: " ") })
    #expect(names.count == 400)
  }

  @Test func theFileIsBoundedAndNothingIsLostMeanwhile() async {
    var small = file
    small.bound = 20
    #expect(small.prepare() == nil)
    let bounded = small
    await withTaskGroup(of: Void.self) { group in
      for prompt in 0..<4 {
        group.addTask {
          for entry in 0..<100 {
            _ = bounded.append("\(prompt) \(entry)")
            if entry % 10 == 0 { _ = bounded.load() }
          }
        }
      }
    }
    _ = bounded.append("last")
    #expect(bounded.load().last == "last")
    let count = bounded.load().count
    #expect(count <= 40 && count >= 20)
  }

  @Test func aTornLineSpoilsNoOther() {
    #expect(file.prepare() == nil)
    let descriptor = open(file.path, O_WRONLY | O_APPEND)
    write(descriptor, "cut o", 5)
    close(descriptor)
    #expect(file.append("whole"))
    #expect(file.load() == ["cut o", "whole"])
  }

  @Test func theEnvironmentSaysWhereItIs() {
    func path(_ environment: [String: String]) -> String? { HistoryFile.ofEnvironment { environment[$0] }?.path }
    #expect(path(["HOME": "/h"]) == "/h/.local/state/rep/history")
    #expect(path(["HOME": "/h", "XDG_STATE_HOME": "/s"]) == "/s/rep/history")
    #expect(path(["HOME": "/h", "XDG_STATE_HOME": "relative"]) == "/h/.local/state/rep/history")
    #expect(path(["HOME": "/h", "REP_HISTORY": "off"]) == nil)
    #expect(path(["HOME": "/h", "REP_HISTORY": ""]) == nil)
    #expect(path([:]) == nil)
  }
}
