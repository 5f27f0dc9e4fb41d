extension LeaveRequest {
  /// What is asked for: `a holiday, 2026-03-16 AM to 2026-03-20 PM, asked by Mrs Rees (mother)`.
  public var inWords: String {
    var text = "\(purpose), \(from)"
    if through != from { text += " to \(through)" }
    if !asker.isEmpty { text += ", asked by \(asker)" }
    if !relationship.isEmpty { text += " (\(relationship))" }
    if let travelsOut { text += ", travels \(travelsOut)" }
    if let travelsBack { text += ", back \(travelsBack)" }
    if !evidence.isEmpty { text += "; evidence: \(evidence)" }
    return text
  }
}

extension LeaveDecision {
  /// What was decided: `granted as C, expected back 2026-03-23`.
  public var inWords: String {
    outcome.rawValue + (code.map { " as \($0)" } ?? "")
      + (expectedBack.map { ", expected back \($0)" } ?? "")
  }
}

extension Timetable {
  /// From when to when, and on which sessions: `part-time 2026-01-05 to 2026-02-13: mon AM, tue AM`.
  public var inWords: String {
    var text = kind.rawValue + (school.isEmpty ? "" : " with \(school)") + " \(from) to \(until)"
    if let review { text += ", reviewed \(review)" }
    return text + ": " + slots.map(\.inWords).joined(separator: ", ")
  }
}

extension Timetable.Slot {
  /// The session of the week, with its times where it has any: `Tuesday AM 10:30 to 12:00`.
  public var inWords: String {
    "\(weekday.name) \(half.rawValue)" + (from.map { " \($0)" } ?? "")
      + (until.map { " to \($0)" } ?? "")
  }
}

extension ClosedSessions {
  /// What is closed, for whom and as what: `closed 2026-01-12 AM to 2026-01-12 PM, Y4, Abbey`.
  public var inWords: String {
    var text = "closed \(from)" + (through == from ? "" : " to \(through)") + ", \(code)"
    if !campus.isEmpty { text += ", \(campus)" }
    if !years.isEmpty { text += ", year \(years.map(\.description).joined(separator: " "))" }
    if !groups.isEmpty { text += ", \(groups.joined(separator: " "))" }
    if let decided { text += ", decided \(decided.date) \(decided.time)" }
    return text
  }
}

extension AwayList {
  /// The list with its time and code: `Museum, 2026-03-20 AM to 2026-03-20 PM, V, led by mowen`.
  public var inWords: String {
    var text = "\(name), \(from)" + (through == from ? "" : " to \(through)")
    if !code.isEmpty { text += ", \(code)" }
    if !nature.isEmpty { text += " (\(nature))" }
    if !place.isEmpty { text += ", \(place)" }
    if !leader.isEmpty { text += ", led by \(leader)" }
    return text
  }
}

extension Elsewhere {
  /// Whether the pupil is there and who says so: `there, says the provider`.
  public var inWords: String { (isThere ? "there" : "not there") + ", says \(by), \(session)" }
}
