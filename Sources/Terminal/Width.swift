import CEdit

extension Character {
  /// How many columns of a terminal the character takes, as far as that can be known.
  ///
  /// The locale's tables say it of a code point; a character of several takes what its widest part takes, and an emoji
  /// made of parts takes two.
  var columns: Int {
    var widest = 0
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x20..<0x7F: widest = max(widest, 1)
      case 0xFE0F, 0x200D: if widest > 0, unicodeScalars.first?.properties.isEmoji == true { widest = 2 }
      default: widest = max(widest, Int(cedit_columns(scalar.value)))
      }
    }
    return widest
  }
}
