import Attendance
import Storage

extension OpenSchool {
  /// Keeps an act of the office; refuses it where it would only say again what is said already.
  func keep(_ act: Act) throws -> Receipt {
    try refuseRepeating(act)
    return try store.submit(act)
  }

  private func refuseRepeating(_ act: Act) throws {
    guard act.lines.contains(where: \.matter.isSaidOnce) else { return }
    guard let (line, again) = try store.dayBook(.on(act.at.date)).saidAlready(by: act) else {
      return
    }
    let pupil = again.pupil
    let name = try pupil.flatMap { try store.roll().pupils[$0] }?.name.onRegister
    throw Refused("rollcall: \(SaidAlready(line, about: name ?? "The office"))")
  }
}
