extension StringProtocol {
  /// Without blanks at either end.
  public var trimmed: String {
    // Nearly every text begins and ends with a letter or sign of ASCII, and none of them is a blank.
    let whole = String(self)
    if let first = whole.utf8.first, let last = whole.utf8.last, first.isSign, last.isSign { return whole }
    var rest = whole[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

extension UInt8 {
  /// Whether it is a letter, a digit or a sign of ASCII.
  fileprivate var isSign: Bool { self > 0x20 && self < 0x7F }
}
