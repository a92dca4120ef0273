import Glibc
import Testing

/// The prompt, in a terminal.
@Suite(.serialized) struct PromptTests {
  /// Someone who has seen the prompt appear.
  func person(
    home: String = Person.folder(), rows: Int = 24, columns: Int = 80, terminal: String = "xterm",
    with more: [String] = []
  ) -> Person {
    let person = Person(home: home, rows: rows, columns: columns, terminal: terminal, with: more)
    #expect(person.sees { $0.beforeCursor == "rep> " })
    return person
  }

  func ends(_ person: Person, _ before: String) -> Bool { person.sees { $0.beforeCursor == before } }

  @Test(arguments: ["exit\r", "quit\r", "exit()\r", "quit()\r", Keys.control("d")])
  func leaves(by keys: String) {
    let person = person()
    #expect(person.sees("Ctrl-D leaves"))
    person.type(keys)
    #expect(person.end() == 0)
  }

  @Test func answersAndAsksAgain() {
    let person = person()
    person.type("40 + 2\r")
    #expect(person.sees("42\nrep>"))
    #expect(person.screen.unknown == [])
  }

  @Test func aBlockGoesOnUntilItIsWhole() {
    let person = person()
    person.type("[40,\r")
    #expect(ends(person, "  [>   "))
    person.type("41]\r")
    #expect(person.sees { $0.beforeCursor == "rep> " && $0.text.contains("[40, 41]") })
  }

  @Test func aBlockComesBackAsAWhole() {
    let person = person()
    person.type("[7,\r8]\r")
    #expect(person.sees { $0.beforeCursor == "rep> " && $0.text.contains("8]") })
    person.type(Keys.up)
    #expect(person.sees { $0.beforeCursor == "  [>   8]" })
    person.type(Keys.up + Keys.left + "0" + Keys.down + "\r")
    #expect(person.sees("[70, 8]"))
  }

  @Test func controlCDropsWhatIsOpen() {
    let person = person()
    person.type("let x = (1 +\r2")
    #expect(person.sees("(>   2"))
    person.type(Keys.control("c"))
    #expect(ends(person, "rep> "))
    person.type("6 * 7\r")
    #expect(person.sees("42"))
  }

  @Test func controlDSaysWhatIsOpen() {
    let person = person()
    person.type("[1,\r" + Keys.control("d"))
    #expect(person.sees("still open"))
    person.type("2]\r")
    #expect(person.sees { $0.text.contains("[1, 2]") && !$0.text.contains("still open") })
  }

  @Test func quitLeavesAnOpenBlockAndSaysSo() {
    let person = person()
    person.type("case x {\rquit\r")
    #expect(person.sees("was still open; the entry is dropped"))
    #expect(person.end() == 0)
  }

  @Test func quitIsALineOfATextLikeAnyOther() {
    let person = person()
    person.type("\"\"\"\rquit\r\"\"\"\r")
    #expect(person.sees { $0.beforeCursor == "rep> " && $0.text.contains("quit\nrep>") })
  }

  @Test func anEmptyLineInABlockSaysWhatIsOpen() {
    let person = person()
    person.type("[1,\r")
    #expect(ends(person, "  [>   "))
    person.type("\r")
    #expect(person.sees("still open"))
    person.type("2]\r")
    #expect(person.sees("[1, 2]"))
  }

  @Test func aLongDraftOutlivesAWalkThroughHistory() {
    let person = person(rows: 60)
    person.type("1\r")
    #expect(ends(person, "rep> "))
    let draft = String(repeating: "1 + ", count: 400) + "1"
    person.type(draft + Keys.up)
    #expect(ends(person, "rep> 1"))
    person.type(Keys.down + "\r")
    #expect(person.sees("\n401\n"))
  }

  @Test func twoPromptsKeepOneHistory() {
    let home = Person.folder()
    let first = person(home: home)
    let second = person(home: home)
    first.type("111\r")
    #expect(first.sees("111\n111\nrep>"))
    second.type("222\r")
    #expect(second.sees("222\n222\nrep>"))
    second.type(" 333\r")
    #expect(second.sees("333\n333\nrep>"))
    let third = person(home: home)
    third.type(Keys.up)
    #expect(ends(third, "rep> 222"))
    third.type(Keys.up)
    #expect(ends(third, "rep> 111"))
  }

  @Test func theSearchFindsAnOldEntry() {
    let person = person()
    person.type("100 + 1\r200 + 2\r300 + 3\r")
    #expect(person.sees("303\nrep>"))
    person.type(Keys.control("r") + "00 +")
    #expect(person.sees("search `00 +`: 300 + 3"))
    person.type(Keys.control("r"))
    #expect(person.sees("search `00 +`: 200 + 2"))
    person.type("\r")
    #expect(person.sees { $0.text.hasSuffix("rep> 200 + 2\n202\nrep>") })
  }

  @Test func combiningMarksAndWideCharactersAreEdited() {
    let person = person(columns: 20)
    person.type("\"" + String(repeating: "e\u{301}", count: 20) + Keys.backspace + Keys.backspace)
    #expect(person.sees { $0.text.filter { $0 == "e\u{301}" }.count == 18 && $0.text.contains("rep> \"") })
    person.type(Keys.control("u") + "\"日本語\"" + Keys.left + Keys.left + Keys.backspace)
    #expect(ends(person, "rep> \"日"))
    person.type("\r")
    #expect(person.sees("rep> \"日語\""))
  }

  @Test func aPasteIsOnePiece() {
    let person = person()
    person.type(Keys.pasted("[1,\r2,\r3]"))
    #expect(person.sees("3]"))
    person.type("\r")
    #expect(person.sees("[1, 2, 3]"))
  }

  @Test(arguments: [40, 25, 200])
  func aResizedTerminalShowsOnePrompt(columns: Int) {
    let person = person(columns: 60)
    person.type("1234567890 + 1234567890")
    #expect(person.sees("rep> 1234567890 + 1234567890"))
    person.lookAway()
    person.resize(columns: columns)
    #expect(person.sees { $0.text.filter { $0 == ">" }.count == 1 && $0.text.contains("90 + 12") })
    person.type(Keys.control("c"))
    #expect(ends(person, "rep> "))
  }

  @Test func viKeysWorkAndItsDollarDoesNoHarm() {
    let home = Person.folder()
    let file = open(home + "/.editrc", O_WRONLY | O_CREAT, 0o600)
    write(file, "bind -v\nedit off\n", 17)
    close(file)
    let person = person(home: home)
    person.type("1 + 1" + "\u{1B}")
    usleep(100_000)
    person.type("0r5\r")
    #expect(person.sees("5 + 1\n6\nrep>"))
    person.type("\u{1B}")
    usleep(100_000)
    person.type("$x$Xi7" + Keys.left + "8\r")
    #expect(person.sees("87\n87\nrep>"))
  }

  @Test func aTerminalThatCannotDrawIsReadLineByLine() {
    let person = Person(terminal: "dumb")
    #expect(person.sees { $0.beforeCursor == "rep> " })
    person.type("[1,\n2]\n")
    #expect(person.sees("[1, 2]"))
    #expect(!person.raw.contains("\u{1B}"))
    person.type("[1,\n" + Keys.control("d"))
    #expect(person.sees { $0.text.contains("still open") && $0.beforeCursor == "rep> " })
    person.type("[1,\n")
    #expect(ends(person, "  [> "))
    person.type(Keys.control("c"))
    #expect(ends(person, "rep> "))
    person.type(Keys.control("d"))
    #expect(person.end() == 0)
  }

  @Test func anUnknownTerminalOrLocaleIsNoObstacle() {
    for more in [["LC_ALL=C"], ["LC_ALL=xx_XX"]] {
      let person = person(terminal: "no-such-terminal", with: more)
      person.type("\"é日\"\r")
      #expect(person.sees("\"é日\"\n"))
    }
  }

  @Test func stoppedAndContinuedItShowsItsPrompt() {
    let person = person()
    person.type("12")
    #expect(ends(person, "rep> 12"))
    person.send(signal: SIGSTOP)
    person.send(signal: SIGCONT)
    person.lookAway()
    #expect(person.sees("rep> 12"))
    person.type("3\r")
    #expect(person.sees("123\n"))
  }

  @Test func aHistoryThatCannotBeKeptIsSaidOnce() {
    let person = person(with: ["REP_HISTORY=/proc/none/history"])
    #expect(person.screen.text.contains("will not be kept"))
    person.type("5\r")
    #expect(person.sees("5\n5\nrep>"))
    person.type(Keys.up)
    #expect(ends(person, "rep> 5"))
  }

  @Test func aRunawayLoopStopsAndNothingIsLost() {
    let person = person()
    person.type("let kept = 5\r")
    #expect(ends(person, "rep> "))
    person.type("while true { }\r")
    usleep(300_000)
    // A Ctrl-C that comes before the loop has begun is a key of the next line.
    for _ in 0..<20 {
      person.type(Keys.control("c"))
      if person.sees("stopped", within: 500) { break }
    }
    #expect(ends(person, "rep> "))
    person.type("kept + 1\r")
    #expect(person.sees("kept + 1\n6"))
  }

  @Test func anErrorKeepsTheSession() {
    let person = person()
    person.type("1 +* 2\r")
    #expect(person.sees { $0.text.contains("R1") && $0.beforeCursor == "rep> " })
    person.type("4 * 5\r")
    #expect(person.sees("20\n"))
  }
}
