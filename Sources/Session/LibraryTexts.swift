import Builtins
import Diagnostics
import StandardLibrary
import Syntax

/// The library as it is read, once in a process: each session declares it anew, but its texts are always the same.
enum LibraryTexts {
  /// The declarations of the functions written in Swift, in the order of `builtins`.
  static let signatures = parse(
    Source(name: "builtins", text: builtins.map(\.declaration).joined(separator: "\n\n")), as: .signatures)

  /// The scripts that every session starts with.
  static let scripts = libraryScripts.map { parse(Source(name: "library/\($0.name)", text: $0.text)) }
}
