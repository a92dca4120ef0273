import Evaluation
import Values

/// Functions of lists. A list that nobody else holds is changed where it stands; otherwise the answer is a new one.
let listBuiltins: [Builtin] = [
  Builtin(
    """
    ## A list with one more item at its end.
    ##
    ##     append([1, 2], 3)   --> [1, 2, 3]
    fn append(items: list, item): list
    """
  ) { call throws(Fault) in
    let item = call[1]
    var items = try call.takeItems(0)
    if items.count >= longestList { throw .tooLong("list", longestList, argument: 0) }
    try call.watch.add(item, to: &items)
    return .list(items)
  },

  Builtin(
    """
    ## A list with all items of another at its end.
    ##
    ##     append_all([1, 2], [3, 4])   --> [1, 2, 3, 4]
    fn append_all(items: list, others: list): list
    """
  ) { call throws(Fault) in
    let others = try call.items(1)
    var items = try call.takeItems(0)
    if items.count + others.count > longestList { throw .tooLong("list", longestList, argument: 1) }
    try call.watch.add(others, to: &items)
    return .list(items)
  },

  Builtin(
    """
    ## A list with an item put in, so that it stands at a position.
    ##
    ##     insert(["a", "c"], 2, "b")   --> ["a", "b", "c"]
    fn insert(items: list, position, item): list
    """
  ) { call throws(Fault) in
    let position = try call.integer(1)
    let item = call[2]
    let count = try call.items(0).count
    if position < 1 || position > count + 1 { throw .noSuchPosition(position, count: count, "list", argument: 1) }
    var items = try call.takeItems(0)
    items.insert(item, at: position - 1)
    return .list(items)
  },

  Builtin(
    """
    ## A list or a record in which one item, or one name, has another value.
    ##
    ##     with(["a", "b"], 2, "z")       --> ["a", "z"]
    ##     {a: 1} | with "b", 2           --> {a: 1, b: 2}
    fn with(what: list or record, key, value): list or record
    """
  ) { call throws(Fault) in
    guard let count = call.listCount(0) else { return try call.withName() }
    let position = try call.integer(1)
    if position < 1 || position > count { throw .noSuchPosition(position, count: count, "list", argument: 1) }
    let value = call[2]
    var items = try call.takeItems(0)
    items[position - 1] = value
    return .list(items)
  },

  Builtin(
    """
    ## A list without the item at a position, or a record without a name.
    ##
    ##     remove(["a", "b", "c"], 2)   --> ["a", "c"]
    ##     {a: 1, b: 2} | remove "a"    --> {b: 2}
    fn remove(what: list or record, key): list or record
    """
  ) { call throws(Fault) in
    guard let count = call.listCount(0) else { return try call.withoutName() }
    let position = try call.integer(1)
    if position < 1 || position > count { throw .noSuchPosition(position, count: count, "list", argument: 1) }
    var items = try call.takeItems(0)
    items.remove(at: position - 1)
    return .list(items)
  },

  Builtin(
    """
    ## A list of what a function makes of each item.
    ##
    ##     map([1, 2, 3], x -> x * x)       --> [1, 4, 9]
    ##     ["raid", "ban"] | map upper      --> ["RAID", "BAN"]
    fn map(items: list, function: function): list
    """
  ) { call throws(Fault) in
    let function = try call.function(1, parameters: 1)
    let items = try call.items(0)
    return .list(try call.watch.map(items) { item throws(Fault) in try function.call(item) })
  },

  Builtin(
    """
    ## One value made of all items: a function takes what was made so far and the next item.
    ##
    ##     fold([1, 2, 3, 4], 1, (product, x) -> product * x)   --> 24
    fn fold(items: list, start, function: function)
    """
  ) { call throws(Fault) in
    let function = try call.function(2, parameters: 2)
    var result = call.take(1)
    for item in try call.items(0) {
      try call.tick()
      result = try function.call(result, item)
    }
    return result
  },

  Builtin(
    """
    ## One list of the items of all lists in a list.
    ##
    ##     flatten([[1, 2], [3], 4])   --> [1, 2, 3, 4]
    fn flatten(items: list): list
    """
  ) { call throws(Fault) in
    var result: [Value] = []
    for item in try call.items(0) {
      let inner: [Value]
      if case .list(let items) = item.settled { inner = items } else { inner = [item] }
      if result.count + inner.count > longestList { throw .tooLong("list", longestList, argument: 0) }
      try call.watch.add(inner, to: &result)
    }
    return .list(result)
  },

  Builtin(
    """
    ## Pairs of the first items of two lists, the second items, and so on.
    ##
    ##     zip(["a", "b"], [1, 2])   --> [["a", 1], ["b", 2]]
    fn zip(first: list, second: list): list
    """
  ) { call throws(Fault) in
    let first = try call.items(0)
    let second = try call.items(1)
    if first.count != second.count { throw .differentLengths(first.count, second.count, argument: 1) }
    return .list(try call.watch.map(first.indices) { place throws(Fault) in .list([first[place], second[place]]) })
  },

  Builtin(
    """
    ## A list cut into lists of so many items; the last may be shorter.
    ##
    ##     chunks([1, 2, 3, 4, 5], 2)   --> [[1, 2], [3, 4], [5]]
    fn chunks(items: list, size): list
    """
  ) { call throws(Fault) in
    let size = try call.integer(1)
    if size < 1 { throw .mustBeAtLeast(1, "size", "chunks", not: size, argument: 1) }
    let items = try call.items(0)
    var result: [Value] = []
    var start = 0
    while start < items.count {
      let end = items.count - start < size ? items.count : start + size
      try call.watch.add(.list(Array(items[start..<end])), to: &result)
      try call.watch.tick(end - start)
      start = end
    }
    return .list(result)
  },

  Builtin(
    """
    ## A list without its first items.
    ##
    ##     [10, 20, 30, 40] | skip 2   --> [30, 40]
    fn skip(items: list, count): list
    """
  ) { call throws(Fault) in
    let count = try call.integer(1)
    if count < 0 { throw .mustBeAtLeast(0, "count", "skip", not: count, argument: 1) }
    return .list(try call.watch.map(try call.items(0).dropFirst(count)) { item throws(Fault) in item })
  },
]
