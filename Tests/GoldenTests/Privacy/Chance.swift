/// Makes questions by chance, the same in every run, mostly such as fit together.
///
/// A capital letter in a pattern stands for a smaller expression: `T` a text, `N` a number, `D` a date, `B` a truth, `R` a
/// record, `L` a list, `V` any of them.
struct Chance {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(limit, 1)))
  }

  private mutating func one(of all: [String]) -> String { all.isEmpty ? "one" : all[next(below: all.count)] }

  /// A whole question with at most so many operations inside one another.
  mutating func question(depth: Int) -> String { filled(one(of: Chance.questions), depth: depth) }

  private mutating func filled(_ pattern: String, depth: Int) -> String {
    var made = ""
    var isInQuotes = false
    for character in pattern {
      if character == "\"" { isInQuotes.toggle() }
      guard "TNDBRLV".contains(character), !isInQuotes || pattern.contains("{\(character)}") else {
        made.append(character)
        continue
      }
      made += expression(character, depth: depth)
    }
    return made
  }

  private mutating func expression(_ kind: Character, depth: Int) -> String {
    // Now and then something that does not fit.
    let kind = kind == "V" || next(below: 20) == 0 ? ["T", "N", "D", "B", "R", "L"][next(below: 6)] : kind
    if depth == 0 || next(below: 4) == 0 {
      let isOpen = next(below: 4) == 0
      return one(of: (isOpen ? Chance.open : Chance.sealed)[kind] ?? [])
    }
    return filled(one(of: Chance.operations[kind] ?? []), depth: depth - 1)
  }

  private static let sealed: [Character: [String]] = [
    "T": ["one.real_name", "two.real_name", "three.real_name", "one.aliases[1]", "one.alias", "two.aliases[1]"],
    "N": ["one.debts", "three.debts"],
    "D": ["one.entered", "two.entered", "three.entered"],
    "B": ["one.informs", "two.informs", "four.informs"],
    "R": ["one.hiding_in", "two.hiding_in", "one.handler", "three.hiding_in"],
    "L": ["one.aliases", "two.aliases", "persons.real_name", "persons.debts", "persons.entered", "persons.hiding_in"],
  ]

  private static let open: [Character: [String]] = [
    "T": ["\"Zebrafinch\"", "\"\"", "\"Quokkawing\"", "one.label"], "N": ["1", "7351", "0.5", "unknown"],
    "D": ["1987-03-29", "2011-11", "@2023", "none"], "B": ["true", "false", "unknown"],
    "R": ["Vanuatu", "Chad", "officer_1", "one", "abroad"], "L": ["[]", "[1, \"Zebrafinch\"]", "persons", "1..3"],
  ]

  private static let operations: [Character: [String]] = [
    "T": [
      "upper(T)", "\"a {V} b\"", "(T + T)", "slice(T, 1, 2)", "replace(T, T, T)", "(if B then T else T)", "[T, T][1]",
      "{ a: T }.a", "(match V { V -> T, else -> T })", "text(V)", "join_texts(L)", "R.name", "kind_of(V)", "(T ?? T)",
      "get({ a: T }, T, T)", "min([T, T])", "(x -> x)(T)", "fold([T, T], T, (a, b) -> b)", "pad_end(T, 5)",
    ],
    "N": [
      "(N + N)", "(N - N)", "(N * N)", "(-N)", "abs(N)", "length(T)", "length(L)", "count(L)", "sum([N, N])", "year(D)",
      "days_between(D, D)", "(if B then N else N)", "max([N, N])", "[N, N][N]", "count([one, two, three], B)",
      "(N ?? N)",
      "(L | distinct | count)", "round(N)", "find(T, T)", "length(text(V))", "(match N { N -> 1, else -> N })",
    ],
    "D": [
      "(D + 90 days)", "earliest(D)", "[D, D][1]", "(if B then D else D)", "(D..D)", "whole(D)", "(D ?? D)", "date(T)",
    ],
    "B": [
      "(T == T)", "(N == N)", "(D == D)", "(R == R)", "(B == B)", "(L == L)", "(T != T)", "(T < T)", "(N >= N)",
      "(D before D)", "(D during D)", "(V is known)", "(B and B)", "(B or B)", "not (B)", "(V in L)", "(L has V)",
      "(R is R)", "starts_with(T, T)", "any([one, two], .entered == D)", "all(L, it == V)", "certainly(B)",
      "(if B then B else B)", "(reasons(V) == [])", "(suppose one.gender is male { B })", "({ a: V } == { a: V })",
    ],
    "R": ["(if B then R else R)", "[R, R][1]", "one", "(R ?? R)", "{ a: R }.a", "(L | first)"],
    "L": [
      "[V, V]", "append(L, V)", "map(L, x -> x)", "(L | distinct)", "(L | where it == V)", "characters(T)",
      "candidates(V)", "zip([V], [V])", "values({ a: V, b: V })", "append_all(L, L)", "reverse(L)", "(L | sort)",
      "map([V, V], text)", "(L | where it is known)", "[L, L]",
    ],
  ]

  private static let questions = [
    "V", "T", "N", "D", "B", "R", "L", "why V", "claims(V)", "sources(V)", "for x in L { show x }",
    "let kept = V\nkept",
    "let kept = V\n[kept, kept == V]", "check B", "if B { show V }", "persons | where .real_name == T | count",
    "persons | where .entered == D", "persons | where .debts == N | select .debts", "persons | where B | first 2",
    "persons | select a: V, b: .debts", "persons | sort by V", "persons | group by V", "persons | group by .debts + N",
    "persons | group by .gender { n: V, m: .aliases }", "persons | top 2 by N", "persons | sort by .entered",
    "persons | add { a: V } | distinct .a | count", "persons | where .real_name in L", "persons | where .informs == B",
    "persons | where .entered before D | undecided | select .lacking", "known by D { V }", "under each standard { V }",
    "without talk { V }", "fn pass(x) = x\npass(V)", "persons | count .hiding_in == R",
    "persons | unnest a: L | first 3",
    "kind_of(V)", "record([[T, V]])", "with({ a: 1 }, T, V)", "suppose one.gender is male { V }", "\"{V}\"",
  ]
}
