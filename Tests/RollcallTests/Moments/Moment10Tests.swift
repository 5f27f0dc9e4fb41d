import Testing

/// Moment 10: an inspector asks at 9:15 for the evidence, what the register said then, and whether it
/// is whole.
@Suite struct Moment10Tests {
  private static let aisha = "V820400120005"

  @Test
  func
    `moment 10: the pack, the register as it was, its history, the certificate and its seals, a command each`()
    throws
  {
    let school = try NoticeJourneyTests.school()
    let now = NoticeJourneyTests.now
    let before = try school.succeed(
      ["register", "8B", "--date", "2025-09-18", "--session", "am", "--format", "csv"], at: now
    ).lines
    #expect(before.first { $0.hasPrefix(Self.aisha) }?.contains(",G,") == true, "\(before)")
    let flags = try school.succeed(
      ["flags", "--pupil", Self.aisha, "--flag", "penalty-notice-threshold", "--format", "csv"],
      at: now
    ).lines
    #expect(flags.last?.hasSuffix(",10") == true, "\(flags)")
    let amended = try school.run(
      [
        "import", "marks",
        school.file("one.csv", "upn,date,session,code\n\(Self.aisha),2025-09-18,AM,I\n"),
        "--amend", "a doctor's letter came",
      ], at: "2025-09-29T09:00")
    #expect(amended.status == 0, "\(amended.errors)")
    let later = "2025-09-29T09:15"
    // What was known then is still what the register says of then.
    let then = try school.succeed(
      [
        "register", "8B", "--date", "2025-09-18", "--session", "am", "--as-at", now, "--format",
        "csv",
      ], at: later
    ).lines
    #expect(then == before)
    let today = try school.succeed(
      ["register", "8B", "--date", "2025-09-18", "--session", "am", "--format", "csv"], at: later
    ).lines
    #expect(today.first { $0.hasPrefix(Self.aisha) }?.contains(",I,") == true)
    let history = try school.succeed(
      [
        "history", Self.aisha, "--date", "2025-09-18", "--session", "am", "--format", "csv",
      ], at: later
    ).output
    #expect(history.contains("a doctor's letter came"))
    let pack = try school.run(
      ["pack", Self.aisha, "--preview", "--as-of", "2025-09-26"], at: later)
    #expect(pack.status == 0, "\(pack.errors)")
    // One of the ten sessions is illness now.
    #expect(pack.output.contains("9 count"), "\(pack.output)")
    let certificate = try school.succeed(
      ["print", "certificate", Self.aisha, "--from", "2025-09-15", "--to", "2025-09-19"], at: later
    ).output
    #expect(certificate.contains("Mon 15 Sep 2025   G  G    G  G    G  G    I  G    G  G\n"))
    #expect(certificate.contains("Authorised absence 1, unauthorised absence 9\n"))
    #expect(
      certificate.contains(
        "Thu 18 Sep 2025 AM: G amended to I on Mon 29 Sep 2025"))
    #expect(certificate.contains("a doctor's letter came"))
    let verified = try school.succeed(["verify"], at: later).output
    // The paper is anchored by the seal that the register verifies with.
    let seal = try #require(
      certificate.split(separator: "\n").last?.trimmingPrefix { $0 == " " })
    #expect(verified.contains("head seal \(seal)\n"))
  }
}
