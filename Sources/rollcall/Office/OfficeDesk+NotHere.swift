import Attendance
import Policies
import Storage

/// Who can be marked in and not here, and who can be seen after all (U11).
extension OfficeDesk {
  /// Refuses to look for a pupil whom nobody has marked in: the absence itself is to be explained.
  func requireIn(_ member: Roll.Member) throws {
    let session = school.currentSession
    let list = OnSite(
      [member], on: session.date, codes: school.policies.codes, facts: try facts(at: session))
    // Whoever is looked for already is refused with when and by whom as the act is kept.
    if !list.missing.isEmpty { return }
    let name = member.pupil.name.onRegister
    switch list.lines.first?.knowledge {
    case .seen, .arrived, .seenThisMorning: return
    case .awayThisMorning, .expectedAway, .due, .notMarked:
      let known = list.lines.first.map { "\($0.knowledge)" } ?? ""
      throw Refused(
        "rollcall: nobody has marked \(name) in (\(known)); mark the register, N where nobody knows "
          + "why, and first-day contact follows")
    case nil:
      let marks = try school.store.standing(of: [member.pupil.id], at: session, asAt: nil)
      let mark = marks[member.pupil.id].map {
        "marked \($0.entry.code) at \($0.entry.session) by \($0.by.name)"
      }
      throw Refused(
        "rollcall: \(name) is not in the building by what is on record "
          + "(\(mark ?? "signed out or away")); correct that first, if it is wrong")
    }
  }

  /// Refuses to see after all a pupil whom nobody looks for.
  func requireSought(_ member: Roll.Member) throws {
    let book = try school.store.dayBook(.on(now.date))
    let pupil = member.pupil.id
    if case .notHere = book.whereabouts(on: now.date)[pupil] { return }
    if book.handedOn.contains(where: { $0.pupil == pupil }) { return }
    // Seen already: refused with when and by whom as the act is kept.
    if case .seen = book.whereabouts(on: now.date)[pupil] { return }
    throw Refused(
      "rollcall: nobody looks for \(member.pupil.name.onRegister); --not-here says that somebody does"
    )
  }
}
