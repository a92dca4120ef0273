import Diagnostics
import Records
import Syntax
import Values

/// Sets: `set no_go_list = [Türkiye, …]`, and all that pass a test.
extension Declarations {
  func checkName(of set: SetDeclaration, _ file: Int) {
    let here = place(set.name.range, file)
    if let other = corpus.kinds[set.name.text] ?? corpus.plurals[set.name.text] {
      report(.nameIsAKind(set.name.text, here, other))
    } else if let other = corpus.entities[set.name.text]?.first {
      report(.nameTwice(set.name.text, here, other.place))
    } else if let other = corpus.sets[set.name.text] {
      if isReplacing, other.place.source !== files[file].source {
        if !isReadAnew(other.place, file) { report(.replaced(set: other, here)) }
      } else {
        report(.nameTwice(set.name.text, here, other.place))
      }
    } else {
      let empty = EntitySet(
        name: set.name.text, label: set.label, citations: [], date: nil, place: here, members: [], condition: nil)
      corpus.add(empty)
    }
  }

  func declareSets(_ program: Program, _ file: Int) {
    for statement in program.statements {
      guard case .set(let declaration) = statement.kind else { continue }
      let here = place(declaration.name.range, file)
      let (citations, date) = origin(of: declaration, file)
      var members: [Value] = []
      var condition: String?
      switch declaration.content {
      case .value(let data): members = self.members(data, file)
      case .condition(let test): condition = files[file].source.text(in: test.range)
      }
      let set = EntitySet(
        name: declaration.name.text, label: declaration.label, citations: citations, date: date, place: here,
        members: members, condition: condition)
      corpus.add(set)
      if case .condition(let expression) = declaration.content {
        setTests.append(Condition(subject: set, expression: expression, source: files[file].source))
      }
    }
  }

  /// Who drew up a set, and when it was so.
  private func origin(of set: SetDeclaration, _ file: Int) -> ([Citation], Date?) {
    var citations: [Citation] = []
    var date: Date?
    for clause in set.claims {
      switch clause {
      case .per(let references): citations += references.compactMap { citation($0, nil, file) }
      case .at(let literal): date = self.date(literal, file)
      case .status(let name, _): report(.statusOfSet(set.name.text, place(name.range, file)))
      }
    }
    if citations.isEmpty {
      citations = attributionsOfFiles[file].flatMap { corpus.attribution($0).citations }
    }
    return (citations, date)
  }

  private func members(_ data: DataValue, _ file: Int) -> [Value] {
    guard case .list(let items) = data.kind else {
      report(.setNeedsList(place(data.range, file)))
      return []
    }
    var members: [Value] = []
    for item in items {
      switch item.kind {
      case .path(let path):
        if let entity = resolve(path, among: [], scope: nil, file, for: "a set") { members.append(.entity(entity)) }
      case .text(let text): members.append(.text(text))
      case .faulty: break
      case .number, .span, .date, .truth, .none, .unknown, .list, .record:
        report(.setNeedsNames(place(item.range, file)))
      }
    }
    return members
  }
}
