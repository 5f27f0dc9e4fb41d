/// What a rule counts.
public struct Measure: Hashable, Sendable {
  /// The ways of counting.
  public enum Kind: String, Choice, Hashable, Sendable {
    /// The share of possible sessions attended.
    case attendance
    /// The share of possible sessions missed.
    case absence
    /// How many points attendance in the span lies below that of the school year before it.
    case fall
    /// How many sessions have one of the codes.
    case sessions
    /// How many days have one of the codes, two sessions to a day.
    case days
    /// How many days have one of the codes at one session and were attended at the other.
    case partDays = "part days"
    /// How many days have one of the codes next to a holiday: the first or last day of a half term.
    case edgeDays = "edge days"
    /// How many days there are with those that are known beforehand, where some are.
    case expectedDays = "expected days"
    /// How many school days running have nothing but the codes at every possible session.
    case run
    /// How many days of such a run nobody at home was heard from.
    case silence
    /// How many school days after its own a code still stands.
    case standing
    /// How many school days a pupil is overdue who should be back.
    case overdue
    /// How many spans of another rule it flagged in: weeks with two lates.
    case times
    /// How unlikely the absence on one weekday or at one session is, were all days alike.
    case pattern
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
    if kind.countsCodes, codes.isEmpty {
      section.complaints.fault(value, "'\(kind.rawValue)' counts codes; add 'codes'")
    }
    if kind == .times, rule == nil {
      section.complaints.fault(value, "'times' counts another rule's flags; add 'of_rule'")
    }
  }

  /// Whether the limit is a percentage.
  public var isShare: Bool {
    switch kind {
    case .attendance, .absence, .fall, .pattern: true
    case .sessions, .days, .partDays, .edgeDays, .expectedDays, .run, .silence, .standing,
      .overdue, .times:
      false
    }
  }

  /// The measure in words.
  public var inWords: String {
    let list = codes.joined(separator: ", ")
    return switch kind {
    case .attendance: "attendance"
    case .absence: "absence"
    case .fall: "attendance below that of the year before it, by points,"
    case .sessions: "sessions of \(list)"
    case .days: "days of \(list)"
    case .partDays: "days of \(list) at one session only"
    case .edgeDays: "days of \(list) next to a holiday"
    case .expectedDays: "days of \(list) with those known beforehand"
    case .run: "school days running of \(list)"
    case .silence: "school days running of \(list) without a word from home"
    case .standing: "school days since \(list)"
    case .overdue: "school days since the pupil was expected back"
    case .times: "times '\(rule ?? "")' was met"
    case .pattern: "chance that absence falls so on one weekday or session"
    }
  }
}

extension Measure.Kind {
  /// Whether codes must be named for it.
  var countsCodes: Bool {
    switch self {
    case .sessions, .days, .partDays, .edgeDays, .expectedDays, .run, .silence, .standing: true
    case .attendance, .absence, .fall, .overdue, .times, .pattern: false
    }
  }
}
