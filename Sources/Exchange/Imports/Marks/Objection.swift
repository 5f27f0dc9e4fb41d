import Attendance

/// What an import of marks objects to, in words.
enum Objection {
  static func unknownPupil(_ text: String) -> String {
    if text.isEmpty { return "upn is empty; fill it in" }
    do {
      let upn = try UPN(text)
      return "no pupil has the UPN \(upn); import the pupil first, or correct the UPN"
    } catch {
      return "UPN '\(Nearest.clipped(text))': \(error)"
    }
  }

  static func noDate(_ text: String) -> String {
    text.isEmpty ? "date is empty; fill it in" : DateText.sentence(text, in: "date")
  }

  static func noSession(_ text: String) -> String {
    text.isEmpty
      ? "session is empty; fill it in"
      : "'\(Nearest.clipped(text))' is no session; write AM or PM"
  }

  static func unknownCode(_ text: String, _ codes: [String]) -> String {
    if text.isEmpty { return "code is empty; fill it in, or delete the row" }
    let wrong = "'\(Nearest.clipped(text))' is no attendance code"
    let upper = text.uppercased()
    if codes.contains(upper) { return "\(wrong); did you mean '\(upper)'?" }
    return "\(wrong); there are \(codes.joined(separator: " "))"
  }

  static func wrongMinutes(_ text: String) -> String {
    if let number = Int(text), !(0...600).contains(number) {
      return Refusal.minutesOutOfRange(number).description
    }
    return "'\(Nearest.clipped(text))' is no number of minutes; write 0 to 600, or nothing"
  }

  static func wrongCode(
    _ text: String, _ session: Session, ofCompulsoryAge: Bool, _ codes: CodeBook
  ) -> String {
    do throws(Refusal) {
      _ = try codes.code(text, at: session, ofCompulsoryAge: ofCompulsoryAge)
      return "code \(text) may not stand at \(session); use another code"
    } catch {
      return error.description
    }
  }

  static func differs(_ text: String, _ recorded: String, _ session: Session) -> String {
    let remedy = "amend it with --amend REASON, or delete the row"
    return text == recorded
      ? "the \(text) on record at \(session) has other minutes or another note; \(remedy)"
      : "on record at \(session) is \(recorded), not \(text); \(remedy)"
  }

  /// Why a session is not open to a mark of that pupil.
  static func notOpen(
    _ entry: AdmissionEntry, _ session: Session, _ context: ImportContext
  ) -> String {
    let upn = entry.pupil.upn
    guard let enrolment = entry.enrolment(on: session.date) else {
      if let next = entry.enrolments.first(where: { $0.starts > session.date }) {
        return "\(upn) starts on \(next.starts), after \(session.date); "
          + "correct the date or the starting day"
      }
      if let ends = entry.enrolments.compactMap(\.ends).last(where: { $0 < session.date }) {
        return "\(upn) left on \(ends), before \(session.date); "
          + "correct the date or the leaving date"
      }
      return "\(upn) was never on roll; import the pupil's starting day first"
    }
    if session > context.latest { return Refusal.inTheFuture(session).description }
    guard let particulars = entry.particulars(on: session.date) else {
      return "\(upn) has no year group; import the pupil first"
    }
    if let reason = context.calendar.closure(
      at: session, campus: particulars.campus, yearGroup: particulars.yearGroup)
    {
      return Refusal.schoolClosed(session, reason: reason.description).description
    }
    if !enrolment.isMarked {
      return "\(upn) boards; a boarder stands in the admission register only, delete the row"
    }
    return "\(upn) cannot be marked at \(session); correct the date"
  }

  /// Why a code is out of place for a pupil, or nil where it is not.
  static func misplaced(
    _ code: String, _ entry: AdmissionEntry, on date: SchoolDate
  ) -> String? {
    let upn = entry.pupil.upn
    switch code {
    case "D":
      guard let enrolment = entry.enrolment(on: date), !enrolment.kind.isDual else { return nil }
      return "code D is for pupils registered at two schools, and \(upn) is at one; check it"
    case "W", "S":
      guard let year = entry.particulars(on: date)?.yearGroup,
        let first = YearGroup(year: code == "W" ? 10 : 11), year < first
      else { return nil }
      let use = code == "W" ? "work experience" : "study leave"
      return "code \(code) is for \(use) from \(first.name), and \(upn) is in \(year.name); "
        + "check it"
    case "Z":
      guard let enrolment = entry.enrolment(on: date) else { return nil }
      return "code Z is for a pupil who has not started yet, and \(upn) is on roll from "
        + "\(enrolment.starts); check it"
    default: return nil
    }
  }
}
