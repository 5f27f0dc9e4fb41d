import Attendance

// What the policy says about leave of one kind, and about what came before.

extension Leave {
  /// The attendance that the leave would leave, in whole sessions of this year.
  func performance(
    _ purpose: LeavePurpose?, _ record: LeaveRecord, _ sessions: Int
  ) -> LeavePoint? {
    let possible = record.year.possible + sessions
    guard purpose == .performance, alerts.contains(.performanceBelow),
      let limit = performanceLimit, limit.compare(record.year.attended, of: possible) < 0,
      let forecast = Share(record.year.attended, of: possible)
    else { return nil }
    let now = record.year.attendance.map { "\($0)%" } ?? "not known"
    return LeavePoint(
      .performance,
      "attendance is \(now) and would be \(forecast)% with "
        + "\(sessions == 1 ? "this session" : "these \(sessions) sessions"), below \(limit)%",
      at: performanceLimitPlace)
  }

  func licence(_ purpose: LeavePurpose?, _ request: LeaveRequest) -> LeavePoint? {
    guard purpose == .performance, alerts.contains(.licence),
      !request.evidence.lowercased().contains("licen")
    else { return nil }
    return LeavePoint(
      .licence, "no licence of the authority is with the request", at: alertPlaces[.licence])
  }

  /// The days of religious observance, this request's among them: advice, never a refusal.
  func religious(
    _ purpose: LeavePurpose?, _ record: LeaveRecord, _ sessions: Int
  ) -> LeavePoint? {
    guard purpose == .religious, let days = religiousDays, let per = religiousDaysPer else {
      return nil
    }
    let asked = Self.days(sessions)
    let expects = "the school expects \(days) \(days == 1 ? "day" : "days") "
    let words: String
    switch per {
    case .festival: words = "\(asked) asked for; \(expects)a festival"
    case .schoolYear:
      let used = Self.days(record.religiousSessions)
      words = "\(used) used this school year, \(asked) asked for; \(expects)a school year"
    }
    return LeavePoint(
      .religious, words + "; this is advice, leave is not refused by a count",
      at: religiousDaysPlace, isAdvice: true)
  }

  func pastRecord(_ record: LeaveRecord) -> LeavePoint? {
    guard alerts.contains(.record) else { return nil }
    let year = record.twelveMonths
    let share = year.attendance.map { "\($0)%" } ?? "nothing possible"
    let asked = LeaveCase.State.allCases.compactMap { state -> String? in
      let count = record.earlier.count { $0.state == state }
      return count == 0 ? nil : "\(count) \(state.rawValue)"
    }
    return LeavePoint(
      .record,
      "the last twelve months: \(share), \(year.authorised) "
        + "\(year.authorised == 1 ? "session" : "sessions") authorised, "
        + "\(year.unauthorised) unauthorised; leave asked for "
        + (asked.isEmpty ? "never" : asked.joined(separator: ", ")),
      at: alertPlaces[.record])
  }

  /// The evidence that the policy asks for; a performance's is asked of nothing else.
  func wantedEvidence(_ purpose: LeavePurpose?, _ request: LeaveRequest) -> LeavePoint? {
    let wanted = evidence.filter { purpose == .performance || !$0.contains("performance") }
    guard request.evidence.isEmpty, !wanted.isEmpty else { return nil }
    return LeavePoint(
      .evidence,
      "no evidence came with it; the policy asks for " + wanted.joined(separator: ", "),
      at: evidencePlace)
  }

  /// What the school weighs leave by: its own words, for whoever decides.
  func measure(of request: LeaveRequest) -> LeavePoint? {
    switch LeavePurpose(of: request) {
    case .religious: LeavePoint(.measure, "the policy: \(religious)", at: religiousPlace)
    case .travelling: LeavePoint(.measure, "the policy: \(travelling)", at: travellingPlace)
    case .performance:
      performances.map { LeavePoint(.measure, "the policy: \($0)", at: performancesPlace) }
    case .lunch: nil
    case .holiday, .relatives, .bereavement, .interview, .study, .protest, .other, nil:
      LeavePoint(.measure, "exceptional circumstances: \(exceptional)", at: exceptionalPlace)
    }
  }

  /// Two sessions to a day: `2.5 days`.
  static func days(_ sessions: Int) -> String {
    let whole = sessions / 2
    if sessions % 2 == 1 { return "\(whole).5 days" }
    return "\(whole) \(whole == 1 ? "day" : "days")"
  }
}

/// Whether leave lies next to a holiday: nothing but days without school between them.
struct HolidayEdge {
  private let calendar: SchoolCalendar
  private let campus: String?
  private let yearGroup: YearGroup

  init(_ calendar: SchoolCalendar, campus: String?, yearGroup: YearGroup) {
    self.calendar = calendar
    self.campus = campus
    self.yearGroup = yearGroup
  }

  /// Beside which holiday the request lies, in words, or nil.
  func next(to request: LeaveRequest) -> String? {
    let after = holiday(from: request.from, step: -1).map { "directly after \($0)" }
    let before = holiday(from: request.through, step: 1).map { "directly before \($0)" }
    let found = [after, before].compactMap(\.self)
    return found.isEmpty ? nil : found.joined(separator: " and ")
  }

  /// The holiday that begins or ends where the session does, with no school between.
  private func holiday(from session: Session, step: Int) -> String? {
    let edge: HalfDay = step < 0 ? .am : .pm
    if session.half != edge,
      calendar.meets(at: Session(session.date, edge), campus: campus, yearGroup: yearGroup)
    {
      return nil
    }
    var date = session.date.adding(days: step)
    // Holidays are found within a week, past weekends and training days.
    for _ in 0..<7 {
      let reasons = HalfDay.allCases.map {
        calendar.closure(at: Session(date, $0), campus: campus, yearGroup: yearGroup)
      }
      if reasons.contains(nil) { return nil }
      switch reasons[0] {
      case .outsideTerm, .noCalendar: return "the holidays"
      case .halfTerm: return "half term"
      case .weekend, .closed, nil: date = date.adding(days: step)
      }
    }
    return nil
  }
}
