import Diagnostics
import Testing

@testable import Syntax

/// Operators, steps, blocks: what binds to what.
@Suite struct ExpressionTests {
  @Test func theTableOfPrecedence() {
    #expect(tree("a or b and not c == d + e * -f.g") == "(or a (and b (not (== c (+ d (* e (- (. f g))))))))")
    #expect(tree("a + b - c") == "(- (+ a b) c)")
    #expect(tree("a ?? b ?? c") == "(?? a (?? b c))")
    #expect(tree("a | f | g") == "(| (| a (f)) (g))")
    #expect(tree("x -> x + 1 | f") == "(| (-> ( x) (+ x 1)) (f))")
    #expect(tree("1 + 2..3 * 4") == "(.. (+ 1 2) (* 3 4))")
    #expect(tree("-x at @2022") == "(- (at x @2022))")
    #expect(tree("not a is b") == "(not (is a b))")
  }

  @Test func wordsInTwoParts() {
    #expect(tree("a is not b") == "(is not a b)")
    #expect(tree("a not in b") == "(not in a b)")
    #expect(tree("a was not b") == "(was not a b)")
    #expect(tree("not (a in b)") == "(not (in a b))")
  }

  @Test func bracketsAndDotsArePostfixOnlyWhenGlued() throws {
    #expect(tree("cases | where (.a == 1) and .b == 2") == "(| cases (where (and (== .a 1) (== .b 2))))")
    #expect(tree("cases | where(.a == 1)") == "(| cases (where (== .a 1)))")
    #expect(codes("cases | where(.a == 1) and .b == 2") == ["R122"])
    #expect(try help("cases | where(.a == 1) and .b == 2").contains("space after `where`"))
    #expect(codes("f (x)") == ["R111"])
    #expect(try help("f (x)").contains("f(…)"))
    #expect(codes("c .host") == ["R111"])
    #expect(try help("c .host").contains("c.host"))
    #expect(codes("x [1]") == ["R111"])
  }

  @Test func anyWordIsAFieldAfterADotAndBeforeAColon() throws {
    #expect(tree("x.by.in.where") == "(. (. (. x by) in) where)")
    #expect(tree("{in: 3, per: 4}") == "{in: 3 per: 4}")
    #expect(tree("f(by: x)") == "(call f by: x)")
    #expect(tree("case a { by: police }") == "(record case a (body (field by police)))")
    #expect(tree("xs | select .as, .per") == "(| xs (select .as .per))")
    #expect(codes("let by = 3") == ["R110"])
    for name in [
      "via", "target", "case", "test", "source", "complete", "private", "desc", "within", "kind", "show", "set",
    ] {
      #expect(codes("let \(name) = 3") == [], "\(name)")
    }
  }

  @Test func signsOfOtherLanguagesHaveTheirOwnHelp() throws {
    let helps = [
      ("x <- 3", "R025", "x < -3"), ("a |> b", "R026", "`|`"), ("a %>% b", "R026", "`|`"), ("a && b", "R023", "`and`"),
      ("a || b", "R023", "`or`"), ("!a", "R023", "`not`"), ("a <> b", "R024", "`!=`"), ("f(by = x)", "R107", "by:"),
      ("let s = “a”", "R009", "\"a\""), ("let s = 'a'", "R011", "\"a\""), ("a – b", "R010", "`-`"),
      ("x := 1", "R028", "="),
      ("a == b; c", "R027", "new line"), ("// x", "R032", "#"), ("a => b", "R029", "->"),
    ]
    for (text, code, part) in helps {
      #expect(codes(text) == [code], "\(text)")
      #expect(try help(text).contains(part), "\(text)")
    }
    #expect(codes("if x = 3 { y }") == ["R106"])
    #expect(tree("x < -3") == "(< x (- 3))")
  }

  @Test func eachMistakeOnALineIsToldOnce() {
    #expect(codes("a && b || !c") == ["R023", "R023", "R023"])
    #expect(codes("let x = “a” + ‘b’") == ["R009", "R009"])
  }

  @Test func fallbackMayNotTouchAComparison() throws {
    #expect(codes(".x ?? 0 > 3") == ["R109"])
    #expect(try help(".x ?? 0 > 3").contains("`(.x ?? 0) > 3` or `.x ?? (0 > 3)`"))
    #expect(codes("c is returned ?? false") == ["R109"])
    #expect(codes("a and b ?? c") == ["R109"])
    #expect(codes("a ?? not b") == ["R109"])
    #expect(tree("(.x ?? 0) > 3") == "(> (?? .x 0) 3)")
    #expect(tree("(c is returned) ?? false") == "(?? (is c returned) false)")
    #expect(tree("a ?? b + 1") == "(?? a (+ b 1))")
  }

  @Test func comparisonsDoNotChain() throws {
    #expect(codes("1 < x < 3") == ["R108"])
    #expect(try help("1 < x < 3").contains("x in 1..3"))
    #expect(codes("a == b == c") == ["R108"])
    #expect(tree("(a == b) == c") == "(== (== a b) c)")
  }

  @Test func oneUnknownArmServesTheWholeChain() {
    #expect(
      tree("if a then b else if c then d else e unknown f") == "(choice (a b) (c d) else e unknown f)")
    #expect(tree("if a then unknown (withheld) else b") == "(choice (a (unknown withheld)) else b)")
    #expect(tree("if a\nthen b\nelse c") == "(choice (a b) else c)")
    #expect(tree("let x = if a then\n  b else\n  c") == "(let x (choice (a b) else c))")
  }

  @Test func elseStandsOnTheLineOfTheBrace() throws {
    #expect(
      tree("if a { b } else if c { d } else { e } unknown { f }")
        == "(if (a (block b)) (c (block d)) (else (block e)) (unknown (block f)))")
    #expect(codes("if a {\n  b\n}\nelse {\n  c\n}") == ["R125"])
    #expect(codes("if a {\n  b\n}\nunknown {\n  c\n}") == ["R125"])
  }

  @Test func aBraceIsARecordOnlyBeforeANameAndAColon() {
    #expect(tree("xs | add { n: count() }") == "(| xs (add {n: (call count)}))")
    #expect(tree("xs | add { \"two words\": 1 }") == "(| xs (add {two words: 1}))")
    #expect(tree("xs | each_do { f(x) }") == "(| xs (each_do (block (call f x))))")
    #expect(tree("x -> {}") == "(-> ( x) {})")
    #expect(tree("x -> { f(x) }") == "(-> ( x) (block (call f x)))")
  }

  @Test func inAHeadTheBraceBeginsTheBody() {
    #expect(tree("for c in cases | where p { show c }") == "(for c (| cases (where p)) (block (show c)))")
    #expect(tree("if x { y }") == "(if (x (block y)))")
    #expect(tree("suppose a is b { x }") == "(light (suppose (is a b)) (block x))")
    #expect(tree("if (xs | any { n: 1 }) { y }") == "(if ((| xs (any {n: 1})) (block y)))")
    #expect(tree("match x { 1 -> 2 }") == "(match x ((or 1) 2))")
  }

  @Test func aBareCallStandsBeforeATextOrByOnAs() {
    #expect(tree("read \"x.csv\"") == "(head (read \"x.csv\"))")
    #expect(tree("save as \"f.rep\"") == "(head (save (as \"f.rep\")))")
    #expect(tree("read \"x.csv\" | as case { id: .ID }") == "(| (head (read \"x.csv\")) (as (kind case) {id: .ID}))")
  }

  @Test func stepsTakeArgumentsConnectionsAndABlock() {
    #expect(
      tree("xs | f a, b by k desc, l on m { n: 1 }") == "(| xs (f a b (by (desc k) l) (on m) {n: 1}))")
    #expect(tree("xs | top 10 by .n") == "(| xs (top 10 (by .n)))")
    #expect(tree("xs | suppress below: 5, exempt: \"a\"") == "(| xs (suppress below: 5 exempt: \"a\"))")
    #expect(tree("xs | fold 0, (a, b) -> a + b") == "(| xs (fold 0 (-> ( a b) (+ a b))))")
    #expect(tree("xs\n| where .a\n| count") == "(| (| xs (where .a)) (count))")
    #expect(tree("xs |\n  where .a") == "(| xs (where .a))")
  }

  @Test func matchHasArms() {
    #expect(
      tree("match x {\n  is a or b -> 1\n  > 3 if y -> { show 2 }\n  2 -> 3, unknown -> 4\n  else -> { a: 1 }\n}")
        == "(match x ((or (is a) (is b)) 1) ((or (> 3)) (if y) (block (show 2))) ((or 2) 3) (unknown 4) (else {a: 1}))")
  }

  @Test func clausesOfAnotherLightGoOnAfterACommaUnlessAWordBeginsOne() {
    #expect(
      tree("under strict, known by 2022-11-01, without a, b, suppose c is d { x }")
        == "(light (under strict) (known-by @2022-11-01) (without a b) (suppose (is c d)) (block x))")
    #expect(tree("under each standard { x }") == "(light (under-each standard) (block x))")
    #expect(tree("known by 2022 { x }") == "(light (known-by @2022) (block x))")
  }

  @Test func lambdas() {
    #expect(tree("(a, b) -> a") == "(-> ( a b) a)")
    #expect(tree("(a,\n b) -> a") == "(-> ( a b) a)")
    #expect(tree("() -> 1") == "(-> () 1)")
    #expect(tree("a -> b -> a") == "(-> ( a) (-> ( b) a))")
    #expect(codes("(1, 2) -> 3") == ["R128"])
  }

  @Test func textsHoldExpressions() {
    #expect(tree("\"a {1 + 2} b\"") == "(text \"a \" (+ 1 2) \" b\")")
    #expect(tree("\"{f(\"x {y}\")}\"") == "(text (call f (text \"x \" y)))")
    #expect(tree("\"{ {a: 1}.a }\"") == "(text (. {a: 1} a))")
    #expect(tree("\"\\{ \\\" \\n \\u{e9}\"") == "\"{ \\\" \\n é\"")
    #expect(codes("\"a {x + } b\"") == ["R100"])
    #expect(codes("\"a {} b\"") == ["R037"])
    #expect(codes("\"a { b\"") == ["R036"])
    #expect(codes("\"\\q\"") == ["R008"])
  }

  @Test func longTextsLoseTheirIndentation() {
    #expect(tree("let t = \"\"\"\n    one\n      two \"x\"\n    \"\"\"") == "(let t \"one\\n  two \\\"x\\\"\")")
    #expect(tree("let t = \"\"\"\n  a {x}\n\n  b\n  \"\"\"") == "(let t (text \"a \" x \"\\n\\nb\"))")
    #expect(tree("let t = \"\"\"one line\"\"\"") == "(let t \"one line\")")
  }

  @Test func functions() {
    #expect(tree("fn f(a, b = 2): number = a + b") == "(fn f (params a b=2) : number (+ a b))")
    #expect(
      tree("fn in_force(law, at day) = day during law.in_force")
        == "(fn in_force (params law at day) (during day (. law in_force)))")
    #expect(
      tree("fn f(rows = it, each test: truth, xs: list of date or text) { return 1 }")
        == "(fn f (params rows=it each test:truth xs:[date|text]) (block (return 1)))")
    #expect(codes("fn f(a) -> number = a") == ["R133"])
    #expect(codes("fn f(a): number") == ["R101"])
    #expect(codes("fn f(a): number", as: .signatures) == [])
  }

  @Test func namesInEveryWriting() {
    for name in ["हिन्दी", "বাংলা", "ភ្នំពេញ", "فارسی\u{200C}زبان", "São_Paulo", "ئۇيغۇر", "東京"] {
      #expect(codes("let \(name) = 1") == [], "\(name)")
    }
    #expect(tree("`Country of origin`") == "Country of origin")
    #expect(tree("x.`Country of origin`") == "(. x Country of origin)")
    #expect(codes("let x = Côte d'Ivoire") == ["R013"])
    #expect(codes("let a\u{202E}b = 1").first == "R004")
    #expect(codes("# \u{2066}") == ["R004"])
    #expect(codes("let n = ٣٤") == ["R031"])
  }

  @Test func namesCompareInNormalFormC() {
    let program = parse(Source(name: "test", text: "let e\u{301} = 1"))
    guard case .letVariable(let name, _)? = program.statements.first?.kind else {
      Issue.record("no variable")
      return
    }
    #expect(Array(name.text.unicodeScalars) == ["\u{E9}"])
  }

  @Test func documentationStandsDirectlyAboveADeclaration() {
    #expect(tree("## A.\nfn f() = 1") == "(doc \"A.\" (fn f (params) 1))")
    #expect(tree("## A.\n## B.\ncase a { x: 1 }") == "(doc \"A.\\nB.\" (record case a (body (field x 1))))")
    #expect(tree("## A.\n\nfn f() = 1") == "(prose \"A.\")\n(fn f (params) 1)")
    #expect(tree("## A.\nlet x = 1") == "(prose \"A.\")\n(let x 1)")
    #expect(tree("## A.\n\n## B.\n") == "(prose \"A.\")\n(prose \"B.\")")
    #expect(
      tree("kind k {\n  a: text  ## what a is\n  ## above b\n  b: text\n}")
        == "(kind k (a text ## \"what a is\") (b text ## \"above b\"))")
  }

  @Test func patterns() {
    #expect(
      tree("pattern p = a then b or c then d within 90 days without e")
        == "(pattern p (without (within (then (then (a) (or (b) (c))) (d)) (day 90)) (e)))")
    #expect(
      tree("pattern p \"l\" = a then (b on relative)+ within 180 days then any where .act in c and .x")
        == "(pattern p \"l\" (then (within (then (a) (group (b (on relative)))+) (day 180)) (any)(where (and (in .act c) .x))))"
    )
    #expect(tree("pattern p = a then b? then c+") == "(pattern p (then (then (a) (b)?) (c)+))")
    #expect(codes("pattern p = a where .x == 1 or b") == ["R138"])
  }
}
