import Attendance
import Policies
import Screens
import Storage

/// What leave and timetables put on the office's morning.
extension OfficeDesk {
  /// Leave that waits for a decision, those not back from it, and timetables that have ended.
  func arrangementRows() throws -> [Morning.Row] {
    let book = try arrangements()
    let waiting = book.leave.filter { $0.state == .waiting }.compactMap { leave -> Morning.Row? in
      guard let member = leave.pupil.flatMap({ roll.member($0, on: now.date) }) else { return nil }
      let days = leave.daysWaiting(on: now.date)
      let state =
        leave.isOverdue(on: now.date)
        ? "a decision was due within a week" : days == 0 ? "came today" : "waits \(days) days"
      return Morning.Row(
        id: .leave(leave.id), section: .leave, name: member.pupil.name.onRegister,
        group: member.particulars.group,
        words: "\(leave.request.purpose) from \(leave.request.from.date.short), \(state)")
    }
    let late = try notBack(book).compactMap { late in
      late.leave.pupil.flatMap { row(.notBack, $0, late.inWords) }
    }
    let over = try ended(book).filter { !$0.blanks.isEmpty }.compactMap { ended in
      row(.ended, ended.member.pupil.id, ended.inWords)
    }
    return waiting + late + over
  }

  /// Those missed at another school (U30), and those due later than registration and not yet seen.
  func laterRows(_ book: DayBook, at session: Session) throws -> [Morning.Row] {
    let missed = book.missedElsewhere(on: now.date).compactMap { line, word -> Morning.Row? in
      guard let pupil = line.pupil else { return nil }
      let tries = book.attempts(about: pupil, on: now.date).count
      return row(
        .unexplained, pupil,
        "not at the other school, says \(word.by); D stays; "
          + (tries == 0 ? "nobody tried yet" : "\(tries) tried"), at: word.session)
    }
    let hours = book.due(at: session).filter { $0.value.start(by: now) != nil }
    if hours.isEmpty { return missed }
    let whereabouts = book.whereabouts(on: now.date)
    let told = Set(book.plans.filter { $0.covers(session) }.map(\.pupil))
    let due = hours.filter { whereabouts[$0.key] == nil && !told.contains($0.key) }
    let marks = try school.store.standing(of: Array(due.keys), at: session, asAt: nil)
    let codes = school.policies.codes
    let unseen = due.filter { pupil, _ in
      guard let code = marks[pupil]?.entry.code else { return true }
      return codes.code(code, on: session.date)?.onSite == .no
    }
    return missed
      + unseen.compactMap { pupil, slot in
        row(
          .unexplained, pupil,
          "due at \(slot.from.map(\.description) ?? "") by their own timetable, not seen yet",
          at: session)
      }.sorted { $0.name < $1.name }
  }
}
