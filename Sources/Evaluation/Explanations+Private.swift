import Diagnostics

/// More of the messages about private fields, what is sealed in them, and pseudonyms (R610 to R618, R622, R623, R626).
public let privateExplanations: [Explanation] = [
  Explanation(
    "R610", "Something that would tell of a sealed value",
    "The value of a private field is sealed: it is passed along and held against other sealed values, but nothing that "
      + "is shown, worked out or decided may come of it.",
    wrong: privateKind + "show upper(li.real_name)", right: privateKind + "show li.real_name is known"),
  Explanation(
    "R611", "A sealed value held against an open one",
    "Whoever may ask whether a private field holds this text or that can find out by guessing what it holds.",
    wrong: privateKind + "show li.real_name == \"Li\"", right: privateKind + "show li.real_name == wu.real_name"),
  Explanation(
    "R612", "Two private fields that take different things",
    "A date and a text are never the same, so that the question tells nothing, or was meant otherwise.",
    wrong: privateKind + "show li.real_name == li.entered", right: privateKind + "show li.entered == wu.entered"),
  Explanation(
    "R613", "Rows in an order or in groups that show what is sealed",
    "Who is the first by name, or stands in a group with whom, is told by the rows. How many different ones there are is "
      + "told by `distinct` and `count`.",
    wrong: privateKind + "show persons | sort by .real_name",
    right: privateKind + "show persons | where .real_name is known | distinct .real_name | count"),
  Explanation(
    "R614", "A private field with a value that it does not take",
    "The message does not quote the value, since messages are copied and passed on.",
    wrong: privateKind + "extend li { entered: \"in May\" }", right: privateKind + "extend li { entered: 2022-05 }"),
  Explanation(
    "R615", "A private field that is worked out, or has a default",
    "What is worked out from a record can be worked out by anyone who has the record, and a default is written in the "
      + "kind for everyone to read. Only what is written in a record can be kept.",
    wrong: "kind witness, witnesses { private code: text = \"none yet\" }",
    right: "kind witness, witnesses { private code: text }"),
  Explanation(
    "R616", "A private field that a kind below would open",
    "What is private in a kind is private in every kind below it.",
    wrong: "extend kind person { private real_name: text }\nkind witness, witnesses : person { real_name: text }",
    right: "extend kind person { private real_name: text }\nkind witness, witnesses : person { seen: text }"),
  Explanation(
    "R617", "A record inside a private field",
    "A record that stands inside another shows by that to whom it belongs. Elsewhere, under a name that says nothing, "
      + "it does not.",
    wrong: "extend kind case { private informant: person }\ncase c { informant x { } }",
    right: "extend kind case { private informant: person }\nperson x { }\ncase c { informant: x }"),
  Explanation(
    "R618", "A supposition about a private field",
    "What follows from supposing that a private field holds this or that would tell what it holds.",
    wrong: privateKind + "show suppose li.real_name is \"Li\" { 1 }",
    right: privateKind + "show suppose li.gender is female { 1 }"),
  Explanation(
    "R622", "A pseudonym without a key",
    "A pseudonym is worked out with a key that only the project has, so that nobody else can try names until one fits. "
      + "The key is a file of at least 32 bytes that is kept apart from the records: `--key FILE`, or the variable "
      + "REP_KEY_FILE. With another key all pseudonyms are others.",
    wrong: privateKind + "show pseudonym(li.real_name)", right: privateKind + "show li.real_name == wu.real_name"),
  Explanation(
    "R623", "A pseudonym of what is not private",
    "Whoever may ask for the pseudonym of a name of their choice can find out by trying whose it is. What a question "
      + "names, and what every table shows, has no need of one.",
    wrong: "show pseudonym(\"Li\")", right: privateKind + "show li.real_name == wu.real_name"),
  Explanation(
    "R626", "A pseudonym of a date, a number or a truth",
    "There are so few of them that the pseudonym would tell which it is by how often it comes.",
    wrong: privateKind + "show pseudonym(li.entered)", right: privateKind + "show li.entered == wu.entered"),
]

/// Two people with private fields, as the examples need them.
private let privateKind = """
  extend kind person {
    private real_name: text
    private entered: date
  }
  person li { real_name: "…", entered: 2022-05 }
  person wu { real_name: "…", entered: 2022-05 }

  """
