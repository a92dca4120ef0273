import Glibc
import Testing

/// The program as a shell sees it: what goes where, and the exit code.
@Suite(.serialized) struct ProgramTests {
  struct Outcome {
    var output = ""
    var messages = ""
    var code: Int32 = -1
  }

  /// Runs a command line of the shell, in which `rep` is the program and `$T` a new folder.
  func shell(_ line: String) -> Outcome {
    let folder = Person.folder()
    let script = """
      cd "$(dirname '\(Person.program)')" && PATH="$PWD:$PATH" && cd '\(folder)' && T='\(folder)'
      export HOME="$T" PATH T SWIFT_BACKTRACE=enable=no
      { \(line)
      } > "$T/.output" 2> "$T/.messages"
      """
    var child = pid_t()
    let words: [String] = ["bash", "-c", script]
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawn(&child, "/bin/bash", nil, nil, arguments, environ) == 0 else { return Outcome() }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return Outcome(
      output: contents(folder + "/.output"), messages: contents(folder + "/.messages"),
      code: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
  }

  func contents(_ path: String) -> String {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }

  @Test func anExpressionIsAnswered() {
    let outcome = shell("rep -e '40 + 2'")
    #expect(outcome.output == "42\n")
    #expect(outcome.messages == "")
    #expect(outcome.code == 0)
  }

  @Test func aFileIsRunBeforeItsExpression() {
    let outcome = shell("printf 'let x = 5\\nx\\n' > a.rep; rep a.rep -e 'x + 1' -e '-x'")
    #expect(outcome.output == "5\n6\n-5\n")
    #expect(outcome.code == 0)
  }

  @Test func aPipeIsAScript() {
    #expect(shell("echo '6 * 7' | rep").output == "42\n")
    let wrong = shell("echo '6 * ' | rep")
    #expect(wrong.messages.contains("<standard input>"))
    #expect(wrong.code == 1)
  }

  @Test func aScriptCanBeAProgram() {
    let outcome = shell("printf '#!/usr/bin/env rep\\n1 + 1\\n' > a.rep; chmod +x a.rep; ./a.rep")
    #expect(outcome.output == "2\n")
  }

  @Test func aFileNamedLikeACommandIsReached() {
    #expect(shell("echo 3 > check; rep ./check").output == "3\n")
  }

  @Test(arguments: ["rep nothere.rep", "rep .", "rep < .", "rep check nothere.rep", "rep format nothere.rep"])
  func whatCannotBeReadIsSaid(line: String) {
    let outcome = shell(line)
    #expect(outcome.code == 66)
    #expect(outcome.output == "")
    #expect(outcome.messages.contains("R50"))
  }

  @Test func aFileThatIsMeantIsNamed() {
    #expect(shell("echo 1 > prague.rep; rep prague").messages.contains("did you mean \"prague.rep\"?"))
    let outcome = shell("mkdir cases; echo 1 > cases/prague.rep; echo 'use \"caess/pragu.rep\"' > a.rep; rep a.rep")
    #expect(outcome.messages.contains("did you mean \"cases/prague.rep\"?"))
    #expect(shell("rep lisbon.rep").messages.contains("look for a slip"))
  }

  @Test func eachKindOfFileHasItsMessage() {
    #expect(shell("rep nothere.rep").messages.contains("R500"))
    #expect(shell("rep /proc/self/mem").messages.contains("R501"))
    #expect(shell("rep /tmp").messages.contains("R502"))
    #expect(shell("truncate -s 2G large.rep; rep large.rep").messages.contains("R503"))
  }

  @Test(arguments: ["R500", "r504", "R331"])
  func aCodeIsExplained(code: String) {
    let outcome = shell("rep explain \(code)")
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix(code.uppercased()))
  }

  @Test func aCodeThatThereIsNotIsSaid() {
    let outcome = shell("rep explain R998")
    #expect(outcome.code == 1)
    #expect(outcome.messages.contains("R508"))
  }

  @Test(arguments: ["rep --nonsense", "rep check", "rep --format latin -e 1", "rep check a.rep -- b", "rep explain"])
  func wrongUsageIsSaid(line: String) {
    let outcome = shell(line)
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.messages.contains("Usage"))
  }

  @Test func aFileThatAScriptLacksIsTheScriptsError() {
    let outcome = shell("echo 'use \"nothere.rep\"' > a.rep; rep a.rep")
    #expect(outcome.code == 1)
    #expect(outcome.messages.contains("a.rep:1"))
  }

  @Test func aCommandWithASlipIsOffered() {
    for word in ["chekc", "chck", "tests", "formet"] {
      #expect(shell("rep \(word) a.rep").messages.contains("is a command"), "\(word)")
    }
    #expect(!shell("rep cases").messages.contains("is a command"))
  }

  @Test func anErrorFailsAndGoesToTheMessages() {
    let outcome = shell("rep -e '1 / 0'")
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(outcome.messages.contains("R3"))
  }

  @Test func aFullDiskIsSaid() {
    let outcome = shell("rep -e 1 > /dev/full")
    #expect(outcome.code == 74)
    #expect(outcome.messages.contains("no space left"))
  }

  @Test func aTableIsSavedAsAWhole() {
    let outcome = shell(
      """
      mkdir sub; echo old > sub/t.csv; chmod 640 sub/t.csv
      echo '[{ a: 1 }, { a: unknown }] | save "t.csv"' > sub/a.rep
      rep sub/a.rep && cat sub/t.csv && stat -c %a sub/t.csv && ls sub
      """)
    #expect(
      outcome.output == """
        2 rows saved in t.csv; `read "t.csv" | typed { a: integer }` gives back what the columns are
        a,a unknown
        1,
        ,not_recorded
        640
        a.rep
        t.csv

        """)
    #expect(outcome.code == 0)
  }

  /// A file may grow to no more than a kilobyte: what was there stays whole.
  @Test func whereThereIsNoRoomTheOldFileStays() {
    let outcome = shell(
      """
      echo old > t.csv; trap '' XFSZ
      (ulimit -f 1; rep -e 'map(1..10_000, n -> { a: n }) | save "t.csv"'); echo $?; cat t.csv; ls
      """)
    #expect(outcome.output == "1\nold\nt.csv\n")
    #expect(outcome.messages.contains("R505"))
    for path in ["nofolder/t.csv", "/proc/t.csv"] {
      let outcome = shell("rep -e '[{ a: 1 }] | save \"\(path)\"'")
      #expect(outcome.code == 1)
      #expect(outcome.messages.contains("R505"))
    }
    #expect(shell("mkdir t.csv; rep -e '[{ a: 1 }] | save \"t.csv\"'").messages.contains("folder"))
  }

  @Test func aReaderThatLeavesIsNoError() {
    let outcome = shell("rep -e 'for x in 1..200000 { show x }' | head -1")
    #expect(outcome.output == "1\n")
    #expect(outcome.messages == "")
  }

  @Test func controlCEndsAScript() {
    #expect(shell("timeout --preserve-status -s INT 1 rep -e 'while true { }'").code == 130)
  }

  @Test(arguments: [
    "list(1..100_000_000) | sort | length", "text(list(1..50_000_000))", "list(1..20_000_000)",
    "fold(1..60, [1], (a, b) -> [a, a]) == fold(1..60, [1], (a, b) -> [a, a])",
  ])
  func controlCEndsWhatTakesLong(expression: String) {
    // Lines enough to be written out at once tell that the expression is about to begin.
    let outcome = shell(
      """
      printf '%s\n' 'for line in 1..40_000 { show line }' '\(expression)' > a.rep
      set -m; rep a.rep > answer & while [ ! -s answer ]; do sleep 0.05; done
      sleep 0.5; kill -INT $!; wait $!
      """)
    #expect(outcome.code == 130)
    #expect(outcome.messages.contains("R390"))
  }

  @Test func controlCEndsAnAnswerThatNobodyReads() {
    let outcome = shell(
      "mkfifo p; sleep 60 < p & timeout --preserve-status -s INT 1 rep -e 'list(1..300_000)' > p; echo $?")
    #expect(outcome.output == "130\n")
  }

  @Test func littleMemoryIsEnough() {
    #expect(shell("ulimit -v 400000; rep -e '1 + 1'").output == "2\n")
  }

  @Test(arguments: [
    "let xs = []\nwhile true { xs = append(xs, repeat([1], 1000)) }",
    "let xs = {}\nlet i = 0\nwhile true {\ni = i + 1\nxs = with(xs, i, repeat(\"a text \", 100)) }",
    "let f = []\nwhile true {\nlet last = f\nf = append(f, () -> last) }", "length(list(1..100_000_000))",
    "map(1..100_000, n -> repeat(\"a\", 100_000)) | length",
  ])
  func memoryEndsWithAMessage(script: String) {
    let outcome = shell("ulimit -v 500000; printf '%s' '\(script)' > a.rep; rep a.rep")
    #expect(outcome.messages.contains("R391"), "\(outcome.messages)")
    #expect(outcome.code == 1)
  }

  @Test func aPipeMayBeNamedOnTheCommandLine() {
    #expect(shell("rep <(echo '1 + 1')").output == "2\n")
    #expect(shell("echo '1 + 1' | rep /dev/stdin").output == "2\n")
    let endless = shell("rep /dev/zero")
    #expect(endless.messages.contains("R503"))
    #expect(endless.code == 66)
  }

  @Test func aScriptTakesInFilesOnly() {
    for path in ["/dev/zero", "pipe"] {
      let outcome = shell("mkfifo pipe; echo 'use \"\(path)\"' > a.rep; rep a.rep")
      #expect(outcome.messages.contains("R509"))
      #expect(outcome.messages.contains("a.rep:1"))
      #expect(outcome.code == 1)
    }
  }

  @Test func versionAndHelpAreAnswers() {
    #expect(shell("rep --version").output.hasPrefix("rep "))
    for line in ["rep --help", "rep -h", "rep help"] {
      let help = shell(line)
      #expect(help.code == 0)
      for word in ["check", "test", "format", "explain", "--expression", "130"] { #expect(help.output.contains(word)) }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func thereIsACompletionScript(for shellName: String) {
    let outcome = shell("rep --generate-completion-script \(shellName)")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("expression"))
  }

  @Test func aShellIsOfferedScriptsAndCommands() {
    let outcome = shell(
      "mkdir chapters; touch charge.rep b.rep charge.txt; rep ---completion -- positional@0 1 2 rep ch")
    #expect(outcome.output.split(separator: "\n") == ["check", "chapters", "charge.rep"])
  }

  @Test func formatWritesInPlaceAndKeepsTheMode() {
    let outcome = shell("echo 'let  x=1' > a.rep; chmod 640 a.rep; rep format a.rep; cat a.rep; stat -c %a a.rep")
    #expect(outcome.output == "let x = 1\n640\n")
    #expect(shell("echo 'let  x=1' | rep format -").output == "let x = 1\n")
    let check = shell("echo 'let  x=1' > a.rep; echo 'let y = 1' > b.rep; rep format --check a.rep b.rep")
    #expect(check.output == "a.rep\n")
    #expect(check.code == 1)
  }

  @Test func whatCannotBeFormattedStaysAsItIs() {
    let outcome = shell("echo 'let  x=(1' > a.rep; rep format a.rep; echo $?; cat a.rep")
    #expect(outcome.output == "1\nlet  x=(1\n")
    let full = shell("echo 'let  x=1' > a.rep; (trap '' XFSZ; ulimit -f 0; rep format a.rep | cat); cat a.rep")
    #expect(full.output == "let  x=1\n")
    let linked = shell(
      "mkdir d; echo 'let  x=1' > d/a.rep; ln -s d/a.rep l.rep; rep format l.rep; cat d/a.rep; test -L l.rep")
    #expect(linked.output == "let x = 1\n")
    #expect(linked.code == 0)
  }

  @Test func testsPassOrFail() {
    #expect(shell("printf 'test \"sums\" { check 1 + 1 == 2 }\\n' > a.rep; rep test a.rep").code == 0)
    #expect(shell("printf 'test \"sums\" { check 1 + 1 == 3 }\\n' > a.rep; rep test a.rep").code == 1)
  }

  @Test func messagesCanBeObjects() {
    let outcome = shell("rep --format json -e '1 / 0'")
    #expect(outcome.messages.hasPrefix("{") && outcome.messages.contains("\"code\":\"R331\""))
    #expect(outcome.code == 1)
  }

  /// A person with a name that nobody is shown, in `$T/a.rep`, and a key in `$T/project.key`.
  private static let secret = """
    printf '0123456789abcdef0123456789abcdef\\n' > project.key
    printf 'extend kind person { private real_name: text }\\nperson one { real_name: "Amina Q." }\\n' > a.rep
    """

  @Test func theKeyIsNamedOnTheCommandLineOrInTheEnvironment() {
    for command in [
      "rep --key project.key a.rep -e 'pseudonym(one.real_name)'",
      "REP_KEY_FILE=project.key rep a.rep -e 'pseudonym(one.real_name)'",
      "REP_KEY_FILE=nothing rep a.rep --key project.key -e 'pseudonym(one.real_name)'",
      "rep --key <(cat project.key) a.rep -e 'pseudonym(one.real_name)'",
      "echo 'pseudonym(one.real_name)' >> a.rep; rep --key project.key < a.rep",
      "printf 'pseudonym(one.real_name)  # --> z92q-3tv4-acq9\\n' >> a.rep; rep test --key project.key a.rep > /dev/null"
        + " && echo z92q-3tv4-acq9",
    ] {
      let outcome = shell("\(Self.secret)\n\(command)")
      #expect(outcome.output == "z92q-3tv4-acq9\n", "\(command)\n\(outcome)")
      #expect(outcome.code == 0)
    }
  }

  @Test func withoutAKeyTheMessageSaysHowToGiveOne() {
    let outcome = shell("\(Self.secret)\nrep a.rep -e 'pseudonym(one.real_name)'")
    #expect(outcome.messages.contains("R622") && outcome.messages.contains("--key FILE"))
    #expect(outcome.messages.contains("REP_KEY_FILE"))
    #expect(outcome.code == 1)
  }

  @Test func aKeyThatIsNoneIsRefusedAtOnce() {
    let short = shell("\(Self.secret)\nprintf 'my secret' > short.key; rep --key short.key a.rep -e 1")
    #expect(short.messages.contains("R624") && short.output.isEmpty && !short.messages.contains("my secret"))
    #expect(short.code == 1)
    let missing = shell("rep --key nothing.key -e 1")
    #expect(missing.messages.contains("R500"))
    #expect(missing.code == 66)
    #expect(shell("rep --key . -e 1").code == 66)
  }

  /// What a script reads may be shown in a message.
  @Test func noScriptReadsTheKey() {
    for line in ["use \"project.key\"", "use \"./project.key\"", "use \"link\""] {
      let outcome = shell("\(Self.secret)\nln -s project.key link\nrep --key project.key -e '\(line)'")
      #expect(outcome.messages.contains("R625"), "\(outcome)")
      #expect(!outcome.messages.contains("0123456789"))
    }
    let outcome = shell("\(Self.secret)\nrep --key project.key project.key")
    #expect(outcome.messages.contains("R625") && !outcome.messages.contains("0123456789"))
  }
}
