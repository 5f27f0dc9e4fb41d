import Attendance
import Policies
import Screens

extension Sitting {
  /// The marks as they stand at this desk's school.
  func amendSheet(_ marks: [MarkReference]) -> AmendSheet {
    AmendSheet(
      places: marks.compactMap { mark in
        rows.first { $0.pupil.id == mark.pupil }.map { row in
          MarkPlace(
            pupil: row.pupil, session: mark.session, group: key.group,
            isOfCompulsoryAge: row.isOfCompulsoryAge,
            standing: mark.session == key.session ? row.standing : nil)
        }
      }, rules: open(key).register.rules,
      reasons: RecentReasons(["mother rang", "wrong row"]))
  }

  /// What the disk says of an act of amending.
  func amended(_ deed: AmendDeed) -> Answer {
    switch deed {
    case .keep(let act):
      .amending(
        .done(
          act.marks.count == 1
            ? "Amended; both marks stay in the history."
            : "Amended: \(act.marks.count) marks, one act.", undo: Submission.ID(9)))
    case .undo: .amending(.done("Taken back: 1 mark as it was.", undo: nil))
    case .withdraw(let key, _, _, let isTrial):
      isTrial
        ? .amending(.trial("5 marks of \(key.group) are taken back and the register is not taken."))
        : .amending(.done("Withdrawn: \(key.group) is not taken.", undo: Submission.ID(9)))
    case .sendDraft(let key, _): .amending(.done("Submitted 09:12: \(key.group).", undo: nil))
    case .redact: .amending(.done("The text is taken out.", undo: nil))
    }
  }
}
