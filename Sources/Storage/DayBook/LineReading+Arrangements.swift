import Attendance

extension LineReading {
  var request: LeaveRequest? {
    guard let from = session("from"), let through = session("through"),
      let received = date("received")
    else { return nil }
    return LeaveRequest(
      from: from, through: through, purpose: text("purpose"), asker: text("asker"),
      relationship: text("relationship"), received: received, travelsOut: date("travels_out"),
      travelsBack: date("travels_back"), evidence: text("evidence"))
  }

  var decision: LeaveDecision? {
    guard let outcome = LeaveDecision.Outcome(rawValue: text("outcome")) else { return nil }
    let code = text("code")
    return LeaveDecision(
      outcome, code: code.isEmpty ? nil : code, expectedBack: date("expected"))
  }

  var timetable: Timetable? {
    guard let kind = Timetable.Kind(rawValue: text("kind")), let from = date("from"),
      let until = date("until")
    else { return nil }
    var slots: [Timetable.Slot] = []
    for row in numbered("slot") {
      let words = row.split(separator: " ").map(String.init)
      guard words.count == 4, let weekday = Weekday(name: words[0]),
        let half = HalfDay(rawValue: words[1])
      else { return nil }
      slots.append(
        Timetable.Slot(weekday, half, from: TimeOfDay(words[2]), until: TimeOfDay(words[3])))
    }
    return Timetable(
      kind, from: from, until: until, review: date("review"), slots: slots, school: text("school"),
      compulsoryFrom: date("compulsory"))
  }

  var closure: ClosedSessions? {
    guard let from = session("from"), let through = session("through") else { return nil }
    return ClosedSessions(
      from: from, through: through, code: text("code"), campus: text("campus"),
      years: numbered("year").compactMap { YearGroup($0) }, groups: numbered("group"),
      decided: Instant(text("decided")))
  }

  var list: AwayList? {
    guard let from = session("from"), let through = session("through") else { return nil }
    return AwayList(
      name: text("name"), leader: text("leader"), from: from, through: through,
      code: text("code"), nature: text("nature"), place: text("place"))
  }

  /// The facts of one name that there are several of: `slot0`, `slot1`.
  func numbered(_ name: String) -> [String] {
    var found: [String] = []
    while let next = facts[Substring(name + "\(found.count)")] { found.append(String(next)) }
    return found
  }

  func date(_ name: Substring) -> SchoolDate? {
    facts[name].flatMap { SchoolDate(String($0)) }
  }
}
