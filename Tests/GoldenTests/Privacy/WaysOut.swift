/// Ways in which something that a private field holds could get out: by showing it, by a message that quotes it, by what
/// is worked out from it, by the order or the groups of rows, or by answering a guess.
///
/// Of fields that are not private, each of them tells something.
enum WaysOut {
  static let all = shown + quoted + madeIntoText + workedOut + byRows + guessed + told

  // MARK: Showing it

  private static let shown = [
    "one", "one.real_name", "show one.entered", "[one.real_name]", "{ name: one.real_name }", "[[one.debts], 1]",
    "one.aliases", "one.aliases[1]", "one.alias", "one.alias at 2021", "one.hiding_in", "one.informs", "one.debts",
    "persons", "persons | where .gender is female", "persons.real_name", "persons.aliases", "persons.hiding_in",
    "persons | select .real_name", "persons | select n: .entered, .gender", "persons | add { n: .real_name } | first 3",
    "persons | rename n: .real_name", "persons | drop .gender", "persons | unnest .aliases", "persons | first 3",
    "persons | last 2", "persons | distinct .real_name", "persons | where .debts is known | count .debts > 100",
    "persons | group by .gender { names: .real_name }", "abroad.target", "abroad.target.real_name",
    "let kept = one.real_name\nkept", "fn pass(x) = x\npass(one.real_name)", "(x -> x.entered)(one)",
    "for person in persons { show person.real_name }", "if true then one.real_name else 1", "unknown ?? one.real_name",
    "one.real_name ?? \"nobody\"", "append([], one.debts)", "append_all([1], one.aliases)", "insert([1], 1, one.debts)",
    "with([1], 1, one.debts)", "with({ a: 1 }, \"a\", one.debts)", "zip([1], [one.debts])", "flatten([[one.debts], 2])",
    "map([one, two], p -> p.real_name)", "fold([one, two], \"\", (sum, p) -> p.real_name)",
    "values({ a: one.real_name })", "get({ a: one.real_name }, \"a\")", "get({ a: 1 }, \"b\", one.real_name)",
    "record([[\"a\", one.real_name]])", "candidates(three.real_name)", "three.real_name", "repeat([one.debts], 2)",
    "reverse(one.aliases)", "slice(one.aliases, 1, 1)", "skip(one.aliases, 1)", "list(one.aliases)",
    "under each standard { one.real_name }", "known by 2022-12 { one.real_name }", "without file { one.real_name }",
    "under each standard { [one.real_name] }",
    "let kept = one.debts\nlet list = [kept, kept]\nlist | where it is known",
  ]

  // MARK: Messages that quote it

  private static let quoted = [
    "number(one.real_name)", "date(one.real_name)", "match one.real_name { \"a\" -> 1 }", "match one.debts { 1 -> 2 }",
    "check one.real_name == two.alias", "check one.real_name is unknown", "check one.debts < 5", "[1, 2][one.debts]",
    "repeat(\"a\", -one.debts)", "chunks([1], -one.debts)", "{ a: 1 }[one.real_name]",
    "remove({ a: 1 }, one.real_name)", "persons | first one.debts", "[{ n: one.real_name }] | where .n > 5",
    "1..one.debts", "1980-01-01..one.entered", "one.alias at one.entered",
    "known by one.entered { two.real_name }",
    "one.real_name[1]", "one.hiding_in.nothing",
  ]

  // MARK: Texts made of it

  private static let madeIntoText = [
    "\"{one.real_name}\"", "\"she is {one.aliases}\"", "text(one.real_name)", "text(one.aliases)", "text([one.debts])",
    "text({ a: one.entered })", "upper(one.real_name)", "lower(one.real_name)", "trim(one.real_name)",
    "split(one.real_name, \"b\")", "words(one.real_name)", "lines(one.real_name)", "characters(one.real_name)",
    "slice(one.real_name, 1, 1)", "replace(one.real_name, \"e\", \"a\")", "replace(\"a\", \"a\", one.real_name)",
    "repeat(one.real_name, 2)", "reverse(one.real_name)", "join_texts(one.aliases)",
    "join_texts([\"a\", one.real_name])",
    "join_texts([\"a\", \"b\"], one.real_name)", "pad_end(one.real_name, 20)", "length(one.real_name)",
    "map(one.aliases, text)", "map(one.aliases, upper)", "\"a\" + one.real_name", "one.real_name + \"a\"",
    "one.hiding_in.name", "one.hiding_in.alpha3", "name_of(one.hiding_in, 2022-01-01)", "one.handler.name",
    "{ \"a\": \"{one.debts}\" }", "text(one.informs)", "text(one.alias)", "\"{one.alias}\"",
  ]

  // MARK: What is worked out from it

  private static let workedOut = [
    "one.debts + 1", "1 - one.debts", "-one.debts", "one.debts * 2", "one.debts / 2", "abs(one.debts)",
    "round(one.debts, -2)", "mod(one.debts, 10)", "div(one.debts, 10)", "low(one.debts)", "bounds(one.debts)",
    "sum([one.debts, 1])", "mean([one.debts])", "median([one.debts])", "min([one.debts])", "max([one.debts, 1])",
    "persons | sum .debts", "persons | mean .debts", "persons | median .debts", "persons | max .debts",
    "[one.entered, three.entered] | min", "year(one.entered)", "month(one.entered)", "weekday(one.entered)",
    "earliest(two.entered)",
    "whole(two.entered)", "day(one.entered) > 20", "one.entered + 1 year",
    "2022-01-01 - one.entered", "days_between(one.entered, 2022-01-01)", "years_between(one.entered, 2022-01-01)",
    "one.hiding_in.region", "path_of(one.hiding_in)",
    "one.informs and true", "not one.informs", "if one.informs then 1 else 2", "if one.informs { show 1 }",
    "while one.informs { show 1\nbreak }", "certainly(one.informs)", "possibly(one.informs)", "count([one], .informs)",
    "persons | where .informs", "[one] | share .informs", "any([one], .informs)", "all([one.informs])",
    "persons | where .entered during 1987", "persons | where .entered before 2000-01-01",
    "persons | where .entered before 1987-03-15 | undecided | select .lacking", "in_days(2022-01-01 - one.entered)",
    "sign(one.debts - 100)", "one.debts > 100", "one.debts..one.debts",
    "for i in 1..one.debts {\nif i > 20 {\nshow i\nbreak\n}\n}",
  ]

  // MARK: The order and the groups of rows

  private static let byRows = [
    "persons | cross by .entered, .gender", "persons | cross by .gender, .debts shares: row",
    "persons | join [{ name: \"Zebrafinch\", n: 1 }] on .real_name == .name keep: matched | count",
    "persons | compare persons by .real_name", "persons | bin by .debts width: 100",
    "persons | bin by .debts edges: [100, 200]",
    "persons | pivot .real_name, .debts by .gender", "persons | rank by .debts", "persons | running .debts by .debts",
    "persons | previous .gender by .entered", "persons | transitions .gender by .gender within: .real_name",
    "persons | percentile 50, .debts", "persons | select .gender, .real_name | unpivot .real_name",
    "persons | previous .real_name by .gender",
    "persons | select who: it.name, .real_name | union [{ who: \"x\", real_name: \"Zebrafinch\" }] | distinct .real_name",
    "persons | select who: it.name, .real_name | compare [{ who: \"one\", real_name: \"Zebrafinch\" }] by .who",
    "persons | sort by .real_name", "persons | sort by .entered desc", "persons | sort by .gender, .debts",
    "persons | sort by [.real_name]", "persons | top 1 by .debts", "persons | top 2 by .entered asc",
    "persons | group by .real_name", "persons | group by .hiding_in { n: count() }", "persons | group by .informs",
    "persons | group by { n: .real_name }", "persons | group by [.real_name, 1]", "one.aliases | sort",
    "[one, three] | min .debts", "[one.real_name] | max", "[one.real_name, \"M\"] | min",
    "sort_with([one, three], (a, b) -> a.debts < b.debts)", "persons.debts | sort",
    "[one.debts, 5] | sort by it desc", "persons | group by .entered { n: count() } | sort by .n",
  ]

  // MARK: Guesses

  private static let guessed = [
    "one.real_name == \"Zebrafinch\"", "\"Zebrafinch\" == one.real_name", "one.real_name != \"Zebrafinch\"",
    "one.real_name in [\"Zebrafinch\", \"Smith\"]", "[\"Zebrafinch\"] has one.real_name",
    "one.aliases has \"Quokkawing\"",
    "one.real_name has \"Zebra\"", "\"Zebrafinch and others\" has one.real_name", "starts_with(one.real_name, \"Z\")",
    "ends_with(one.real_name, \"finch\")", "find(one.real_name, \"bra\")", "starts_with(\"Zebrafinch\", one.real_name)",
    "position([\"Zebrafinch\"], one.real_name)", "one.real_name < \"M\"", "one.real_name >= \"Zebra\"",
    "match one.real_name { \"Zebrafinch\" -> 1, else -> 2 }", "match one.debts { > 100 -> 1, else -> 2 }",
    "match one.hiding_in { is Vanuatu -> 1, else -> 2 }", "[one.real_name] == [\"Zebrafinch\"]",
    "{ a: one.real_name } == { a: \"Zebrafinch\" }", "persons | where .real_name == \"Zebrafinch\"",
    "count(persons, .real_name == \"Zebrafinch\")", "one.hiding_in is Vanuatu", "one.hiding_in == Vanuatu",
    "one.hiding_in in [Vanuatu, Laos]", "one.hiding_in is not Vanuatu", "Vanuatu in persons.hiding_in",
    "persons.hiding_in has Vanuatu", "persons | where .hiding_in is Vanuatu | count", "one.handler is officer_1",
    "officer_1 == one.handler", "persons | where .handler is officer_1 | count", "one.entered == 1987-03-29",
    "one.entered before 2000-01-01", "one.entered in [1987-03-29]", "two.entered overlaps 1987-03", "one.debts == 7351",
    "one.debts in 7000..8000", "one.debts in [7351]", "one.informs == true", "one.alias was \"Quokkawing\"",
    "one.alias at 2021 == \"Quokkawing\"", "[one.real_name, \"Zebrafinch\"] | distinct | count",
    "append(persons.real_name, \"Zebrafinch\") | distinct | count",
    "[{ n: one.real_name }, { n: \"Zebrafinch\" }] | distinct | count",
    "suppose one.real_name is \"Zebrafinch\" { one.real_name == two.real_name }",
    "suppose two.hiding_in is Laos { two.hiding_in == three.hiding_in }",
    "sort_with([one.debts, 100], (a, b) -> a < b)",
    "get({ Zebrafinch: 1 }, one.real_name, 0)", "one.debts is number and one.debts > 50",
    "if one.real_name == \"Zebrafinch\" then 1 else 2", "\"Zebrafinch\" in one.aliases",
  ]

  // MARK: What is told about it

  private static let told = [
    "why one.real_name", "why one.debts", "why three.real_name", "why one.handler", "why one.entered before 2000-01-01",
    "why count(persons, .debts > 50)", "claims(one.real_name)", "claims(three.real_name)", "claims(one)",
    "claims(one.real_name) | where .value == \"Zebrafinch\"", "changed(2022-09-01, 2022-09-30)",
    "changed(2022-09-01, 2022-09-30) | where .field == \"real_name\" | select .value",
    "let kept = one.real_name\nwhy kept", "let kept = one.real_name\nwhy kept == \"Zebrafinch\"",
    "show why one.alias", "text(why one.hiding_in)",
  ]
}
