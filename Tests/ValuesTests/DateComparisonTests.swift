import Testing

@testable import Values

/// Dates are compared with every way in which they could be completed, worked out naively from their text.
struct DateComparisonTests {
  /// All days that any of the dates could be. A day outside stands for "no such end".
  static let window = Calendar.day(2019, 1, 1)...Calendar.day(2030, 12, 31)

  /// One way in which a date could be: all days from one to another.
  struct Completion: Hashable {
    let first: Int
    let last: Int
  }

  /// A date, and how it is made: the days that match one of some masks, or a stretch between two such.
  struct Sample {
    let text: String
    let completions: [Completion]
    /// As a frame, the sets of days that it may cover.
    let frames: [[Completion]]
    let isPoint: Bool
  }

  /// All days whose ISO text matches a mask, `X` standing for any digit; a mask may be shorter than a day.
  static func days(matching mask: String) -> [Int] {
    window.filter { day in
      zip(Calendar.text(day).utf8, mask.utf8).allSatisfy { $1 == UInt8(ascii: "X") || $0 == $1 }
    }
  }

  /// What is written, with the days that it could be and those that `~` leaves out.
  static let points: [(text: String, possible: [Int], written: [Int])] = {
    var points: [(String, [Int], [Int])] = []
    let masks = [
      "2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02", "2024-02-2X", "2024-0X-01", "2024-XX-12",
      "2024-XX-29", "2024-03-1X", "2024-03-X1", "202X-02-29", "2024-02-XX", "2024-02",
    ]
    for mask in masks {
      let days = days(matching: mask)
      points.append((mask, days, days))
      points.append((mask + "?", days, days))
    }
    for day in ["2024-02-28", "2024-03-01"] {
      let middle = days(matching: day)[0]
      points.append((day + "~", [middle - 1, middle, middle + 1], [middle]))
      points.append((day + "%", [middle - 1, middle, middle + 1], [middle]))
    }
    for (from, to) in [("2024-02-27", "2024-03-02"), ("2024-02-28", "2024-02-29"), ("2024-03-01", "2024-03-05")] {
      let days = Array(days(matching: from)[0]...days(matching: to)[0])
      points.append(("\(from)..\(to)", days, days))
    }
    for members in [
      ["2024-02-27", "2024-03-01"], ["2024-02-29", "2024-03-01"], ["2024-02-12", "2024-02-27", "2024-03-04"],
    ] {
      let together = members.flatMap { Self.days(matching: $0) }
      points.append(("[\(members.joined(separator: ","))]", together, together))
    }
    return points
  }()

  static let samples: [Sample] = {
    var samples: [Sample] = points.map { point in
      let frames = point.possible == point.written ? [point.possible] : [point.written, point.possible]
      return Sample(
        text: point.text, completions: point.possible.map { Completion(first: $0, last: $0) },
        frames: frames.map { $0.map { Completion(first: $0, last: $0) } }, isPoint: true)
    }
    let ends = points.filter {
      !$0.text.hasSuffix("?") && !$0.text.hasSuffix("%") && $0.text.utf8.first != UInt8(ascii: "[")
        && $0.possible.count < 12
    }
    // Days that an unknown end could be: those at which some answer changes.
    let relevant = Set(ends.flatMap(\.possible).flatMap { [$0 - 1, $0, $0 + 1] }).sorted()
    let past = window.lowerBound - 100
    let future = window.upperBound + 100
    func add(_ text: String, _ starts: [Int], _ lasts: [Int]) {
      let pairs = starts.flatMap { start in lasts.filter { $0 >= start }.map { Completion(first: start, last: $0) } }
      if pairs.isEmpty { return }
      samples.append(Sample(text: text, completions: pairs, frames: pairs.map { [$0] }, isPoint: false))
    }
    for from in ends {
      for to in ends { add("\(from.text)/\(to.text)", from.possible, to.possible) }
      add("\(from.text)/..", from.possible, [future])
      add("../\(from.text)", [past], from.possible)
      add("\(from.text)/", from.possible, relevant + [future])
      add("/\(from.text)", [past] + relevant, from.possible)
    }
    return samples
  }()

  enum Answer: String { case yes, no, unknown }

  static func answer(_ truth: Truth) -> Answer { truth.isYes ? .yes : truth.isNo ? .no : .unknown }

  /// Yes or no when all pairs of completions agree.
  static func all<Left, Right>(_ left: [Left], _ right: [Right], _ test: (Left, Right) -> Bool) -> Answer {
    var sawYes = false
    var sawNo = false
    for one in left {
      for other in right {
        if test(one, other) { sawYes = true } else { sawNo = true }
        if sawYes && sawNo { return .unknown }
      }
    }
    return sawYes ? .yes : .no
  }

  /// Whether the frame's days, which are in their order, leave no day of the completion out.
  static func covers(_ frame: [Completion], _ completion: Completion) -> Bool {
    var day = completion.first
    for part in frame.sorted(by: { $0.first < $1.first }) where part.first <= day && day <= part.last {
      if part.last >= completion.last { return true }
      day = part.last + 1
    }
    return false
  }

  @Test func everyPairIsComparedAsItsCompletionsAre() throws {
    var generator = Numbers(seed: 7)
    let points = Self.samples.filter(\.isPoint)
    let stretches = Self.samples.filter { !$0.isPoint }
    var pairs: [(Sample, Sample)] = points.flatMap { one in points.map { (one, $0) } }
    for _ in 0..<3000 {
      pairs.append((stretches[generator.next(stretches.count)], stretches[generator.next(stretches.count)]))
      pairs.append((points[generator.next(points.count)], stretches[generator.next(stretches.count)]))
      pairs.append((stretches[generator.next(stretches.count)], points[generator.next(points.count)]))
    }
    var dates: [String: Date] = [:]
    for sample in Self.samples { dates[sample.text] = try Date.parse(sample.text) }
    for (left, right) in pairs {
      let one = try #require(dates[left.text])
      let other = try #require(dates[right.text])
      let comment: Comment = "\(left.text) and \(right.text)"
      #expect(
        Self.answer(one.isBefore(other)) == Self.all(left.completions, right.completions) { $0.last < $1.first },
        comment)
      #expect(
        Self.answer(one.isAfter(other)) == Self.all(left.completions, right.completions) { $0.first > $1.last }, comment
      )
      #expect(
        Self.answer(one.isNotLater(than: other))
          == Self.all(left.completions, right.completions) { $0.last <= $1.first }, comment)
      #expect(
        Self.answer(one.isDuring(other)) == Self.all(left.completions, right.frames) { Self.covers($1, $0) }, comment)
      #expect(
        Self.answer(one.overlaps(other))
          == Self.all(left.completions, right.frames) { completion, frame in
            frame.contains { $0.first <= completion.last && completion.first <= $0.last }
          }, comment)
      let equal = Self.all(left.completions, right.completions, ==)
      let isDoubtful = one.isDoubtful || other.isDoubtful
      #expect(Self.answer(one.isEqual(other)) == (equal == .yes && isDoubtful ? .unknown : equal), comment)
    }
  }
}

/// Numbers that look random and are the same in every run.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}

/// What a person who reads the sentence would expect.
struct DateSentenceTests {
  static let sentences: [(String, String, String, String)] = [
    ("2022-05-03", "before", "2022-05-04", "yes"),
    ("2022-05", "before", "2022-06", "yes"),
    ("2022-05", "before", "2022-05-20", "unknown"),
    ("2022-05~", "before", "2022-06-01", "unknown"),
    ("2022-05~", "before", "2022-07-01", "yes"),
    ("2022", "after", "2021", "yes"),
    ("2022-05-03", "during", "2022-05", "yes"),
    ("2022-05", "during", "2022", "yes"),
    ("2022", "during", "2022-05", "unknown"),
    ("2021-12-31", "during", "2022", "no"),
    ("2022-04-20", "during", "2022-05~", "unknown"),
    ("2022-05-20", "during", "2022-05~", "yes"),
    ("2022-03-20", "during", "2022-05~", "no"),
    ("2030", "during", "2018-01/..", "yes"),
    ("2030", "during", "2018-01/", "unknown"),
    ("2017", "during", "2018-01/", "no"),
    ("2019-03/2019-05", "during", "2018/2021", "yes"),
    ("2021-04/2022-07", "overlaps", "2022", "yes"),
    ("2021-04/2022-07", "overlaps", "2023", "no"),
    ("2021-04/2022-07", "overlaps", "2022-07-15", "unknown"),
    ("2018/..", "overlaps", "2030-05-03", "yes"),
    ("2018/2020", "before", "2021", "yes"),
    ("2018/..", "before", "2999", "no"),
    ("2018/", "before", "2999", "unknown"),
    ("2022-05-03", "==", "2022-05-03", "yes"),
    ("2022-05-03", "==", "2022-05", "unknown"),
    ("2022-05", "==", "2022-05", "unknown"),
    ("2022-05", "==", "2022-06", "no"),
    ("2022-05-03?", "==", "2022-05-03", "unknown"),
    ("2022-05-03?", "before", "2022-06", "yes"),
    ("2022-XX-31", "==", "2022-06-30", "no"),
    ("2022-XX-31", "during", "2022-06", "no"),
    ("202X-02-29", "during", "2023", "no"),
    ("202X-02-29", "==", "2024-02-29", "unknown"),
    ("XXXX-12-25", "==", "2022-12-26", "no"),
    ("[2022-05-01,2022-05-09]", "==", "2022-05-05", "no"),
    ("{2022-05-01,2022-05-09}", "before", "2022-05-10", "yes"),
    ("{2022-05-01,2022-05-09}", "before", "2022-05-05", "no"),
    ("{2022-05-01,2022-05-09}", "during", "2022-05", "yes"),
    ("{2022-05-01,2022-05-09}", "during", "2022-05-01/2022-05-05", "no"),
    ("{2022-05-01,2022-05-09}", "overlaps", "2022-05-09", "yes"),
    ("{2022-05-01,2022-05-09}", "overlaps", "2022-05-05", "no"),
    ("{2022-05-01,2022-05-09}", "==", "{2022-05-09,2022-05-01}", "yes"),
    ("2022-05-09", "during", "{2022-05-01,2022-05-09}", "yes"),
    ("2022-24", "before", "2022-06-01", "unknown"),
    ("2022-01-15", "during", "2022-24", "unknown"),
    ("2022-07-15", "during", "2022-24", "no"),
    ("2022-03..2022-05", "before", "2022-06", "yes"),
    ("Y-17E7", "before", "2022", "yes"),
    ("2022-05-03T23:30:00-04:00", "==", "2022-05-03", "yes"),
  ]

  @Test(arguments: sentences)
  func aSentenceIsAnsweredAsAPersonWould(_ left: String, _ word: String, _ right: String, _ expected: String) throws {
    let one = try Date.parse(left)
    let other = try Date.parse(right)
    let truth =
      switch word {
      case "before": one.isBefore(other)
      case "after": one.isAfter(other)
      case "during": one.isDuring(other)
      case "overlaps": one.overlaps(other)
      default: one.isEqual(other)
      }
    #expect(DateComparisonTests.answer(truth).rawValue == expected)
    #expect(truth.reasons == nil || truth.reasons?.list == [.imprecise])
  }

  @Test func datesAreSortedByTheirFirstDayThenTheirLast() throws {
    let dates = try ["2022", "2022-05-03", "2022-06/..", "2021", "2022-05-01", "../2018", "2022-05"].map(Date.parse)
    let found = dates.sorted { $0.isSortedBefore($1) }.map(\.text)
    #expect(found == ["../2018", "2021", "2022", "2022-05-01", "2022-05", "2022-05-03", "2022-06/.."])
  }

  @Test func datesAreGroupedAsWritten() throws {
    #expect(try Date.parse("2022-05").isSameAsWritten(Date.parse("2022-05")))
    #expect(try !Date.parse("2022-05").isSameAsWritten(Date.parse("2022-05~")))
  }
}
