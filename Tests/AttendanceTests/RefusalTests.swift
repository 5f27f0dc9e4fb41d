import Attendance
import Testing

/// Every refusal in its own words: what is wrong, and after a semicolon what to do.
@Suite struct RefusalTests {
  static let sentences: [(Refusal, String)] = [
    (.unknownCode("ZZ"), "'ZZ' is no attendance code; choose one of the list of codes"),
    (
      .codeNotInForce("H", on: day("2024-08-19"), successors: ["C"]),
      "code H is not in force on 2024-08-19; use C"
    ),
    (
      .codeNotInForce("C1", on: day("2024-08-18"), successors: []),
      "code C1 is not in force on 2024-08-18; use one that is"
    ),
    (
      .codeForOtherHalf("\\", half: .pm, use: "/"), "code \\ is for the afternoon only; use /"
    ),
    (
      .codeNotForAge("X", onlyFor: "pupils outside compulsory school age"),
      "code X is only for pupils outside compulsory school age; use another code"
    ),
    (
      .codeNotForRole("I", role: "Attendance officer"),
      "code I is not for the role of attendance officer; mark N and note what was said, "
        + "and the office will code it"
    ),
    (.fillingIsOff, "filling is switched off in this school's policy; mark every pupil by hand"),
    (
      .notOnRoll(name: "Abbott, Ada", on: day("2025-09-01")),
      "Abbott, Ada is not on roll on 2025-09-01; check the starting day and the leaving date"
    ),
    (
      .notInRegister(name: "Abbott, Ada"),
      "Abbott, Ada is not in this register; open the register of their group"
    ),
    (
      .schoolClosed(am("2025-09-03"), reason: "INSET day"),
      "the school does not meet on 2025-09-03 AM (INSET day); correct the date or the calendar"
    ),
    (
      .outsideCalendar(day("2031-01-06")),
      "2031-01-06 lies in no calendar; import the calendar of its school year first"
    ),
    (
      .inTheFuture(pm("2026-11-23")),
      "2026-11-23 PM is still to come; a planned absence goes in as a plan"
    ),
    (
      .notOpenYet(opens: clock("08:35")),
      "this register opens at 08:35; a known absence goes in as a plan until then"
    ),
    (.minutesOutOfRange(601), "601 minutes cannot be; minutes late run from 0 to 600"),
    (
      .amendmentWithoutReason(name: "Abbott, Ada"),
      "Abbott, Ada is already marked; give a reason to amend"
    ),
    (
      .arrivalAfterSession(ends: clock("12:00")),
      "the session ended at 12:00 and stays as it is; enter the arrival for the next session"
    ),
    (
      .outAlready(name: "Abbott, Ada", since: clock("10:05")),
      "Abbott, Ada is signed out already, since 10:05; sign in with --back"
    ),
    (.notOut(name: "Abbott, Ada"), "Abbott, Ada is not signed out today; sign out first"),
    (
      .noLunchLeave(name: "Abbott, Ada"),
      "Abbott, Ada has no leave at lunch time; it is asked for in writing and granted first"
    ),
    (
      .noFreePeriod(name: "Abbott, Ada"),
      "Abbott, Ada is not in the sixth form and has no free periods; give another purpose"
    ),
    (
      .weekSignedOff(by: "Ms Hall", at: moment("15:40")),
      "the week is signed off already, by Ms Hall on 10 Sep at 15:40; name another week"
    ),
    (
      .weekLeftOpen("Blanks 2"),
      "the week is not at zero (Blanks 2); settle it, or say in words why it is left"
    ),
    (
      .contactWithoutName, "a contact without a name cannot be asked for; write the name"
    ),
    (.contactTwice("Mrs A"), "Mrs A is a contact already; correct that one"),
    (.unknownPermission("ja"), "'ja' is no permission; write yes, no or dsl"),
    (.noTelephone("home"), "'home' is no telephone number; write its digits, or nothing"),
    (.noEmail("home"), "'home' is no email address; write it with its @, or nothing"),
    (.nothingToSubmit, "there is nothing to submit; mark the register first"),
    (
      .stillBlank(rows: [4, 9]),
      "still blank: 4, 9; mark them, fill with =, or submit them as N"
    ),
  ]

  @Test(arguments: sentences)
  func `a refusal says what is wrong and what to do`(refusal: Refusal, sentence: String) {
    #expect(refusal.description == sentence)
    let halves = sentence.split(separator: "; ")
    #expect(halves.count == 2 && halves.allSatisfy { $0.count > 4 })
  }
}
