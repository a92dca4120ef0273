extension Date {
  /// All the days from the earliest to the latest, as one stretch: `2018/2020` from 1 January 2018 to 31 December 2020.
  public var whole: Date {
    func end(_ day: Int32) -> End { abs(Int(day)) > Int(Days.far) ? .open : .day(Days(day)) }
    let form = Form.stretch(from: end(earliestStart), to: end(latestEnd))
    return Date(text: form.text, form: form, isApproximate: isApproximate, isDoubtful: isDoubtful)
  }

  /// The first day that it could be, or could begin; nil where there is no bound, or none that the calendar reaches.
  public var firstDay: Int? { Date.reached(earliestStart) }
  /// The last day that it could be, or could end; nil where there is no bound, or none that the calendar reaches.
  public var lastDay: Int? { Date.reached(latestEnd) }

  private static func reached(_ day: Int32) -> Int? { abs(Int(day)) >= Int(Days.far) ? nil : Int(day) }
}
