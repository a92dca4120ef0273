import Diagnostics

/// More about the messages of files, streams and the program itself, which no piece of Rep causes.
public let hostExplanations: [Explanation] = [
  Explanation(
    "R500", "A file that is not there",
    "A path on the command line begins at the folder in which `rep` is called, a path behind `use` at the folder of the "
      + "file that it stands in. Capital and small letters differ.", wrong: "", right: ""),
  Explanation(
    "R501", "A file that cannot be read",
    "The file is there, but it belongs to someone else, or the disk fails. `ls -l` shows who may read it.", wrong: "",
    right: ""),
  Explanation(
    "R502", "A folder in the place of a file",
    "Rep runs, checks and formats files. Those of a folder can be named all at once: `rep check cases/*.rep`.",
    wrong: "",
    right: ""),
  Explanation(
    "R503", "A file that is too large",
    "A file is read whole, and may have 1 GiB; what comes through a pipe may have a quarter of that. Several files can "
      + "be one project: `use` takes in the others.", wrong: "", right: ""),
  Explanation(
    "R504", "Answers that cannot be written",
    "The disk is full, or what the answers went to was closed. What was shown before may have been cut off.", wrong: "",
    right: ""),
  Explanation(
    "R505", "A file that cannot be written",
    "`rep format` puts the new text in the file's place as a whole: the file is as it was before.", wrong: "", right: ""
  ),
  Explanation(
    "R506", "Too little memory to begin", "Rep needs a thread of its own with a stack of at least 2 MiB.", wrong: "",
    right: ""),
  Explanation(
    "R507", "A history that cannot be kept",
    "Entries of the prompt are kept in `$XDG_STATE_HOME/rep/history`, or `~/.local/state/rep/history`, which only you can "
      + "read. `REP_HISTORY=off` keeps none, another value names another file, and an entry that begins with a blank is "
      + "never kept.", wrong: "", right: ""),
  Explanation(
    "R624", "A key that is too short, or no key at all",
    "The key of a project is a file of 32 to 4096 bytes that nobody could guess, which is kept apart from the records and "
      + "from whatever is passed on. A sentence from a book is no key.", wrong: "", right: ""),
  Explanation(
    "R625", "The key in the place of a script",
    "What is read may be shown in a message. The file that `--key` or REP_KEY_FILE names is read for the key alone.",
    wrong: "", right: ""),
  Explanation(
    "R508", "A code that no message has", "A code is R and three digits; every message shows its own.", wrong: "",
    right: ""),
  Explanation(
    "R509", "A pipe or a device in the place of a file",
    "`use` takes in files, which have an end and say the same to whoever reads them. On the command line a pipe may stand "
      + "for a file, as in `rep <(make_cases)` and `rep /dev/stdin`.", wrong: "", right: ""),
]
