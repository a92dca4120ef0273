import Diagnostics
import Records
import Values

// Two things of one name: what to do depends on who wrote which of them.
extension Diagnostic {
  /// - Parameter kind: that of the record at hand, for the name that is proposed.
  static func nameTwice(_ name: String, _ place: Place, _ first: Place, kind: String? = nil) -> Diagnostic {
    // What stands in the library is not what has to change, whichever of the two was read first.
    let isOfLibrary = place.isOfLibrary && !first.isOfLibrary
    let (own, other) = isOfLibrary ? (first, place) : (place, first)
    guard other.isOfLibrary else {
      return Diagnostic(
        "R203", "`\(name)` is declared twice", at: place, label: "a second time",
        others: [.init(first, "first declared here")], help: "give one of them another name")
    }
    return Diagnostic(
      "R203", "`\(name)` is declared twice", at: own, label: "declared here",
      others: [.init(other, other.module.map { "and in the module `\($0)`" } ?? "and in the library")],
      help: otherName(than: name, other, isOfLibrary ? nil : kind))
  }

  static func nameIsARecord(_ name: String, _ place: Place, _ record: Entity) -> Diagnostic {
    let isOfLibrary = place.isOfLibrary && !record.place.isOfLibrary
    let (own, other) = isOfLibrary ? (record.place, place) : (place, record.place)
    return Diagnostic(
      "R204",
      isOfLibrary
        ? "`\(name)` is a function of the library, and the name of a \(record.kind.name)"
        : "`\(name)` is already the name of a \(record.kind.name)", at: own,
      label: isOfLibrary ? "the \(record.kind.name)" : "used again",
      others: [.init(other, isOfLibrary ? "the function" : "the \(record.kind.name)")],
      help: otherName(than: name, other, nil))
  }

  static func nameIsAKind(_ name: String, _ place: Place, _ kind: Kind, kindOfRecord: String? = nil) -> Diagnostic {
    Diagnostic(
      "R205", "`\(name)` is already the name of a kind of records", at: place, label: "used again",
      others: kind.place.map { [.init($0, "the kind")] } ?? [],
      help: kind.place.map { otherName(than: name, $0, kindOfRecord) } ?? "choose another name")
  }

  /// What to write where a name is taken; what is in a module can also be left out.
  private static func otherName(than name: String, _ taken: Place, _ kind: String?) -> String {
    guard taken.isOfLibrary else { return "choose another name" }
    let instead = kind.map { "`\($0) \(name)_\($0)`" } ?? "`my_\(name)`"
    guard let module = taken.module else {
      return "the words of the library are taken: write another name, as in \(instead)"
    }
    return "the names of a module stand beside one's own, also under `use \(module) as …`: write another name, as in "
      + "\(instead), or leave out `use \(module)`"
  }
}

extension Place {
  /// Whether it is in the library or in one of its modules, which nobody changes who uses them.
  var isOfLibrary: Bool { source.name.hasPrefix("library/") }

  /// The module of the library that it is in.
  var module: String? {
    let folder = "library/modules/"
    guard source.name.hasPrefix(folder), source.name.hasSuffix(".rep") else { return nil }
    return String(source.name.dropFirst(folder.count).dropLast(".rep".count))
  }
}
