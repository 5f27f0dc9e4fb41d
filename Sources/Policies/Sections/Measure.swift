/// What a rule counts.
public struct Measure: Hashable, Sendable {
  /// The ways of counting.
  public enum Kind: String, Choice, Hashable, Sendable {
    /// The share of possible sessions attended.
    case attendance
    /// The share of possible sessions missed.
    case absence
    /// How many sessions have one of the codes.
    case sessions
    /// How many days have one of the codes, two sessions to a day.
    case days
    /// How many school days running have nothing but the codes at every possible session.
    case run
    /// How many school days after its own a code still stands.
    case standing
    /// How many spans of another rule it flagged in: weeks with two lates.
    case times
  }

  /// The way of counting.
  public let kind: Kind
  /// The codes counted, where codes are.
  public let codes: [String]
  /// The rule whose flags are counted, where another rule's are.
  public let rule: String?

  init(_ section: Section) {
    kind = section.choice("measure", orElse: .attendance)
    codes = section.texts("codes")
    rule = section.optionalText("of_rule")
    guard let value = section.value("measure"), value.text.flatMap(Kind.init) != nil else { return }
    switch kind {
    case .sessions, .days, .run, .standing:
      if codes.isEmpty {
        section.complaints.fault(value, "'\(kind.rawValue)' counts codes; add 'codes'")
      }
    case .times:
      if rule == nil {
        section.complaints.fault(value, "'times' counts another rule's flags; add 'of_rule'")
      }
    case .attendance, .absence: break
    }
  }

  /// Whether the limit is a percentage.
  public var isShare: Bool {
    switch kind {
    case .attendance, .absence: true
    case .sessions, .days, .run, .standing, .times: false
    }
  }

  /// The measure in words.
  public var inWords: String {
    let list = codes.joined(separator: ", ")
    return switch kind {
    case .attendance: "attendance"
    case .absence: "absence"
    case .sessions: "sessions of \(list)"
    case .days: "days of \(list)"
    case .run: "school days running of \(list)"
    case .standing: "school days since \(list)"
    case .times: "times '\(rule ?? "")' was met"
    }
  }
}
