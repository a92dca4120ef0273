import Diagnostics
import Records
import Syntax
import Values

final class Recorder {}
extension Planner {
  func explaining(_ n: Node, _ e: Expression) -> Node { n }
  func plan(why: Expression, _ r: SourceRange) -> Node { plan(why) }
}
extension Value { var quoted: String { printed } }
