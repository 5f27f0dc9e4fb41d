import Attendance
import Screens

extension TestOffice {
  /// Three things done today, of two kinds; or two registers that want something.
  static func auditBoard(
    _ question: AuditQuestion, _ pupils: [Pupil], on date: SchoolDate
  ) -> AuditBoard {
    let first = question.span == .today ? date : date.monday
    if question.showsGaps {
      return AuditBoard(
        question, days: first...date,
        [
          AuditBoard.Row(
            time: "14 Oct AM", who: "8C", kind: "not taken",
            details: ["29 due, 29 without a mark", "Reminded 2 times"]),
          AuditBoard.Row(
            time: "14 Oct AM", who: "9A", kind: "taken late",
            details: ["30 due, 0 without a mark", "12 minutes after it had closed"]),
        ])
    }
    let pupil = pupils[0]
    return AuditBoard(
      question, days: first...date,
      [
        AuditBoard.Row(
          time: "09:02", who: "J. Hall", kind: "amended",
          details: [
            "\(pupil.name.onRegister), Tue 14 Oct 2025, morning", "mark amended",
            "N amended to I", "Because: mother rang", "Attendance officer",
          ],
          mark: AuditBoard.Mark(
            of: pupil.id, named: pupil.name.onRegister, at: Session(date, .am))),
        AuditBoard.Row(
          time: "08:58", who: "G. Owen", kind: "taken",
          details: ["register of 8B, 30 marks", "Tue 14 Oct 2025, morning", "Form tutor"]),
        AuditBoard.Row(
          time: "08:31", who: "J. Hall", kind: "printed",
          details: ["printed register of 8B, 2025-10-06 to 2025-10-10", "Attendance officer"]),
      ])
  }
}
