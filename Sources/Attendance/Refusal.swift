/// Why an act on the register is not done; its sentence says what to do instead.
public enum Refusal: Error, Hashable, Sendable {
  case unknownCode(String)
  case codeNotInForce(String, on: SchoolDate, successors: [String])
  case codeForOtherHalf(String, half: HalfDay, use: String)
  case codeNotForAge(String, onlyFor: String)
  case codeForEveryone(String)
  case codeBeforeJoining(String)
  case codeNotForRole(String, role: String)
  case fillingIsOff
  case notOnRoll(name: String, on: SchoolDate)
  case notInRegister(name: String)
  case schoolClosed(Session, reason: String)
  case outsideCalendar(SchoolDate)
  case inTheFuture(Session)
  case notOpenYet(opens: TimeOfDay)
  case minutesOutOfRange(Int)
  case minutesWithoutLateness(String)
  case amendmentWithoutReason(name: String)
  case reasonMissing
  case arrivalAfterSession(ends: TimeOfDay)
  case endsBeforeItStarts
  case presenceForetold(String)
  case leaveNotGranted(String)
  case codeNotReported(String)
  case noMessage
  case outAlready(name: String, since: TimeOfDay)
  case notOut(name: String)
  case noLunchLeave(name: String)
  case noFreePeriod(name: String)
  case weekSignedOff(by: String, at: Instant)
  case weekLeftOpen(String)
  case contactWithoutName
  case contactTwice(String)
  case unknownPermission(String)
  case neitherYesNorNo(String)
  case noTelephone(String)
  case noEmail(String)
  case nothingToSubmit
  case stillBlank(rows: [Int])
}

extension Refusal: CustomStringConvertible {
  /// The refusal in one sentence, with the remedy.
  public var description: String {
    switch self {
    case .unknownCode(let code):
      "'\(code)' is no attendance code; choose one of the list of codes"
    case .codeNotInForce(let code, let date, let successors):
      successors.isEmpty
        ? "code \(code) is not in force on \(date); use one that is"
        : "code \(code) is not in force on \(date); use \(successors.joined(separator: " or "))"
    case .codeForOtherHalf(let code, let half, let use):
      "code \(code) is for the \(half.name.lowercased()) only; use \(use)"
    case .codeNotForAge(let code, let ages):
      "code \(code) is only for \(ages); use another code"
    case .codeForEveryone(let code):
      "code \(code) is for a whole school or year group, not for one pupil; it goes into the calendar "
        + "as a closure"
    case .codeBeforeJoining(let code):
      "code \(code) is for a pupil who has not joined yet; this one is on roll, use another code"
    case .codeNotForRole(let code, let role):
      "code \(code) is not for the role of \(role.lowercased()); mark N and note what was said, "
        + "and the office will code it"
    case .fillingIsOff:
      "filling is switched off in this school's policy; mark every pupil by hand"
    case .notOnRoll(let name, let date):
      "\(name) is not on roll on \(date); check the starting day and the leaving date"
    case .notInRegister(let name):
      "\(name) is not in this register; open the register of their group"
    case .schoolClosed(let session, let reason):
      "the school does not meet on \(session) (\(reason)); correct the date or the calendar"
    case .outsideCalendar(let date):
      "\(date) lies in no calendar; import the calendar of its school year first"
    case .inTheFuture(let session):
      "\(session) is still to come; a planned absence goes in as a plan"
    case .notOpenYet(let opens):
      "this register opens at \(opens); a known absence goes in as a plan until then"
    case .minutesOutOfRange(let minutes):
      "\(minutes) minutes cannot be; minutes late run from 0 to 600"
    case .minutesWithoutLateness(let code):
      "minutes late stand beside L or U, not beside \(code); mark the lateness first"
    case .amendmentWithoutReason(let name):
      "\(name) is already marked; give a reason to amend"
    case .reasonMissing:
      "the register states why a mark was changed; give the reason in words"
    case .arrivalAfterSession(let ends):
      "the session ended at \(ends) and stays as it is; enter the arrival for the next session"
    case .endsBeforeItStarts:
      "the end lies before the start; put the dates and times in order"
    case .presenceForetold(let code):
      "code \(code) says that the pupil is here, which nobody knows beforehand; use an absence code"
    case .leaveNotGranted(let code):
      "code \(code) is leave, which is asked for and granted; log the message without a code and "
        + "enter the request with 'leave'"
    case .codeNotReported(let code):
      "code \(code) is no reason that somebody gives; leave the code open, or enter the reason's"
    case .noMessage:
      "the line is no message; name the number of one that is not linked yet"
    case .outAlready(let name, let since):
      "\(name) is signed out already, since \(since); sign in with --back"
    case .notOut(let name):
      "\(name) is not signed out today; sign out first"
    case .noLunchLeave(let name):
      "\(name) has no leave at lunch time; it is asked for in writing and granted first"
    case .noFreePeriod(let name):
      "\(name) is not in the sixth form and has no free periods; give another purpose"
    case .weekSignedOff(let name, let moment):
      "the week is signed off already, by \(name) on \(moment.date.short) at \(moment.time); name another "
        + "week"
    case .weekLeftOpen(let what):
      "the week is not at zero (\(what)); settle it, or say in words why it is left"
    case .contactWithoutName:
      "a contact without a name cannot be asked for; write the name"
    case .contactTwice(let name):
      "\(name) is a contact already; correct that one"
    case .neitherYesNorNo(let text):
      "'\(text)' is neither yes nor no; write one of them, or nothing where it is not known"
    case .unknownPermission(let text):
      "'\(text)' is no permission; write yes, no or dsl"
    case .noTelephone(let text):
      "'\(text)' is no telephone number; write its digits, or nothing"
    case .noEmail(let text):
      "'\(text)' is no email address; write it with its @, or nothing"
    case .nothingToSubmit:
      "there is nothing to submit; mark the register first"
    case .stillBlank(let rows):
      "still blank: \(rows.map(String.init).joined(separator: ", ")); mark them, fill with =, "
        + "or submit them as N"
    }
  }
}
