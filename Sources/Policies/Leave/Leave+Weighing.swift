public import Attendance

extension Leave {
  /// What the policy says about this request, each with its rule, its figure and its place.
  ///
  /// Every point is for whoever decides; none of them decides, and a number of religious days is
  /// advice only (U26).
  public func weigh(
    _ request: LeaveRequest, of record: LeaveRecord, calendar: SchoolCalendar
  ) -> [LeavePoint] {
    let sessions = calendar.sessions(from: request.from.date, through: request.through.date)
      .filter {
        request.covers($0)
          && calendar.meets(at: $0, campus: record.campus, yearGroup: record.yearGroup)
      }
    let purpose = LeavePurpose(of: request)
    // Leave at lunch time misses no session: only its reason is weighed.
    if purpose == .lunch { return [measure(of: request)].compactMap(\.self) }
    return [
      afterwards(request), notice(of: request), assessment(request, record),
      unauthorised(record), authorised(record),
      termEdge(request, record, calendar),
      pointed(
        .holiday, .holiday, purpose == .holiday,
        "it is for a family holiday, which the policy points out"),
      pointed(
        .travel, .travel, purpose == .relatives,
        "it is for travel to relatives, which the policy points out"),
      performance(purpose, record, sessions.count), licence(purpose, request),
      religious(purpose, record, sessions.count),
      pointed(
        .protest, .protest, purpose == .protest, "it is for a protest, which the policy points out"),
      pastRecord(record), wantedEvidence(purpose, request), measure(of: request),
    ].compactMap(\.self)
  }

  private func afterwards(_ request: LeaveRequest) -> LeavePoint? {
    guard request.received > request.from.date else { return nil }
    let days = request.received.days(after: request.from.date)
    return LeavePoint(
      .afterwards,
      "asked for \(days) \(days == 1 ? "day" : "days") after it began; leave is never granted "
        + "afterwards", at: alertPlaces[.retrospective])
  }

  private func notice(of request: LeaveRequest) -> LeavePoint? {
    let kinds = notice.filter { $0.kind == request.purpose }
    guard let rule = kinds.first ?? notice.first(where: { $0.kind == "any leave" }),
      let weeks = rule.weeks
    else { return nil }
    let days = request.from.date.days(after: request.received)
    guard days >= 0, days < weeks * 7 else { return nil }
    return LeavePoint(
      .notice,
      "asked for \(days) \(days == 1 ? "day" : "days") before; for \(rule.kind) the policy asks "
        + "\(weeks) weeks" + (rule.isSoft ? " where possible" : ""), at: rule.place)
  }

  private func assessment(_ request: LeaveRequest, _ record: LeaveRecord) -> LeavePoint? {
    guard alerts.contains(.assessment) else { return nil }
    let before = 7 * assessmentWeeksBefore
    let hit = assessments.first {
      ($0.years.isEmpty || $0.years.contains(record.yearGroup))
        && request.from.date <= $0.ends
        && $0.starts.adding(days: -before) <= request.through.date
    }
    guard let hit else { return nil }
    let isDuring = request.through.date >= hit.starts
    return LeavePoint(
      .assessment,
      "\(isDuring ? "during" : "in the \(assessmentWeeksBefore) weeks before") \(hit.name), "
        + "\(hit.starts.short) to \(hit.ends.short)", at: hit.place)
  }

  private func unauthorised(_ record: LeaveRecord) -> LeavePoint? {
    let count = record.twelveMonths.unauthorised
    guard alerts.contains(.anyUnauthorised), count > 0 else { return nil }
    return LeavePoint(
      .unauthorised,
      "\(count) \(count == 1 ? "session" : "sessions") of unauthorised absence in the last twelve "
        + "months; the policy points out any", at: alertPlaces[.anyUnauthorised])
  }

  private func authorised(_ record: LeaveRecord) -> LeavePoint? {
    guard alerts.contains(.authorisedAbove), let limit = authorisedLimit,
      limit.compare(record.year.authorised, of: record.year.possible) > 0,
      let share = Share(record.year.authorised, of: record.year.possible)
    else { return nil }
    return LeavePoint(
      .authorised,
      "authorised absence is \(share)% this year (\(record.year.authorised) of "
        + "\(record.year.possible) sessions), above \(limit)%", at: authorisedLimitPlace)
  }

  private func termEdge(
    _ request: LeaveRequest, _ record: LeaveRecord, _ calendar: SchoolCalendar
  ) -> LeavePoint? {
    guard alerts.contains(.termEdge) else { return nil }
    let edges = HolidayEdge(calendar, campus: record.campus, yearGroup: record.yearGroup)
    guard let edge = edges.next(to: request) else { return nil }
    return LeavePoint(.termEdge, edge, at: alertPlaces[.termEdge])
  }

  private func pointed(
    _ kind: LeavePoint.Kind, _ alert: Alert, _ applies: Bool, _ words: String
  ) -> LeavePoint? {
    guard applies, alerts.contains(alert) else { return nil }
    return LeavePoint(kind, words, at: alertPlaces[alert])
  }
}
