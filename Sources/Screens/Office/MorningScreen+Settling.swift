import Attendance
import Policies

/// The N past their day, which get the proposed code by one key and its confirmation (U23).
extension MorningScreen {
  func barToSettling(at desk: Desk) -> Bar? {
    guard current?.section == .overdue else { return Bar("Choose an N to settle first") }
    return desk.denial(of: .amendAfterClosing, [])
  }

  /// Says what would change; nothing does by itself.
  mutating func propose(_ lapsed: [Unexplained], at desk: Desk) -> [Move] {
    guard !lapsed.isEmpty else {
      return refuse("No N is past its day yet; one is proposed from the day after its last.")
    }
    asking = .settling(lapsed)
    let names = lapsed.prefix(3).map { absent in
      "\(absent.member.pupil.name.onRegister) \(absent.session.date.short) "
        + absent.session.half.rawValue
    }
    let more = lapsed.count > 3 ? " and \(lapsed.count - 3) more" : ""
    say(
      "\(lapsed.count) N past their day would become \(desk.policy.followUp.thenPropose): "
        + "\(names.joined(separator: ", "))\(more). Enter confirms.")
    return []
  }

  /// What became of the N that were settled.
  static func settled(_ act: Act, _ receipt: Receipt) -> String {
    let beside = Set(receipt.outranked + receipt.contradictions)
    let marks = act.marks.filter { !beside.contains($0.pupil) }
    let code = act.marks.first?.code ?? ""
    return "Amended \(act.at.time): \(marks.count) N became \(code)"
      + (beside.isEmpty ? "." : "; \(beside.count.of("pupil")) had a reason by now.")
  }
}
