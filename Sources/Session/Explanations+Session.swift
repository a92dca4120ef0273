import Diagnostics

/// More of the messages of files and sessions that do not come from the host (R510 to R519).
public let sessionExplanations: [Explanation] = [
  Explanation(
    "R510", "A part of the library that there is not",
    "Most of the library is always there. What is large, or would put records among one's own, is a module that `use` "
      + "takes in: `help modules` lists them. A file is named by a text.",
    wrong: "use statistics",
    right: "use reports"),
  Explanation(
    "R512", "A file that has changed since it was taken in",
    "`use` takes a file in once. A session that would mix what a file said before with what it says now could not tell "
      + "where an answer is from; a new session reads it anew.", wrong: "", right: ""),
  Explanation(
    "R513", "A question in plain words",
    "A question is built of steps, so that it means the same to everyone who reads it: it begins with a table or a record,"
      + " and each step stands behind `|`. Where a line in plain words names what there is, the nearest question is offered.",
    wrong: "how many cases", right: "count(cases)"),
]
