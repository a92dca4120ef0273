import Diagnostics

/// More of the messages of files and sessions that do not come from the host (R510 to R519).
public let sessionExplanations: [Explanation] = [
  Explanation(
    "R510", "A part of the library that there is not",
    "The whole library is always there, so that `use` is for files; a file is named by a text.",
    wrong: "use statistics",
    right: "use numbers"),
  Explanation(
    "R512", "A file that has changed since it was taken in",
    "`use` takes a file in once. A session that would mix what a file said before with what it says now could not tell "
      + "where an answer is from; a new session reads it anew.", wrong: "", right: ""),
]
