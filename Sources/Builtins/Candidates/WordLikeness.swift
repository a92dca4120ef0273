/// How near two words are to each other, by Jaro's measure with Winkler's weight for a common beginning.
///
/// M. A. Jaro, "Advances in Record-Linkage Methodology", JASA 84 (1989), 414–420; W. E. Winkler, "String Comparator
/// Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage" (1990).
enum WordLikeness {
  /// Below this, words have nothing in common that would tell something; Winkler's weight begins there too.
  static let least = 0.7
  /// What words come to that are written differently and sound alike.
  static let ofSound = 0.85
  /// What a word comes to of which the other is the first letter.
  static let ofInitial = 0.8

  /// From 0 to 1; the same whichever word stands first.
  static func jaroWinkler(_ one: [Letters.Letter], _ other: [Letters.Letter]) -> Double {
    if one == other { return 1 }
    if one.isEmpty || other.isEmpty { return 0 }
    // Which letters are taken for each other can depend on where one begins.
    let isInOrder = one.count < other.count || one.count == other.count && one.lexicographicallyPrecedes(other)
    return isInOrder ? ordered(one, other) : ordered(other, one)
  }

  private static func ordered(_ one: [Letters.Letter], _ other: [Letters.Letter]) -> Double {
    one.withUnsafeBufferPointer { one in
      other.withUnsafeBufferPointer { other in
        let window = max(other.count / 2 - 1, 0)
        var ofOne: UInt64 = 0
        var ofOther: UInt64 = 0
        for place in one.indices {
          let last = min(place + window, other.count - 1)
          var partner = max(place - window, 0)
          while partner <= last {
            if ofOther & (1 << UInt64(partner)) == 0, one[place] == other[partner] {
              ofOne |= 1 << UInt64(place)
              ofOther |= 1 << UInt64(partner)
              break
            }
            partner += 1
          }
        }
        if ofOne == 0 { return 0 }
        var swapped = 0
        var (rest, otherRest) = (ofOne, ofOther)
        while rest != 0 {
          if one[rest.trailingZeroBitCount] != other[otherRest.trailingZeroBitCount] { swapped += 1 }
          rest &= rest - 1
          otherRest &= otherRest - 1
        }
        let common = Double(ofOne.nonzeroBitCount)
        let jaro =
          (common / Double(one.count) + common / Double(other.count) + (common - Double(swapped) / 2) / common) / 3
        if jaro < least { return 0 }
        let beginning = zip(one, other).prefix(4).prefix { $0 == $1 }.count
        return jaro + 0.1 * Double(beginning) * (1 - jaro)
      }
    }
  }
}
