import Diagnostics
import Testing

@testable import Syntax

/// One shape, the same meaning.
@Suite struct FormatterTests {
  private func formatted(_ text: String) throws -> String { try format(Source(name: "test", text: text)).get() }

  @Test func blanksAndIndentation() throws {
    #expect(
      try formatted("fn   f( a,b=2 ):number=a+b*-3\nif x{y}else{\nz\n}\n\n\n\nxs|where(.x)|top -3\nnot(x)and[1][1]>2")
        == """
        fn f(a, b = 2): number = a + b * -3
        if x { y } else {
          z
        }

        xs | where(.x) | top -3
        not (x) and [1][1] > 2

        """)
  }

  @Test func fieldsDatesAndCommentsStandInColumns() throws {
    let text = """
      case a "label" : parent {
        origin: China # where
        host: Laos    ## what

        2022-03 threatened by b
        2022-05..2022-09 arrested
          by c
        # last
      }

      """
    #expect(
      try formatted(text) == """
        case a : parent "label" {
          origin: China  # where
          host:   Laos   ## what

          2022-03          threatened by b
          2022-05..2022-09 arrested
            by c
          # last
        }

        """)
  }

  @Test func theParentStandsBeforeTheLabel() throws {
    let text = """
      tactic blackout "their line is cut" : utility_cut  # the whole house
      tactic seizure : raid "the office is sealed"
      ## A term of a tree.
      tactic ban "may not leave" : confinement per law "section 4" { may_be: house_arrest }
      case a {
        relative m
          "her mother" : b
      }

      """
    let laidOut = """
      tactic blackout : utility_cut "their line is cut"  # the whole house
      tactic seizure : raid "the office is sealed"
      ## A term of a tree.
      tactic ban : confinement "may not leave" per law "section 4" { may_be: house_arrest }
      case a {
        relative m : b "her mother"
      }

      """
    #expect(try formatted(text) == laidOut)
    #expect(try formatted(laidOut) == laidOut)
  }

  /// `relative : b "her mother"` would be a field, and a kind has its parent behind its label; the rest is laid out.
  @Test func theLabelStaysWhereTheParentCannotStandBeforeIt() throws {
    #expect(
      try formatted("case a {\n relative   \"her mother\" : b\n relative m  # twice\n    \"hers\"   : b\n}\n")
        == "case a {\n  relative \"her mother\" : b\n  relative m  # twice\n    \"hers\" : b\n}\n")
    #expect(try formatted("kind k   \"label\":term { a:text }\n") == "kind k \"label\" : term { a: text }\n")
  }

  @Test func stepsKeepTheirLines() throws {
    let text = "cases\n  | where .x\n| count\nlet y = cases\n| count\n"
    #expect(try formatted(text) == "cases\n| where .x\n| count\nlet y = cases\n  | count\n")
  }

  @Test func whatIsWrongIsTold() {
    guard case .failure(let mistakes) = format(Source(name: "test", text: "let = 1")) else {
      Issue.record("formatted")
      return
    }
    #expect(mistakes.diagnostics.map(\.code) == ["R100"])
  }

  @Test func commentsStay() throws {
    let text = "#!/usr/bin/env rep\n# one\nlet x = [  # two\n  1,\n  # three\n  2\n]\n# four\n"
    #expect(try formatted(text) == text)
  }
}
