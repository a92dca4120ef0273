import ArgumentParser
import Diagnostics
import Session
import Terminal

/// Says everything that is wrong with files, and runs nothing.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say everything that is wrong with files, and run nothing.")

  @Argument(help: "Files to check, as one program.", completion: .file(extensions: ["rep"]))
  var files: [String]

  @OptionGroup var output: OutputOptions

  func run() throws {
    let (files, format) = (files, output.format)
    try Work.perform { host, stack in
      let found = Work.session(host, format, stack).check(files: files)
      Messages(format: format).say(found)
      return Work.end(of: found)
    }
  }
}

/// Runs tests.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the tests, checks, expectations and examples of files.",
    discussion: "Without a file, the tests of the library are run.")

  @Argument(help: "Files whose tests are run.", completion: .file(extensions: ["rep"]))
  var files: [String] = []

  @Flag(name: .long, help: "Run the tests of the library as well.")
  var library = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var key: KeyOptions

  func run() throws {
    let (files, library, format) = (files, library || files.isEmpty, output.format)
    try Work.perform(key: key.key) { host, stack in
      let out = StandardStream.output
      let summary = Work.session(host, format, stack).test(files: files, library: library) {
        out.write($0)
      }
      Messages(format: format).say(summary.diagnostics)
      let end = Work.end(of: summary.diagnostics)
      return end == .well && !summary.isGood ? .failed : end
    }
  }
}

/// Lays files out in the one way.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lay files out in the one way, in place.",
    discussion: "A file named - is standard input; its layout goes to standard output.")

  @Argument(help: "Files to lay out.", completion: .file(extensions: ["rep"]))
  var files: [String]

  @Flag(name: .long, help: "Change nothing; name the files that would change, and fail if there are any.")
  var check = false

  func run() throws {
    let (files, check) = (files, check)
    try Work.perform { host, stack in
      let session = Work.session(host, .text, stack)
      var found: [Diagnostic] = []
      var isChanged = false
      for file in files {
        let isStream = file == "-"
        do throws(Diagnostic) {
          let bytes = isStream ? try host.readStandardInput() : try host.read(file, mayBePipe: false)
          switch session.format(bytes: bytes, name: isStream ? SystemHost.standardInput : file) {
          case .failure(let refusal): found += refusal.diagnostics
          case .success(let text):
            let isSame = text.utf8.elementsEqual(bytes)
            if isStream, !check {
              StandardStream.output.write(text)
            } else if !isSame, check {
              isChanged = true
              StandardStream.output.write("\(isStream ? SystemHost.standardInput : file)\n")
            } else if !isSame {
              try host.write(Array(text.utf8), to: file)
            }
          }
        } catch { found.append(error) }
      }
      Messages().say(found)
      let end = Work.end(of: found)
      return end == .well && isChanged ? .failed : end
    }
  }
}

/// Tells more of a message.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Tell more of a message, by its code.")

  @Argument(help: "The code of a message, as in R014.")
  var code: String

  func run() throws {
    let code = code
    try Work.perform { host, stack in
      let wanted = code.uppercased()
      guard let text = Work.session(host, .text, stack).explain(wanted) else {
        Messages().say([.unknownCode(code)])
        return .failed
      }
      StandardStream.output.write(text.hasSuffix("\n") ? text : text + "\n")
      return .well
    }
  }
}
