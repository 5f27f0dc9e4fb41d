import Attendance
import Policies
import Screens
import Storage

extension AuditDesk {
  /// What the screen shows for that question, acts with the last one first.
  func board(_ question: AuditQuestion) throws -> AuditBoard {
    let today = school.clock.now.date
    let days =
      switch question.span {
      case .today: today...today
      case .week: today.monday...today
      case .halfTerm: try halfTermBegins(today)...today
      }
    if question.showsGaps {
      return AuditBoard(question, days: days, try gaps(of: days).map(row))
    }
    return AuditBoard(
      question, days: days,
      try lines(of: days).reversed().map { row($0, isOneDay: question.span == .today) })
  }

  /// The first school day of the half term that runs, or of the last one that did.
  private func halfTermBegins(_ today: SchoolDate) throws -> SchoolDate {
    try school.store.calendar().period(.halfTerm, begunBy: today)?.starts ?? today
  }

  private func row(_ line: AuditLine, isOneDay: Bool) -> AuditBoard.Row {
    let pupil = line.pupil.flatMap { roll.pupils[$0] }
    var details = [line.what.isEmpty ? line.kind.rawValue : line.what]
    if let pupil {
      let session = line.session.map { ", \($0.inWords)" } ?? ""
      details = ["\(pupil.name.onRegister)\(session)", line.what]
    } else if let session = line.session {
      details.append(session.inWords)
    }
    if let was = line.was {
      let code = line.code.flatMap { $0.isEmpty ? nil : $0 } ?? "blank"
      details.append("\(was.isEmpty ? "blank" : was) amended to \(code)")
    }
    if !line.reason.isEmpty { details.append("Because: \(line.reason)") }
    details.append(line.by.position)
    let mark = pupil.flatMap { pupil in
      line.session.map {
        AuditBoard.Mark(of: pupil.id, named: pupil.name.onRegister, at: $0)
      }
    }
    return AuditBoard.Row(
      time: isOneDay ? "\(line.at.time)" : "\(line.at.date.short) \(line.at.time)",
      who: line.by.name, kind: line.kind.rawValue, details: details, mark: mark)
  }

  private func row(_ gap: RegisterGap) -> AuditBoard.Row {
    let count = gap.count
    var details = ["\(count.due) due, \(count.unmarked) without a mark"]
    if count.coded > 0 { details.append("\(count.coded) still unexplained") }
    if let taken = gap.taken {
      details.append("Taken \(taken.at.date.short) \(taken.at.time) by \(taken.typist.name)")
    }
    if gap.minutesLate > 0 { details.append("\(gap.minutesLate) minutes after it had closed") }
    if gap.reminders > 0 { details.append("Reminded \(gap.reminders) times") }
    return AuditBoard.Row(
      time: count.key.session.inFewWords, who: count.key.group, kind: gap.state, details: details)
  }
}
