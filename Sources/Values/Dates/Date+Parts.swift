extension Date {
  /// All the days from the earliest to the latest, as one stretch: `2018/2020` from 1 January 2018 to 31 December 2020.
  public var whole: Date {
    func end(_ day: Int32) -> End { Date.dayNumber(day) == nil ? .open : .day(Days(day)) }
    let form = Form.stretch(from: end(earliestStart), to: end(latestEnd))
    return Date(text: form.text, form: form, isApproximate: isApproximate, isDoubtful: isDoubtful)
  }

  /// The same as it was typed: of `2021` all its days.
  public var asStretch: Date {
    Date(text: text, form: whole.form, isApproximate: isApproximate, isDoubtful: isDoubtful)
  }

  /// A first or last day of a date as a number of the calendar; nil where it stands for no bound, or for days too far to
  /// be told apart.
  public static func dayNumber(_ day: Int32) -> Int? { abs(Int(day)) >= Int(Days.far) ? nil : Int(day) }
}
