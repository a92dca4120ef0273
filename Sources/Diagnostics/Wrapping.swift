extension String {
  /// This text as lines of at most so many cells, broken between words; a longer word is broken where it must be.
  public func lines(within width: Int) -> [String] {
    let room = max(width, 10)
    var lines: [String] = []
    var line: String?
    for word in split(separator: " ", omittingEmptySubsequences: false).flatMap({ String($0).pieces(of: room) }) {
      if let before = line, before.displayWidth + 1 + word.displayWidth > room {
        lines.append(before)
        line = word
      } else {
        line = line.map { $0 + " " + word } ?? word
      }
    }
    return lines + [line ?? ""]
  }

  private func pieces(of width: Int) -> [String] {
    if displayWidth <= width { return [self] }
    var pieces: [String] = []
    var piece = ""
    var taken = 0
    for character in self {
      if taken + character.displayWidth > width, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
        taken = 0
      }
      piece.append(character)
      taken += character.displayWidth
    }
    return pieces + [piece]
  }
}
