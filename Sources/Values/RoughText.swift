extension String {
  /// What stands behind a word that says it is only about right: `about 40`, `c. 2018`; nil where there is none.
  package var behindRoughWord: String? {
    let lower = lowercased()
    for word in ["about ", "approximately ", "approx. ", "circa ", "ca. ", "ca ", "c. "] where lower.hasPrefix(word) {
      let rest = String(dropFirst(word.count)).trimmed
      return rest.isEmpty ? nil : rest
    }
    return nil
  }
}
