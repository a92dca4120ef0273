import Values

extension Kind {
  /// The field that holds records of another kind which stand inside one of this kind: it bears the name of the other kind,
  /// or its plural, or that of a kind above it.
  package func field(holding inner: Kind) -> Int? {
    var kind: Kind? = inner
    while let here = kind {
      for name in [here.name, here.plural].compactMap({ $0 }) {
        if let position = position(of: name), fields[position].type.kinds.contains(where: inner.isA) { return position }
      }
      kind = here.parent
    }
    return nil
  }
}
