import Evaluation
import Values

/// Functions that look into texts and make texts of texts. Positions count characters as a reader sees them, from 1.
let textBuiltins: [Builtin] = [
  Builtin(
    """
    ## How many characters a text has, or how many items a list.
    ##
    ##     length("Phnom Penh")   --> 10
    ##     length([4, 8, 15])     --> 3
    fn length(what: text or list): number
    """
  ) { call throws(Fault) in
    switch call[0] {
    case .short, .text:
      let bytes = try call.bytes(0)
      return .integer(try call.characterCount(bytes[...]))
    case .list(let items): return .integer(items.count)
    case .range(let range):
      guard let count = range.count else { throw .tooLarge("length") }
      return .integer(count)
    case .integer, .real, .truth, .none, .unknown, .record, .map, .date, .span, .quantity, .entity, .disputed,
      .series, .table, .sealed, .function:
      return .integer(try call.items(0).count)
    }
  },

  Builtin(
    """
    ## A text in capital letters.
    ##
    ##     upper("Straße")   --> STRASSE
    fn upper(text: text): text
    """
  ) { call throws(Fault) in try call.piecewise(0) { $0.uppercased() } },

  Builtin(
    """
    ## A text in small letters.
    ##
    ##     lower("ÜRÜMQI")   --> ürümqi
    fn lower(text: text): text
    """
  ) { call throws(Fault) in try call.piecewise(0) { $0.lowercased() } },

  Builtin(
    """
    ## A text without the spaces and line ends at its beginning and its end.
    ##
    ##     trim("  a village council ")   --> a village council
    fn trim(text: text): text
    """
  ) { call throws(Fault) in
    var text = try call.text(0)[...]
    while text.first?.isWhitespace == true {
      try call.tick()
      text.removeFirst()
    }
    while text.last?.isWhitespace == true {
      try call.tick()
      text.removeLast()
    }
    return .text(String(text))
  },

  Builtin(
    """
    ## The parts of a text between separators, as a list.
    ##
    ##     split("arrest; raid; ban", "; ")   --> ["arrest", "raid", "ban"]
    fn split(text: text, separator: text): list of text
    """
  ) { call throws(Fault) in
    let separator = try call.bytes(1)
    if separator.isEmpty { throw .emptyText("separator", "split", argument: 1) }
    let text = try call.bytes(0)
    var parts: [Value] = []
    var start = 0
    var occurrences = Occurrences(of: separator, in: text, call.watch)
    while let match = try occurrences.next(from: start) {
      try call.watch.add(.text(bytes: text[start..<match.lowerBound]), to: &parts)
      start = match.upperBound
    }
    parts.append(.text(bytes: text[start...]))
    return .list(parts)
  },

  Builtin(
    """
    ## One text of all texts in a list, with another text between them.
    ##
    ##     join_texts(["arrest", "raid", "ban"], " and ")   --> arrest and raid and ban
    ##     ["a", "b"] | join_texts                          --> a, b
    fn join_texts(texts: list, separator: text = ", "): text
    """
  ) { call throws(Fault) in
    let separator = try call.bytes(1)
    var joined: [UInt8] = []
    var unknown: Reasons?
    for (position, item) in try call.items(0).enumerated() {
      try call.tick()
      if let reasons = item.reasons {
        unknown = unknown?.joined(reasons) ?? reasons
        continue
      }
      guard let bytes = item.settled.textBytes else { throw .notATextInList(item, at: position + 1, argument: 0) }
      if position > 0 { try call.watch.add(separator, to: &joined) }
      try call.watch.add(bytes, to: &joined)
      if joined.count > longestText { throw .tooLong("text", longestText, argument: 0) }
    }
    if let unknown { return .unknown(unknown) }
    return .text(bytes: joined)
  },

  Builtin(
    """
    ## A text in which every occurrence of one text has become another.
    ##
    ##     replace("2 Oct. 2022", "Oct.", "October")   --> 2 October 2022
    fn replace(text: text, old: text, new: text): text
    """
  ) { call throws(Fault) in
    let old = try call.bytes(1)
    if old.isEmpty { throw .emptyText("old", "replace", argument: 1) }
    let text = try call.bytes(0)
    let new = try call.bytes(2)
    var result: [UInt8] = []
    var start = 0
    var occurrences = Occurrences(of: old, in: text, call.watch)
    while let match = try occurrences.next(from: start) {
      try call.watch.add(text[start..<match.lowerBound], to: &result)
      try call.watch.add(new, to: &result)
      start = match.upperBound
      if result.count > longestText { throw .tooLong("text", longestText, argument: 2) }
    }
    if start == 0 { return call[0] }
    try call.watch.add(text[start...], to: &result)
    if result.count > longestText { throw .tooLong("text", longestText, argument: 2) }
    try call.watch.take(result.count)
    return .text(bytes: result)
  },

  Builtin(
    """
    ## Whether a text begins with another.
    ##
    ##     starts_with("Xinjiang", "Xin")   --> true
    fn starts_with(text: text, start: text): truth
    """
  ) { call throws(Fault) in
    var occurrences = Occurrences(of: try call.bytes(1), in: try call.bytes(0), call.watch)
    return .truth(try occurrences.matches(at: 0))
  },

  Builtin(
    """
    ## Whether a text ends with another.
    ##
    ##     ends_with("report.pdf", ".pdf")   --> true
    fn ends_with(text: text, end: text): truth
    """
  ) { call throws(Fault) in
    let text = try call.bytes(0)
    let end = try call.bytes(1)
    var occurrences = Occurrences(of: end, in: text, call.watch)
    return .truth(try occurrences.matches(at: text.count - end.count))
  },

  Builtin(
    """
    ## Where a text first stands inside another, or none.
    ##
    ##     find("Ministry of Public Security", "Public")    --> 13
    ##     find("Ministry of Public Security", "Private")   --> none
    fn find(text: text, part: text): number or none
    """
  ) { call throws(Fault) in
    let text = try call.bytes(0)
    let part = try call.bytes(1)
    if part.isEmpty { throw .emptyText("part", "find", argument: 1) }
    var occurrences = Occurrences(of: part, in: text, call.watch)
    guard let match = try occurrences.next() else { return .none }
    return .integer(1 + (try call.characterCount(text[..<match.lowerBound])))
  },

  Builtin(
    """
    ## The part of a text or a list from one position to another, both among it.
    ##
    ##     slice("Cambodia", 1, 3)            --> Cam
    ##     slice([10, 20, 30, 40], from: 3)   --> [30, 40]
    fn slice(what: text or list, from, to = none): text or list
    """
  ) { call throws(Fault) in
    let from = try call.integer(1)
    if from < 1 { throw .mustBeAtLeast(1, "from", "slice", not: from, argument: 1) }
    let to = call.isMissing(2) ? Int.max : try call.integer(2)
    if to < 0 { throw .mustBeAtLeast(0, "to", "slice", not: to, argument: 2) }
    if to < from { return call[0].textBytes == nil ? .list([]) : .text("") }
    guard let bytes = call[0].textBytes else {
      let items = try call.items(0)
      let part = items[min(from - 1, items.count)..<min(to, items.count)]
      return .list(try call.watch.map(part) { item throws(Fault) in item })
    }
    if bytes.isSimple { return .text(bytes: bytes[min(from - 1, bytes.count)..<min(to, bytes.count)]) }
    let text = try call.text(0)
    let start = try call.index(in: text, behind: from - 1, text.startIndex)
    let end = try call.index(in: text, behind: to - from + 1, start)
    return .text(String(text[start..<end]))
  },

  Builtin(
    """
    ## The words of a text: what stands between its spaces and line ends.
    ##
    ##     words("home of  a fraudster")   --> ["home", "of", "a", "fraudster"]
    fn words(text: text): list of text
    """
  ) { call throws(Fault) in
    try call.parts(0, areWords: true)
  },

  Builtin(
    """
    ## The lines of a text, without their ends.
    ##
    ##     lines("first\\nsecond\\n")   --> ["first", "second"]
    fn lines(text: text): list of text
    """
  ) { call throws(Fault) in
    try call.parts(0, areWords: false)
  },

  Builtin(
    """
    ## The characters of a text, as a list.
    ##
    ##     characters("Ürümqi")   --> ["Ü", "r", "ü", "m", "q", "i"]
    fn characters(text: text): list of text
    """
  ) { call throws(Fault) in
    let bytes = try call.bytes(0)
    if bytes.isSimple {
      return .list(try call.watch.map(bytes.indices) { place throws(Fault) in .text(bytes: bytes[place...place]) })
    }
    var characters: [Value] = []
    for character in try call.text(0) { try call.watch.add(.text(String(character)), to: &characters) }
    return .list(characters)
  },

  Builtin(
    """
    ## A text or a list, so many times one after the other.
    ##
    ##     repeat("ab", 3)   --> ababab
    ##     repeat([0], 4)    --> [0, 0, 0, 0]
    fn repeat(what: text or list, times): text or list
    """
  ) { call throws(Fault) in
    let times = try call.integer(1)
    if times < 0 { throw .mustBeAtLeast(0, "times", "repeat", not: times, argument: 1) }
    if let bytes = call[0].textBytes {
      if bytes.isEmpty { return call[0] }
      if times > longestText / bytes.count { throw .tooLong("text", longestText, argument: 1) }
      try call.watch.take(times * bytes.count)
      var repeated: [UInt8] = []
      repeated.reserveCapacity(times * bytes.count)
      for _ in 0..<times {
        try call.tick()
        repeated += bytes
      }
      return .text(bytes: repeated)
    }
    let items = try call.items(0)
    if items.isEmpty { return .list([]) }
    if times > longestList / items.count { throw .tooLong("list", longestList, argument: 1) }
    var repeated: [Value] = []
    try call.watch.take(times * items.count * MemoryLayout<Value>.stride)
    repeated.reserveCapacity(times * items.count)
    for _ in 0..<times { try call.watch.add(items, to: &repeated) }
    return .list(repeated)
  },

  Builtin(
    """
    ## A text or a list from its end to its beginning.
    ##
    ##     reverse("abc")       --> cba
    ##     reverse([1, 2, 3])   --> [3, 2, 1]
    fn reverse(what: text or list): text or list
    """
  ) { call throws(Fault) in
    if let text = call[0].string {
      var reversed = ""
      for character in text.reversed() {
        try call.tick()
        reversed.append(character)
      }
      return .text(reversed)
    }
    return .list(try call.watch.map(try call.items(0).reversed()) { item throws(Fault) in item })
  },
]
