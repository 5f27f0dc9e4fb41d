import ArgumentParser
import Attendance
import Storage

/// What is to become of a plan that speaks of the same days.
struct OverlapOptions: ParsableArguments {
  @Flag(help: "Keep what is planned for these days already, beside the new plan.")
  var beside = false
  @Flag(help: "Take back what is planned for these days already, in the same act.")
  var instead = false

  func validate() throws {
    if beside, instead { throw ValidationError("--beside or --instead, not both") }
  }
}

extension OfficeDesk {
  /// Refuses what cannot be planned: an end before the start, a day off the roll, days on which the
  /// school meets at no session for the pupil.
  func check(_ first: Session, _ last: Session, of member: Roll.Member) throws {
    if last < first { throw Refusal.endsBeforeItStarts }
    let pupil = member.pupil
    if roll.member(pupil.id, on: first.date) == nil {
      throw Refusal.notOnRoll(name: pupil.name.onRegister, on: first.date)
    }
    if let ends = member.enrolment.ends, last.date > ends {
      throw Refusal.notOnRoll(name: pupil.name.onRegister, on: last.date)
    }
    let campus = member.particulars.campus.isEmpty ? nil : member.particulars.campus
    func closure(_ session: Session) -> ClosedReason? {
      calendar.closure(at: session, campus: campus, yearGroup: member.particulars.yearGroup)
    }
    let sessions = calendar.sessions(from: first.date, through: last.date).filter {
      first <= $0 && $0 <= last && closure($0) == nil
    }
    if sessions.isEmpty {
      throw Refusal.schoolClosed(first, reason: closure(first).map(\.description) ?? "")
    }
  }

  /// Settles what the act's absences overlap: refuses it in words, keeps both, or takes the earlier
  /// ones back in the same act.
  func settle(_ choice: OverlapOptions, in act: inout Act) throws {
    guard !choice.beside else { return }
    var earlier: [(line: DayLine, absence: KnownAbsence)] = []
    for line in act.lines {
      guard case .absence(let absence) = line.matter else { continue }
      let book = try school.store.dayBook(.between(absence.from.date, absence.through.date))
      for known in book.absences
      where known.line.pupil == line.pupil && known.absence.from <= absence.through
        && absence.from <= known.absence.through
        && !earlier.contains(where: { $0.line.id == known.line.id })
      {
        earlier.append(known)
      }
    }
    guard let first = earlier.first else { return }
    guard choice.instead else {
      let name = first.line.pupil.flatMap { roll.pupils[$0] }?.name.onRegister ?? "the pupil"
      let more = earlier.count > 1 ? ", and \(earlier.count - 1) more" : ""
      throw Refused(
        "rollcall: \(name) has plan \(first.line.id.number) already (\(first.absence.inWords))"
          + "\(more); add --instead to take it back, or --beside to keep both")
    }
    act.lines += earlier.map { known in
      ProposedLine(
        pupil: known.line.pupil, date: now.date, about: .kept(known.line.id), matter: .withdrawn,
        words: "another plan stands in its place")
    }
  }
}
