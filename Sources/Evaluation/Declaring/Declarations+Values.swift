import Diagnostics
import Records
import Syntax
import Values

// What stands behind a field's colon, as a value of the field's type.

extension Declarations {
  /// A field of a record that a value is read for.
  struct Target {
    let field: Field
    let kind: Kind
    /// The record in which names are looked up first.
    let scope: Entity
    let file: Int
  }

  /// The value, or nil once what is wrong with it has been said.
  func value(_ data: DataValue, _ target: Target) -> Value? { value(data, as: target.field.type, target) }

  private func value(_ data: DataValue, as type: FieldType, _ target: Target) -> Value? {
    switch data.kind {
    case .faulty: return nil
    case .none: return Value.none
    case .unknown(let reason): return self.reason(reason, target.file).map { .unknown($0) }
    case .list(let items):
      guard case .list(let element) = type else {
        report(.oneValue(target.field, place(data.range, target.file)))
        return nil
      }
      var values: [Value] = []
      var isWhole = true
      for item in items {
        if case .list = item.kind {
          report(.listInList(target.field, place(item.range, target.file)))
          isWhole = false
        } else if let value = value(item, as: element, target) {
          values.append(value)
        } else {
          isWhole = false
        }
      }
      return isWhole ? .list(values) : nil
    case .number, .span, .date, .text, .path, .truth, .record:
      if case .list(let element) = type { return value(data, as: element, target).map { .list([$0]) } }
      return plain(data, as: type, target)
    }
  }

  func reason(_ name: Name?, _ file: Int) -> Reasons? {
    guard let name else { return Reasons(.notRecorded) }
    if let reason = Reason(name: name.text) { return Reasons(reason) }
    report(.noSuchReason(name.text, place(name.range, file)))
    return nil
  }

  private func plain(_ data: DataValue, as type: FieldType, _ target: Target) -> Value? {
    switch data.kind {
    case .path(let path):
      let kinds = kinds(of: target.field)
      if !kinds.isEmpty {
        return resolve(path, among: kinds, scope: target.scope, target.file, for: "`\(target.field.name)`")
          .map { .entity($0) }
      }
    case .text(let text): if type.takes(.text) { return .text(text) }
    case .truth(let truth): if type.takes(.truth) { return .truth(truth) }
    case .number(let number):
      if type.takes(.number) { return Declarations.number(number) }
      if type.takes(.span), let unit = number.unit, let unit = Span.Unit(word: unit.text) {
        return span(Declarations.quantity(number, unit: nil), unit, data.range, target.file)
      }
      if type.takes(.date), let text = Declarations.years(number) {
        return date(DateLiteral(text, data.range), as: type, target)
      }
    case .date(let literal): if type.takes(.date) { return date(literal, as: type, target) }
    case .span(let parts, let about):
      if type.takes(.span) { return span(parts, about: about, data.range, target.file) }
    case .record, .none, .unknown, .list, .faulty: break
    }
    report(.wrongType(target.field, needs: type, not: what(data, target), place(data.range, target.file)))
    return nil
  }

  /// What was written, with its article, as a message says it.
  private func what(_ data: DataValue, _ target: Target) -> String {
    switch data.kind {
    case .number: "a number"
    case .span: "a span"
    case .date: "a date"
    case .text: "a text"
    case .path(let path):
      if path.names.count == 1, case .one(let entity) = find(path.names[0].text, among: [], scope: target.scope) {
        Value.entity(entity).kindName
      } else {
        "a name"
      }
    case .truth: "a truth"
    case .none: "none"
    case .unknown: "unknown"
    case .list: "a list"
    case .record: "a record value"
    case .faulty: "this"
    }
  }

  func kinds(of field: Field) -> [Kind] {
    if case .record(let kind) = field.type { return [kind] }
    if let known = kindsOfFields[ObjectIdentifier(field)] { return known }
    let kinds = field.type.kinds
    kindsOfFields[ObjectIdentifier(field)] = kinds
    return kinds
  }

  // MARK: Dates

  /// A date of a field; where the field says how long something lasted, all its days.
  private func date(_ literal: DateLiteral, as type: FieldType, _ target: Target) -> Value? {
    guard let date = date(literal, target.file) else { return nil }
    if !type.isStretch { return .date(date) }
    if date.isPoint, literal.until != nil || literal.text.contains("..") {
      report(.dayForStretch(target.field, date, place(literal.range, target.file)))
      return nil
    }
    return .date(date.asStretch)
  }

  func date(_ literal: DateLiteral, _ file: Int) -> Date? {
    let text = literal.until.map { "\(literal.text)..\($0)" } ?? literal.text
    if let known = dates[text] { return known }
    do throws(DateError) {
      let date = try Date.parse(text)
      dates[text] = date
      return date
    } catch {
      report(.notADate(text, error, place(literal.range, file)))
      return nil
    }
  }

  /// `2022`, or `2016..2019`: years, where a date stands.
  private static func years(_ number: NumberLiteral) -> String? {
    guard number.unit == nil, case .integer(let low) = number.low, (1000...9999).contains(low) else { return nil }
    let text = number.about ? "\(low)~" : "\(low)"
    switch number.end {
    case .exact: return text
    case .open: return nil
    case .number(.integer(let high)): return (1000...9999).contains(high) ? "\(text)..\(high)" : nil
    case .number(.real): return nil
    }
  }

  // MARK: Numbers

  private static func number(_ literal: NumberLiteral) -> Value {
    if case .exact = literal.end, !literal.about, literal.unit == nil {
      switch literal.low {
      case .integer(let number): return .integer(number)
      case .real(let number): return .real(number)
      }
    }
    return .quantity(quantity(literal, unit: literal.unit?.text))
  }

  private static func quantity(_ literal: NumberLiteral, unit: String?) -> Quantity {
    let low = quantity(literal.low)
    switch literal.end {
    case .exact: return literal.about ? Quantity.about(low, unit: unit) : Quantity(low, unit: unit)
    case .open: return Quantity(point: nil, low: low, high: nil, unit: unit, isAbout: literal.about)
    case .number(let high):
      return Quantity(point: nil, low: low, high: quantity(high), unit: unit, isAbout: literal.about)
    }
  }

  private static func quantity(_ magnitude: NumberLiteral.Magnitude) -> Quantity.Number {
    switch magnitude {
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    }
  }

  /// `1.5 years`, `2..5 days`, `3.. months`.
  private func span(_ number: Quantity, _ unit: Span.Unit, _ range: SourceRange, _ file: Int) -> Value? {
    do throws(Fault) { return .span(try Span.of(number, unit)) } catch {
      report(.spanTooLong(error, place(range, file)))
      return nil
    }
  }

  private func span(_ parts: [(Int, SpanUnit)], about: Bool, _ range: SourceRange, _ file: Int) -> Value? {
    do throws(Fault) {
      var sum: Span?
      for (count, unit) in parts {
        guard let unit = Span.Unit(rawValue: unit.rawValue) else { continue }
        let part = try Span.of(count, unit)
        sum = try sum.map { before throws(Fault) in try before.adding(part) } ?? part
      }
      guard let sum, let last = parts.last, let unit = Span.Unit(rawValue: last.1.rawValue) else { return nil }
      return .span(about ? try sum.roughly(within: unit) : sum)
    } catch {
      report(.spanTooLong(error, place(range, file)))
      return nil
    }
  }
}

extension FieldType {
  /// The values that are written as they are.
  enum Plain { case truth, number, text, date, span }

  /// What it takes one of: of a list, what its items are.
  var element: FieldType {
    switch self {
    case .list(let type): type
    case .truth, .number, .text, .date, .span, .record, .either: self
    }
  }

  /// Whether a date is all the time that it covers.
  var isStretch: Bool {
    switch self {
    case .date(let isStretch): isStretch
    case .either(let types): types.contains(where: \.isStretch)
    case .truth, .number, .text, .span, .record, .list: false
    }
  }

  /// Whether it takes such a value, itself or as an alternative.
  func takes(_ plain: Plain) -> Bool {
    switch self {
    case .truth: plain == .truth
    case .number: plain == .number
    case .text: plain == .text
    case .date: plain == .date
    case .span: plain == .span
    case .record, .list: false
    case .either(let types): types.contains { $0.takes(plain) }
    }
  }
}
