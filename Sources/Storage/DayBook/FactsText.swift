import Attendance

/// The facts of a line being written: one row each, an empty one left out.
struct FactsText {
  private(set) var text = ""

  /// Adds the fact; a line break within one becomes a space.
  mutating func add(_ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    text +=
      name + " " + value.withoutNUL.split(whereSeparator: \.isNewline).joined(separator: " ")
    text += "\n"
  }

  mutating func add(_ name: String, _ session: Session) {
    add(name, "\(session.date) \(session.half.rawValue)")
  }

  mutating func add(_ request: LeaveRequest) {
    add("from", request.from)
    add("through", request.through)
    add("purpose", request.purpose)
    add("asker", request.asker)
    add("relationship", request.relationship)
    add("received", request.received.description)
    add("travels_out", request.travelsOut?.description ?? "")
    add("travels_back", request.travelsBack?.description ?? "")
    add("evidence", request.evidence)
  }

  mutating func add(_ timetable: Timetable) {
    add("kind", timetable.kind.rawValue)
    add("from", timetable.from.description)
    add("until", timetable.until.description)
    add("review", timetable.review?.description ?? "")
    add("school", timetable.school)
    add("compulsory", timetable.compulsoryFrom?.description ?? "")
    for (number, slot) in timetable.slots.enumerated() {
      add(
        "slot\(number)",
        [
          slot.weekday.name, slot.half.rawValue, slot.from?.description ?? "-",
          slot.until?.description ?? "-",
        ].joined(separator: " "))
    }
  }

  mutating func add(_ closure: ClosedSessions) {
    add("from", closure.from)
    add("through", closure.through)
    add("code", closure.code)
    add("campus", closure.campus)
    for (number, year) in closure.years.enumerated() { add("year\(number)", year.description) }
    for (number, group) in closure.groups.enumerated() { add("group\(number)", group) }
    add("decided", closure.decided?.description ?? "")
  }

  mutating func add(_ list: AwayList) {
    add("name", list.name)
    add("leader", list.leader)
    add("from", list.from)
    add("through", list.through)
    add("code", list.code)
    add("nature", list.nature)
    add("place", list.place)
  }
}
