@_spi(_Unicode) import Swift

extension String {
  /// This text in Unicode normal form C, worked out by the standard library.
  public var normalised: String {
    var scalars = String.UnicodeScalarView()
    for scalar in _nfc { scalars.append(scalar) }
    return String(scalars)
  }

  /// Its scalars in the form in which letters and their marks are apart (Unicode normal form D).
  public var decomposed: [Unicode.Scalar] { Array(_nfd) }
}
