import Attendance
import Policies
import Terminal

extension FlagsScreen {
  func questionsAfterDeed() -> [Question] { [.flags(.board)] }

  /// Begins what a command does about the pupil under the cursor.
  mutating func work(_ command: Command.ID, at desk: Desk) -> [Move] {
    guard let current else { return [] }
    let right: Right = command == .office(.holdPupil) ? .holdCases : .workCases
    if !desk.permissions.mayEver(right), let bar = desk.denial(of: right, []) {
      return refuse(bar.sentence)
    }
    let name = "\(current.pupil.name.onRegister) \(current.form)"
    func form(_ kind: CaseForm.Kind, _ heading: String) -> CaseForm {
      CaseForm(
        kind, about: current.pupil, current.work.one, heading: "\(name): \(heading)",
        ladders: desk.policy.ladders.map(\.id))
    }
    switch command {
    case .office(.openCase):
      if let one = current.work.one { return CasesScreen.opening(at: one) }
      return begin(form(.open, "a new case"), at: desk)
    case .office(.snooze): return begin(form(.snooze, "leave until a day"), at: desk)
    case .office(.addAction): return begin(form(.add, "done, or arranged"), at: desk)
    case .office(.holdPupil): return begin(form(.hold, "letters and ladders wait"), at: desk)
    case .office(.closeCase): return begin(form(.close, "close the case"), at: desk)
    case .office(.assignCase): return begin(form(.assign, "the case to somebody else"), at: desk)
    default: return []
    }
  }
}
