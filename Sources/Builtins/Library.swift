import Evaluation

/// Every function of the library whose body is Swift.
public let builtins: [Builtin] =
  textBuiltins + conversionBuiltins + numberBuiltins + quantityBuiltins + listBuiltins + sortingBuiltins
  + recordBuiltins + dateBuiltins + truthBuiltins + termBuiltins
