import Foundation
import TerminalTesting
import Testing

/// A trip from several forms on the real program: its own register, three not aboard, confirmed.
@Suite struct TripJourneyTests {

  /// The school with a second form.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    let rows = [("Davies", "Dai"), ("Ellis", "Eve")].map { surname, forename in
      ",\(surname),\(forename),2012-05-05,9,9A,2025-09-03,F,no"
    }
    try school.succeed([
      "import", "pupils",
      school.file(
        "more.csv",
        "upn,surname,forename,date_of_birth,year_group,registration_group,start_date,sex,fsm\n"
          + rows.joined(separator: "\n") + "\n"), "--from", "2025-09-01",
    ])
    return school
  }

  private func rows(
    _ school: TestSchool, _ arguments: String..., at time: String = "09:06"
  ) throws -> [String] {
    try school.succeed(
      arguments + ["--as", "hall", "--format", "csv"], at: "2026-03-20T\(time)"
    ).lines
  }

  private func makeTrip(_ school: TestSchool, code: String = "V") throws {
    try school.succeed(
      [
        "list", "Museum trip", "--group", "8B", "--group", "9A", "--leader", "owen", "--code", code,
        "--nature", "History", "--place", "City museum", "--as", "hall",
      ], at: "2026-03-20T08:00")
  }

  @Test func `a trip of two forms is expected, confirmed but for one, and hides nobody`() throws {
    let school = try school()
    try makeTrip(school)
    #expect(try rows(school, "list", at: "08:30")[1].contains(",owen,7,0,"))
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "hall"], size: (24, 80),
      environment: ["ROLLCALL_NOW": "2026-03-20T08:50"])
    #expect(desk.wait { $0.contains("7 expected, 0 confirmed, V, led by owen") })
    desk.type("e")
    #expect(desk.wait { $0.contains("LISTS AWAY FROM THE FORM") })
    #expect(desk.wait { $0.contains("7 expected, 0 confirmed; V History") })
    desk.type("\r")
    #expect(desk.wait { $0.contains("Ahmed, Aisha") })
    desk.type(" c")
    #expect(desk.wait { $0.contains("6 are there, 1 are not. Who says so?") })
    desk.type("Mr Owen\r")
    #expect(desk.wait { $0.contains("confirmed, says Mr Owen; 1 not there.") })
    desk.type("\u{1B}\u{1B}")
    #expect(desk.wait { $0.contains("not there, says Mr Owen; not marked yet") })
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))

    let trip = try rows(school, "register", "Museum trip").dropFirst()
    #expect(trip.count == 6 && trip.allSatisfy { $0.contains(",V,,History,") })
    // The one who is not aboard is blank in the form at once, and the form has nobody else.
    let form = try rows(school, "register", "8B").dropFirst()
    #expect(form.count == 1 && form[1].contains("Ahmed,Aisha,,"))
    // Confirmed is known to be away; the one who is not aboard is still to be found.
    let fire = try rows(school, "onsite").dropFirst()
    #expect(fire.count == 1 && fire[1].contains("Ahmed,Aisha"))
    #expect(try rows(school, "list", "--check").count == 1)
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `the leader takes the trip's own register with the codes of trips`() throws {
    let school = try school()
    try makeTrip(school)
    let outcome = try school.succeed(
      ["take", "Museum trip", "--plain", "--as", "owen"], typing: "1 N\nsubmit\n",
      at: "2026-03-20T08:45")
    #expect(outcome.output.contains("Museum trip"))
    #expect(try rows(school, "list")[1].contains(",owen,7,6,"))
    let refused = try school.run(
      ["list", "Museum trip", "--end", "--as", "owen"], at: "2026-03-20T09:00")
    #expect(refused.status == 1 && refused.errors.contains("may not end this list"))
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `an unconfirmed trip stays on the fire list as expected away, under its own name`()
    throws
  {
    let school = try school()
    try makeTrip(school)
    let fire = try rows(school, "onsite").dropFirst()
    #expect(fire.count == 7)
    #expect(
      fire.allSatisfy {
        $0.hasPrefix("Museum trip,") && $0.hasSuffix("\"not yet marked, expected away (V)\"")
      })
  }

  @Test func `a list made from a file for the afternoon leaves the morning in the forms`() throws {
    let school = try school()
    let file = try school.file(
      "exam.csv", "upn\nV820400120005\nN820400120001\n")
    try school.succeed(
      [
        "list", "Exam hall", "--from-file", file, "--from", "2026-03-20:pm", "--place", "Hall",
        "--as", "hall",
      ], at: "2026-03-20T08:00")
    #expect(try rows(school, "register", "8B", "--session", "am").count == 6)
    #expect(try rows(school, "register", "8B", "--session", "pm", at: "13:00").count == 4)
    let said = try school.succeed(
      ["take", "8B", "--session", "pm", "--plain", "--as", "owen"], typing: "=\nsubmit\n",
      at: "2026-03-20T12:30"
    ).output
    #expect(
      said.contains(
        "Elsewhere, and not marked here: Aisha Ahmed (Exam hall); Ben Barnes (Exam hall)."))
    #expect(
      try rows(school, "onsite", at: "13:00").filter { $0.hasPrefix("Exam hall,") }.count == 2)
    try school.succeed(["list", "Exam hall", "--end", "--as", "hall"], at: "2026-03-20T12:00")
    #expect(try rows(school, "register", "8B", "--session", "pm", at: "13:00").count == 6)
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `taken off after a mark, a pupil is blank again in the form`() throws {
    let school = try school()
    try makeTrip(school)
    try school.succeed(
      ["list", "Museum trip", "--aboard", "--as", "owen"], at: "2026-03-20T08:40")
    try school.succeed(
      ["list", "Museum trip", "--not-aboard", "V820400120005", "--as", "owen"],
      at: "2026-03-20T08:50")
    let history = try rows(school, "history", "V820400120005", "--session", "am").dropFirst()
    #expect(history.count == 2)
    #expect(history.last?.contains(",AM,,,,") == true)
    #expect(try rows(school, "register", "8B").count == 2)
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `the afternoon's list is told in the evening, and the morning's at two`() throws {
    let school = try school()
    try makeTrip(school)
    try school.succeed(
      ["list", "Museum trip", "--aboard", "--by", "Mr Owen", "--as", "hall"],
      at: "2026-03-20T13:30")
    // Told at two: Aisha joined at noon. She is off the morning's list, and on the afternoon's.
    let told = try school.succeed(
      [
        "list", "Museum trip", "--aboard", "--not-aboard", "V820400120005", "--session", "am",
        "--as", "hall", "--format", "csv",
      ], at: "2026-03-20T14:00"
    ).lines
    #expect(told.dropFirst().count == 6)
    #expect(told.dropFirst().allSatisfy { $0.contains(",2026-03-20,AM,") })
    func codes(_ half: String) throws -> [String] {
      try rows(school, "register", "Museum trip", "--session", half, at: "18:00").dropFirst()
        .map { String($0.split(separator: ",", omittingEmptySubsequences: false)[3]) }
    }
    #expect(try codes("am") == Array(repeating: "V", count: 6))
    #expect(try codes("pm") == Array(repeating: "V", count: 7))
    #expect(try rows(school, "register", "8B", "--session", "am", at: "18:00").count == 2)

    // The next week somebody says at last that Ben was not there on Friday afternoon.
    try school.succeed(
      [
        "list", "Museum trip", "--confirm", "--not-there", "N820400120001", "--date",
        "2026-03-20", "--session", "pm", "--as", "hall",
      ], at: "2026-03-23T09:30")
    #expect(try codes("pm") == Array(repeating: "V", count: 6))
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `nobody confirms a day to come, or a session at which there was no list`() throws {
    let school = try school()
    try school.succeed(
      [
        "list", "Museum trip", "--group", "8B", "--from", "2026-03-24:pm", "--code", "V",
        "--nature", "History", "--as", "hall",
      ], at: "2026-03-20T08:00")
    for (more, sentence) in [
      ([], "Tue 24 Mar 2026 is still to come"),
      (["--date", "2026-03-23"], "there is no list 'Museum trip' on Mon 23 Mar 2026"),
      (
        ["--date", "2026-03-24", "--session", "am"],
        "there is no list 'Museum trip' on Tue 24 Mar 2026, morning"
      ),
    ] {
      let outcome = try school.run(
        ["list", "Museum trip", "--confirm", "--as", "hall"] + more, at: "2026-03-23T09:00")
      #expect(outcome.status == 1 && outcome.errors.contains(sentence), "\(outcome.errors)")
    }
  }

  @Test(arguments: [
    (["8B", "--pupils", "Rees"], "there is a group '8B' then"),
    (["Trip", "--pupils", "Rees", "--code", "I"], "is no activity elsewhere"),
    (["Trip", "--pupils", "Rees", "--code", "B"], "states the nature of the activity"),
    (["Trip", "--pupils", "Rees", "--leader", "nobody"], "nobody on the staff has the login"),
    (["Trip", "--pupils", "Rees", "--from", "2026-03-19"], "begins before today"),
    (["Trip", "--pupils", "Rees", "--from", "2026-03-21"], "does not meet then"),
    (["Trip", "--confirm"], "nobody is expected at 'Trip'"),
    (["Trip", "--end"], "there is no list 'Trip'"),
  ])
  func `what cannot be is refused in a sentence`(arguments: [String], sentence: String) throws {
    let school = try school()
    let outcome = try school.run(
      ["list"] + arguments + ["--as", "hall"], at: "2026-03-20T08:00")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(try rows(school, "list").count == 1)
  }

  @Test func `two lists do not have one pupil at once`() throws {
    let school = try school()
    try makeTrip(school)
    let outcome = try school.run(
      ["list", "Exam hall", "--pupils", "Rees", "--as", "hall"], at: "2026-03-20T08:00")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("Rees, Rhys (Museum trip); take them off that one first"))
  }
}
