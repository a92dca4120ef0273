/// How many cells of a terminal a text takes, and how it is cut, padded and kept from disturbing its neighbours.
///
/// A cell is counted for what a reader sees as one character (a grapheme cluster): its scalars add up, and no
/// cluster takes more than two. Terminals differ on joined emoji; this is what the newer ones do, and `wcwidth`.
extension Character {
  /// The cells this character takes: 0, 1 or 2.
  public var displayWidth: Int {
    var width = 0
    for scalar in unicodeScalars {
      // A variation selector that asks for the picture makes the picture wide.
      width += scalar == "\u{FE0F}" && width == 1 ? 1 : scalar.displayWidth
      if width >= 2 { return 2 }
    }
    return width
  }
}

extension Unicode.Scalar {
  /// The cells this scalar takes by itself; a mark that takes a place of its own in Indic scripts counts 1.
  var displayWidth: Int {
    if value < 0x300 { return value >= 0x20 && (value < 0x7F || value >= 0xA0) ? 1 : 0 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator: return 0
    case .format: return isVisibleFormat ? 1 : 0
    case .spacingMark: return 1
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber,
      .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol,
      .spaceSeparator,
      .surrogate, .privateUse, .unassigned:
      break
    @unknown default: break
    }
    // The vowels and finals of Hangul join the consonant before them.
    if 0x1160...0x11FF ~= value || 0xD7B0...0xD7FF ~= value { return 0 }
    // Two regional indicators make a flag.
    if 0x1F1E6...0x1F1FF ~= value { return 2 }
    return isWide ? 2 : 1
  }

  /// Signs of Arabic, Syriac and Kaithi that stand before a number and are drawn, though they count as format.
  private var isVisibleFormat: Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  private var isWide: Bool {
    if value < 0x1100 { return false }
    var low = 0
    var high = wideScalars.count
    while low < high {
      let middle = (low + high) / 2
      if wideScalars[middle].last < value { low = middle + 1 } else { high = middle }
    }
    return low < wideScalars.count && wideScalars[low].first <= value
  }

  /// Letters of scripts that run from right to left, by block.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}

extension String {
  /// The side on which a text is padded.
  public enum Alignment: Sendable { case left, right }

  /// The cells this text takes in a terminal.
  public var displayWidth: Int {
    if isPrintableASCII { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }

  /// The cells this text takes, or some number above a limit: of what does not fit nobody asks how long it is.
  public func displayWidth(upTo most: Int) -> Int {
    if utf8.count <= most * 4 || isPrintableASCII { return displayWidth }
    var taken = 0
    for character in self {
      taken += character.displayWidth
      if taken > most { break }
    }
    return taken
  }

  /// This text where it fits into so many cells, otherwise its beginning with the mark `…`.
  public func cut(to width: Int) -> String {
    if displayWidth(upTo: width) <= width { return self }
    if width < 1 { return "" }
    var taken = 0
    let kept = prefix { character in
      taken += character.displayWidth
      return taken < width
    }
    return kept + "…"
  }

  /// This text with spaces on one side up to so many cells.
  public func padded(to width: Int, _ alignment: Alignment = .left) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth))
    return alignment == .left ? self + spaces : spaces + self
  }

  /// This text between isolates where it holds letters that run from right to left.
  ///
  /// A terminal that reorders text would otherwise carry the order of one cell into the numbers and lines beside it.
  /// The isolates take no cell.
  public var isolated: String { runsRightToLeft ? "\u{2068}\(self)\u{2069}" : self }

  /// Whether a letter in this text runs from right to left.
  public var runsRightToLeft: Bool {
    // Hebrew begins at U+0590, whose first byte is 0xD6.
    utf8.contains { $0 >= 0xD6 } && unicodeScalars.contains(where: \.isRightToLeft)
  }

  /// This text as one cell of a printed table: nothing hidden, cut and padded to the width, isolated where needed.
  public func cell(_ width: Int, _ alignment: Alignment = .left) -> String {
    if isPrintableASCII, utf8.count <= width { return padded(to: width, alignment) }
    let shown = visible.cut(to: width)
    let spaces = String(repeating: " ", count: max(0, width - shown.displayWidth))
    return alignment == .left ? shown.isolated + spaces : spaces + shown.isolated
  }

  private var isPrintableASCII: Bool { utf8.allSatisfy { 0x20 <= $0 && $0 < 0x7F } }
}
