import Diagnostics

/// The messages about candidates for the same (R757 to R759).
public let candidateExplanations: [Explanation] = [
  Explanation(
    "R757", "Something else than names held against each other",
    "How similar two names are is told by their letters. What has no letters is the same or is not: it stands behind `by` without `similar`.",
    wrong: "show [{ a: true }, { a: false }] | candidates by similar(.a)",
    right: "show [{ a: \"Li An\" }, { a: \"An Li\" }] | candidates by similar(.a)"),
  Explanation(
    "R758", "A nearness that there is not",
    "How near two rows are lies between 0 and 1. From 0 on every row would be near every other.",
    wrong: "show [{ a: \"Li An\" }, { a: \"An Li\" }] | candidates by similar(.a) least: 80",
    right: "show [{ a: \"Li An\" }, { a: \"An Li\" }] | candidates by similar(.a) least: 0.8"),
  Explanation(
    "R759", "More candidates than anybody reads",
    "Candidates are there to be looked at one by one. Where very many pairs are near, the keys say too little.",
    wrong: "show 1..800 | select a: \"Li An\" | candidates by similar(.a)",
    right: "show 1..800 | select a: \"Li An\", n: it | candidates by similar(.a), .n"),
]
