import Values

extension Value { var printed: String { string ?? kindName } }
