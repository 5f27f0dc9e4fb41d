import Testing

/// Amending marks by command: one, many, undone, and by whom (domain.md 3.2, B.1.2, B.5.47).
@Suite struct AmendJourneyTests {
  private let after = "2026-03-20T10:00"
  private let ben = "N820400120001"

  /// The school with the register of 8B taken by its tutor, Ben not here.
  static func taken() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "2 N\n=\nsubmit\n",
      at: "2026-03-20T08:45")
    return school
  }

  private func amend(_ more: [String]) -> [String] {
    ["amend", ben, "--date", "2026-03-20", "--session", "am", "--as", "hall", "--format", "csv"]
      + more
  }

  @Test func `an amendment keeps the original, the new mark, why, when, and who in what post`()
    throws
  {
    let school = try Self.taken()
    let done = try school.succeed(amend(["--code", "I", "--reason", "mother rang"]), at: after)
    #expect(
      done.lines.last
        == "\(ben),Barnes,Ben,8B,2026-03-20,AM,N,G. Owen,Form tutor,2026-03-20T08:45:00+00:00,I,,"
        + "mother rang,amended,3")
    let history = try school.succeed(["history", ben, "--format", "csv"], at: after)
    #expect(
      history.lines.dropFirst() == [
        "\(ben),2026-03-20,AM,N,,,2026-03-20T08:45:00+00:00,G. Owen,Form tutor,taken,,,,",
        "\(ben),2026-03-20,AM,I,,,2026-03-20T10:00:00+00:00,J. Hall,Attendance officer,amended,N,"
          + "mother rang,,",
      ])
    try school.succeed(["verify"])
  }

  @Test(arguments: [
    (["--code", "I", "--reason", " "], "give the reason in words"),
    (["--code", "ZZ", "--reason", "x"], "'ZZ' is no attendance code"),
    (["--code", "H", "--reason", "x"], "code H is not in force on 2026-03-20"),
    (["--code", "X", "--reason", "x"], "code X is only for pupils outside compulsory school age"),
    (["--code", "#", "--reason", "x"], "for a whole school or year group"),
    (["--code", "I", "--minutes", "5", "--reason", "x"], "minutes late stand beside L or U"),
    (["--code", "L", "--minutes", "601", "--reason", "x"], "601 minutes cannot be"),
    (["--code", "N", "--reason", "x"], "is N already; nothing was changed"),
  ])
  func `what cannot stand is refused in words, and nothing changes`(
    more: [String], sentence: String
  ) throws {
    let school = try Self.taken()
    #expect(try school.refuse(amend(more), at: after).contains(sentence))
    #expect(try school.succeed(["history", ben, "--format", "csv"]).lines.count == 2)
  }

  @Test(arguments: [
    ("2026-03-21", "is still to come"), ("2026-03-14", "the school does not meet"),
    ("2025-09-02", "is not on roll"),
  ])
  func `a mark stands only where the pupil could have one`(date: String, sentence: String) throws {
    let school = try Self.taken()
    let refused = try school.refuse(
      [
        "amend", ben, "--date", date, "--session", "am", "--code", "I", "--reason", "x", "--as",
        "hall",
      ], at: after)
    #expect(refused.contains(sentence))
  }

  @Test func `a tutor amends their own form until it closes, and no other form at all`() throws {
    let school = try Self.taken()
    try school.succeed([
      "import", "staff",
      school.file(
        "more.csv",
        "login,name,position,role,registration_group\nrhys,D. Rhys,Form tutor,tutor,9C\n"),
    ])
    func amend(_ login: String, _ time: String) -> [String] {
      [
        "amend", ben, "--date", "2026-03-20", "--session", "am", "--code", "/", "--reason",
        "wrong row", "--as", login,
      ]
    }
    let other = try school.refuse(amend("rhys", "08:50"), at: "2026-03-20T08:50")
    #expect(other.contains("a form tutor may amend a submitted register before it closes only for"))
    let late = try school.refuse(amend("owen", "10:00"), at: after)
    #expect(late.contains("a form tutor may not amend a submitted register after it has closed"))
    #expect(late.contains("ask the "))
    try school.succeed(amend("owen", "08:50"), at: "2026-03-20T08:50")
  }

  @Test func `many at once touch blanks only, say the count first, and are one act`() throws {
    let school = try Self.taken()
    let many = [
      "amend", "--group", "8B", "--from", "2026-03-19", "--to", "2026-03-20", "--session", "am",
      "--code", "I", "--reason", "sickness bug", "--as", "hall", "--format", "csv",
    ]
    let asked = try school.refuse(many, at: after)
    #expect(
      asked.contains("this would set 5 blanks in 1 register to I; 5 marked are left"))
    let preview = try school.run(many + ["--preview"], at: after)
    #expect(preview.errors == "would set 5 blanks in 1 register to I; 5 marked are left\n")
    #expect(preview.lines.filter { $0.contains("would be amended") }.count == 5)
    #expect(
      try school.succeed(["verify"]).lines.first == "2 submissions, 5 entries, 5 sheets: all sound")
    let done = try school.succeed(many + ["--yes"], at: after)
    #expect(done.lines.filter { $0.hasSuffix(",amended,3") }.count == 5)
    #expect(done.lines.filter { $0.contains("left: marked") }.count == 5)
    #expect(
      try school.succeed(["verify"]).lines.first == "3 submissions, 10 entries, 5 sheets: all sound"
    )
  }

  @Test func `only the code that is to give way is replaced`() throws {
    let school = try Self.taken()
    let done = try school.succeed(
      [
        "amend", "--group", "8B", "--date", "2026-03-20", "--session", "am", "--replace", "n",
        "--code", "O", "--reason", "no reason found", "--yes", "--as", "hall", "--format", "csv",
      ], at: after)
    #expect(done.lines.filter { $0.contains(",amended,") }.map { $0.prefix(13) } == ["\(ben)"])
  }

  @Test func `an undo is a new act that leaves and names what changed since`() throws {
    let school = try Self.taken()
    try school.succeed(
      [
        "amend", "--group", "8B", "--from", "2026-03-19", "--to", "2026-03-19", "--session", "am",
        "--code", "I", "--reason", "sickness bug", "--yes", "--as", "hall",
      ], at: after)
    try school.succeed(
      [
        "amend", ben, "--date", "2026-03-19", "--session", "am", "--code", "O", "--reason",
        "no reason after all", "--as", "hall",
      ], at: "2026-03-20T10:05")
    let undone = try school.run(
      ["undo", "3", "--as", "hall", "--format", "csv"], at: "2026-03-20T10:10")
    #expect(undone.status == 0)
    #expect(
      undone.errors
        == "rollcall: Barnes, Ben, Thu 19 Mar 2026, morning, has changed since and is left: O by J. "
        + "Hall\n")
    #expect(undone.lines.count == 5)
    #expect(
      undone.lines.dropFirst().allSatisfy {
        $0.hasSuffix("undo of Fri 20 Mar 2026 10:00: sickness bug,5")
      })
    let register = try school.succeed(
      ["register", "8B", "--date", "2026-03-19", "--session", "am", "--format", "csv"], at: after)
    #expect(register.lines.count { $0.contains(",O,") } == 1)
    try school.succeed(["verify"])
  }

  @Test func `an undone amendment makes the mark what it was`() throws {
    let school = try Self.taken()
    try school.succeed(amend(["--code", "I", "--reason", "mother rang"]), at: after)
    try school.succeed(["undo", "--as", "hall"], at: "2026-03-20T10:01")
    let history = try school.succeed(["history", ben, "--format", "csv"], at: after)
    #expect(
      history.lines.last
        == "\(ben),2026-03-20,AM,N,,,2026-03-20T10:01:00+00:00,J. Hall,Attendance officer,amended,I,"
        + "undo of Fri 20 Mar 2026 10:00: mother rang,,")
  }
}
