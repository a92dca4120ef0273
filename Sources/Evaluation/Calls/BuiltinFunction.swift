import Syntax
import Values

/// A builtin with its declaration read.
final class BuiltinFunction: Callable {
  let declaration: FunctionDeclaration
  let body: @Sendable (Call) throws(Fault) -> Value

  init(_ declaration: FunctionDeclaration, body: @escaping @Sendable (Call) throws(Fault) -> Value) {
    self.declaration = declaration
    self.body = body
    super.init(name: declaration.name.text, parameterCount: declaration.parameters.count)
  }

  func parameterName(_ position: Int) -> String { declaration.parameters[position].name.text }
}
