import Records
import Values

/// The file that rows were read from, as a source among the others.
struct FileSource {
  private let origin: Origin
  private let kind: Kind
  private let corpus: Corpus

  init(_ origin: Origin, _ kind: Kind, _ corpus: Corpus) {
    self.origin = origin
    self.kind = kind
    self.corpus = corpus
  }

  /// The name of the file without its ending, as a name in a script: `incidents` of `incidents.csv`.
  var stem: String {
    let parts = origin.file.split(separator: ".")
    return FileSource.name(parts.count > 1 ? parts.dropLast().joined(separator: "_") : origin.file)
  }

  private static func name(_ text: String) -> String {
    let name = String(text.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    return name.first?.isNumber ?? true ? "_" + name : name
  }

  /// The source that it is, made where it is not there yet. Who is said to speak in all its rows is whom it repeats.
  func entity(per sayer: RowRecords.Sayer) -> Entity {
    let hash = origin.hash ?? ""
    if let known = corpus.fileSource(origin.file, hash) { return known }
    let plain = FileSource.name(origin.file)
    var name = plain
    var number = 2
    while corpus.entities[name] != nil || corpus.kinds[name] != nil || corpus.plurals[name] != nil
      || corpus.sets[name] != nil
    {
      name = "\(plain)_\(number)"
      number += 1
    }
    var fields: [(String, Value)] = [("sha256", .text(hash))]
    if let dataset = corpus.entities["dataset"]?.first(where: { $0.kind.name == "source_type" }) {
      fields.append(("type", .entity(dataset)))
    }
    if case .each(_, let voices) = sayer, voices.count == 1 {
      fields.append(("after", .list(voices[0].map { .entity($0) })))
    }
    return corpus.addFileSource(name, of: kind, file: origin.file, hash: hash, fields)
  }
}
