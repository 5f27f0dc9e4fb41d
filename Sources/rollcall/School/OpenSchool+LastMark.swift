import Attendance
import Policies
import Storage

extension OpenSchool {
  /// The session of the pupil's last mark on that day; without a day, of their last absence.
  func sessionOfLastMark(of pupil: Pupil.ID, on date: SchoolDate?) throws -> Session {
    var standing: [Session: String] = [:]
    for line in try store.history(of: pupil, at: nil) where line.entry.beside == nil {
      standing[line.entry.session] = line.entry.code
    }
    let sessions = standing.filter { session, code in
      if let date { return session.date == date }
      return policies.codes.code(code, on: session.date)?.isAbsence == true
    }
    guard let last = sessions.keys.max() else {
      let what = date.map { "mark is on record for \($0.inWords)" } ?? "absence is on record"
      throw Refused("rollcall: no \(what), so there is no history to show")
    }
    return last
  }
}
