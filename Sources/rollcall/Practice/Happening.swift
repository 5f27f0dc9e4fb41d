import Attendance

/// What keeps a pupil from being simply present at a session, and how the school learns of it.
enum Happening: Hashable {
  /// Known before the register: a report, leave, a visit, a timetable.
  case known(code: String, basis: Precedence.Basis, note: String?)
  /// Nobody has said why; later somebody does.
  case unexplained(Answer)
  /// Came before the register closed, so many minutes late.
  case late(Int)
  /// Came after the register had closed.
  case lateAfterClosing(Int)

  /// What an absence without a reason turns out to be.
  struct Answer: Hashable {
    let code: String
    let at: Instant
    let reason: String
    let note: String?
  }

  /// The code that stands in the end.
  var code: String {
    switch self {
    case .known(let code, _, _): code
    case .unexplained(let answer): answer.code
    case .late: "L"
    case .lateAfterClosing: "U"
    }
  }

  /// Minutes late.
  var minutes: Int? {
    switch self {
    case .late(let minutes), .lateAfterClosing(let minutes): minutes
    case .known, .unexplained: nil
    }
  }
}
