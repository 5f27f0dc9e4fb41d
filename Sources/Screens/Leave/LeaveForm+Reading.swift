import Attendance
import Policies

extension LeaveForm: TypedForm {
  /// The act that keeps the request.
  func act(at desk: Desk, calendar: SchoolCalendar) throws(Fault) -> Act {
    guard let pupil else {
      throw Fault(.pupil, "Choose the pupil: Enter takes the first, a digit any")
    }
    let request = try request(at: desk, calendar: calendar)
    do throws(LeaveRefusal) {
      return try request.act(
        for: pupil.pupil.id, saying: text(.words), by: desk.person, now: desk.now)
    } catch {
      throw Fault(Self.field(of: error), error.description)
    }
  }

  /// What is wrong with the field as it stands, or nil; other fields may still be open.
  func fault(of field: LeaveField, at desk: Desk, calendar: SchoolCalendar) -> Fault? {
    do throws(Fault) {
      _ = try act(at: desk, calendar: calendar)
    } catch {
      return error.field == field ? error : nil
    }
    return nil
  }

  /// What is asked for, as far as it is typed.
  func request(at desk: Desk, calendar: SchoolCalendar) throws(Fault) -> LeaveRequest {
    let today = desk.now.date
    let typed = text(.purpose)
    guard !typed.isEmpty else {
      throw Fault(.purpose, "Say what the leave is for: a digit or words")
    }
    guard let first = try phrase(.first, from: today, today: today) else {
      throw Fault(.first, "Type the first day: 23 Mar, mon, +2 or 2026-03-23, with am or pm")
    }
    let last = try phrase(.last, from: first.date, today: today)
    let (start, end) = (first.first, last?.last ?? first.last)
    if end < start { throw Fault(.last, Refusal.endsBeforeItStarts.description) }
    try check(start, end, calendar, today)
    let received = try phrase(.received, from: today.adding(days: -6), today: today)?.date
    let contact = asker
    let parts = text(.asker).split(separator: ",", maxSplits: 1).map {
      $0.split(separator: " ").joined(separator: " ")
    }
    return LeaveRequest(
      from: start, through: end,
      purpose: LeavePurpose(typed: typed)?.rawValue ?? typed,
      asker: contact?.name ?? parts.first ?? "",
      relationship: contact?.relationship ?? (parts.count > 1 ? parts[1] : ""),
      received: received ?? today,
      travelsOut: try phrase(.travelsOut, from: start.date, today: today)?.date,
      travelsBack: try phrase(.travelsBack, from: end.date, today: today)?.date,
      evidence: text(.evidence))
  }

  private func check(
    _ start: Session, _ end: Session, _ calendar: SchoolCalendar, _ today: SchoolDate
  ) throws(Fault) {
    if let enrolment = brief?.enrolment {
      for (field, date) in [(LeaveField.first, start.date), (.last, end.date)]
      where !enrolment.isOnRoll(on: date) {
        let name = brief?.pupil.name.onRegister ?? ""
        throw Fault(field, Refusal.notOnRoll(name: name, on: date).description)
      }
    }
    // The calendar alone answers until more is known of the pupil.
    if let days = brief?.matters.days {
      guard let refusal = days.refusal(of: start, through: end, on: today) else { return }
      throw Fault(.first, refusal.description)
    }
    let sessions = calendar.sessions(from: start.date, through: end.date)
    if !sessions.contains(where: { start <= $0 && $0 <= end }) {
      let reason = calendar.closure(at: start).map(\.description) ?? ""
      throw Fault(.first, Refusal.schoolClosed(start, reason: reason).description)
    }
  }

  private static func field(of refusal: LeaveRefusal) -> LeaveField {
    switch refusal {
    case .receivedLater: .received
    case .noPurpose: .purpose
    case .code(.endsBeforeItStarts): .travelsBack
    case .code, .noWords, .noCode, .noLeave, .begun, .alreadyGranted, .alreadyDecided, .notGranted:
      .words
    }
  }

  /// What the focused field offers, item by item; a digit takes one.
  var offers: [String] {
    switch focus {
    case .pupil:
      choices.prefix(9).enumerated().map { index, found in
        "\(index + 1) \(found.pupil.name.onRegister) \(found.group) born "
          + found.pupil.dateOfBirth.short
      }
    case .asker: contacts.prefix(9).enumerated().map { "\($0 + 1) \($1.label)" }
    case .purpose:
      LeavePurpose.allCases.prefix(9).enumerated().map { "\($0 + 1) \($1.rawValue)" }
    case .first, .last, .words, .received, .evidence, .travelsOut, .travelsBack: []
    }
  }

  /// What the focused field is for, in a sentence.
  var hint: String {
    switch focus {
    case .pupil: pupil == nil ? "Name, form or UPN." : "Bksp takes the pupil back."
    case .asker: "Who asks: a digit, or a name, then a comma and what they are to the pupil."
    case .purpose: "What for: a digit, or words of their own."
    case .first: "The first day asked for: 23 Mar, mon, +2, 2026-03-23; am, pm."
    case .last: "The last day; without it, the first."
    case .words: "The reason in their words."
    case .received: "When the school received it; today unless typed."
    case .evidence: "What came with it: tickets, a licence."
    case .travelsOut: "The day of the journey out, where there is one."
    case .travelsBack: "The day of the journey back."
    }
  }
}
