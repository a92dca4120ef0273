import Evaluation

/// The stack that a session may use; see `Evaluation`.
public typealias StackBounds = Evaluation.StackBounds
