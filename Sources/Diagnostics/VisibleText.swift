extension Unicode.Scalar {
  /// What is shown in place of a scalar that a terminal would act on or hide; nil where it is shown as it is.
  var picture: String? {
    switch value {
    case 0x09: "    "
    case 0x00...0x1F: String(Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}")
    case 0x7F: "␡"
    // C1 controls, marks of direction, spaces without width, separators of lines, the byte order mark, tags.
    case 0x80...0x9F, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0001:
      "\\u{\(String(value, radix: 16, uppercase: true))}"
    default: nil
    }
  }
}

extension String {
  /// This text with every control and every hidden mark of direction shown, so that it cannot act on a terminal.
  public var visible: String {
    if !unicodeScalars.contains(where: { $0.picture != nil }) { return self }
    var shown = ""
    for scalar in unicodeScalars {
      if let picture = scalar.picture { shown += picture } else { shown.unicodeScalars.append(scalar) }
    }
    return shown
  }
}
