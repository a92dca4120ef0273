import Evaluation

/// The functions of the library whose body is Swift, under the headings that help and the reference give them.
public let builtinTopics: [(name: String, builtins: [Builtin])] = [
  ("Files", readingBuiltins + typingSteps + recordSteps + savingBuiltins),
  (
    "Questions",
    choosingSteps + columnSteps + crossingSteps + joiningSteps + candidateSteps + sequenceSteps + countingSteps
      + suppressionSteps
  ),
  ("Lists", listBuiltins + sortingBuiltins),
  ("Texts", textBuiltins),
  ("Numbers", numberBuiltins + quantityBuiltins),
  ("Dates", dateBuiltins),
  ("Records", recordBuiltins),
  ("What is unknown", truthBuiltins),
  ("Evidence", evidenceBuiltins),
  ("Privacy", privacyBuiltins),
  ("Conversions", conversionBuiltins),
  ("Terms", termBuiltins),
  ("Names", nameBuiltins),
]

/// All of them.
public let builtins: [Builtin] = builtinTopics.flatMap(\.builtins)
