import Testing

/// Names deleted from the admission register by plain commands: on a ground, never in retrospect.
@Suite struct LeaverJourneyTests {
  private static let aisha = "V820400120005"
  private static let now = "2026-03-04T15:45"

  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "staff",
      school.file(
        "head.csv",
        "login,name,position,role,registration_group\nhead,A. Head,Headteacher,head,\n"
          + "price,S. Price,Champion,champion,\n"),
    ])
    return school
  }

  private func leave(
    _ school: TestSchool, as login: String = "head", at now: String = now, _ arguments: String...
  ) throws -> Program.Outcome {
    try school.run(
      ["pupil", "leave", Self.aisha] + arguments + ["--as", login, "--format", "csv"], at: now)
  }

  @Test(arguments: [
    (
      ["--on", "2026-03-04"],
      "a name is deleted on a ground only; give one: a registered at another"
    ),
    (["--on", "2026-03-04", "--ground", "z"], "'z' is no ground for this pupil"),
    (
      ["--on", "2026-03-04", "--ground", "ceased"],
      "9(3) is not for a pupil who is of compulsory school age"
    ),
    (
      ["--on", "2026-03-04", "--ground", "f"],
      "needs the date of the parent's written notice; what was only said is not enough; give it with "
        + "--notice-dated"
    ),
    (
      ["--on", "2026-03-04", "--ground", "f", "--notice-dated", "2026-03-09"],
      "2026-03-09 is still to come"
    ),
    (
      ["--on", "2026-03-02", "--ground", "f", "--notice-dated", "2026-03-02"],
      "leavers cannot be deleted retrospectively: 4 sessions after 2026-03-02 would no longer be "
        + "possible; the earliest leaving date is 2026-03-04"
    ),
    (["--on", "2026-03-04", "--ground", "l"], "of compulsory school age until 2029-06-29"),
    (
      ["--on", "2026-03-04", "--ground", "m", "--fees-due", "2025-12-19"],
      "9(1)(m) is for boarders"
    ),
    (
      [
        "--on", "2026-03-04", "--ground", "i", "--school-enquiries", "2026-03-01",
        "--authority-enquiries", "2026-03-02", "--enquiries", "home, family, friends",
      ],
      "9(1)(i) needs 20 school days running without a sight of the pupil and without leave; there are 0"
    ),
    (
      ["--on", "2026-03-04", "--ground", "b"],
      "whose nursery education has ended; this one is in Year 8"
    ),
    (["--on", "2026-03-04", "--ground", "n"], "by the policy this is a state school"),
    (
      [
        "--on", "2026-03-04", "--ground", "c", "--destination", "Hill", "--consent",
        "Hill, 2 March",
      ],
      "registered at another school too, and none is on record"
    ),
    (
      ["--on", "2027-07-31", "--ground", "l"],
      "of compulsory school age until 2029-06-29, in another school year"
    ),
    (
      ["--on", "2026-03-20", "--ground", "f", "--notice-dated", "2026-03-09"],
      "2026-03-09 is still to come"
    ),
    (
      [
        "--on", "2026-03-04", "--ground", "a", "--destination", "Hill", "--starts-there",
        "2026-03-16",
      ],
      "7 school days lie between 2026-03-04 and the first day there, 2026-03-16"
    ),
  ])
  func `a deletion is refused in a sentence`(arguments: [String], words: String) throws {
    let school = try school()
    let outcome = try school.run(
      ["pupil", "leave", Self.aisha] + arguments + ["--as", "head"], at: Self.now)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func `days on no roll are accepted by whoever has looked`() throws {
    let left = try leave(
      school(), "--on", "2026-03-04", "--ground", "a", "--destination", "Hill", "--starts-there",
      "2026-03-09", "--accept")
    #expect(left.status == 0, "\(left.errors)")
    #expect(left.errors.contains("2 school days lie between"))
  }

  @Test func `a pupil of another school too leaves by its consent`() throws {
    let school = try school()
    try school.succeed(
      ["pupil", "change", Self.aisha, "--other-school", "Hill School", "--format", "csv"],
      at: Self.now)
    let left = try leave(
      school, "--on", "2026-03-04", "--ground", "c", "--destination", "Hill School", "--consent",
      "Hill School, 2 March")
    #expect(left.status == 0, "\(left.errors)")
  }

  @Test func `who does not come back from leave had some by our own marks`() throws {
    let school = try school()
    let ben = "N820400120001"
    var marks = "upn,date,session,code\n"
    for day in ["02-09", "02-10", "02-11", "02-12", "02-13"]
      + (23...27).map({ "02-\($0)" }) + ["03-02", "03-03", "03-04"]
    {
      for half in ["AM", "PM"] {
        marks += "\(Self.aisha),2026-\(day),\(half),O\n"
        marks += "\(ben),2026-\(day),\(half),\(day < "02-11" ? "C" : "O")\n"
      }
    }
    try school.succeed(["import", "marks", school.file("marks.csv", marks)], at: Self.now)
    func leave(_ upn: String) throws -> Program.Outcome {
      try school.run(
        [
          "pupil", "leave", upn, "--on", "2026-03-04", "--as", "head", "--ground", "h",
          "--leave-ended", "2026-02-10", "--school-enquiries", "2026-03-01",
          "--authority-enquiries", "2026-03-02", "--enquiries", "home, family, friends",
        ], at: Self.now)
    }
    let without = try leave(Self.aisha)
    #expect(without.status == 1)
    #expect(
      without.errors.contains("no mark of authorised absence stands in the school week up to"),
      "\(without.errors)")
    let with = try leave(ben)
    #expect(with.status == 0, "\(with.errors)")
  }

  @Test func `a leaving date that would hide marks lists them`() throws {
    let school = try school()
    try school.succeed(
      [
        "import", "marks",
        school.file("marks.csv", "upn,date,session,code\n\(Self.aisha),2026-03-03,AM,/\n"),
      ], at: Self.now)
    let outcome = try leave(
      school, "--on", "2026-03-02", "--ground", "f", "--notice-dated", "2026-03-02")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("leaving on 2026-03-02 would hide a mark: 2026-03-03 AM"),
      "\(outcome.errors)")
  }

  @Test func `only who may delete pupils deletes a name`() throws {
    let outcome = try leave(
      school(), as: "hall", "--on", "2026-03-04", "--ground", "f", "--notice-dated", "2026-03-02")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("may not delete a pupil from the roll"))
    #expect(outcome.errors.contains("ask the headteacher"))
  }

  @Test func `a leaver is off the next register, in the return that is due, and in the list`()
    throws
  {
    let school = try school()
    let left = try leave(
      school, "--on", "2026-03-04", "--ground", "f", "--notice-dated", "2026-03-02")
    #expect(left.status == 0)
    #expect(
      left.lines[1]
        == "\(Self.aisha),on roll,\"leaving date none -> 2026-03-04, ground none -> 9(1)(f) parent's "
        + "written notice of education otherwise; notice dated 2026-03-02\"", "\(left.lines)")
    func register(_ date: String) throws -> Bool {
      try school.succeed(
        ["register", "8B", "--date", date, "--format", "csv"], at: "2026-03-05T09:00"
      ).lines.contains { $0.contains(Self.aisha) }
    }
    #expect(try register("2026-03-04"))
    #expect(try !register("2026-03-05"))
    let due = try school.succeed(
      ["due", "--format", "csv", "--as", "price"], at: "2026-03-05T09:00"
    ).lines
    #expect(due.contains { $0.contains("on roll until 2026-03-04; 9(1)(f)") }, "\(due)")
    let list = try school.succeed(
      ["admissions", "--leavers", "--format", "csv", "--as", "head"], at: "2026-03-05T09:00"
    ).lines
    #expect(list.count == 2 && list[1].contains(",2026-03-04,f,9(1)(f),"), "\(list)")
  }

  @Test func `a wrong ground is corrected with its history, and a deletion taken back in time`()
    throws
  {
    let school = try school()
    _ = try leave(school, "--on", "2026-03-04", "--ground", "f", "--notice-dated", "2026-03-02")
    let corrected = try leave(
      school, at: "2026-03-06T09:00", "--on", "2026-03-04", "--ground", "a", "--destination",
      "Fellgate School", "--starts-there", "2026-03-05")
    #expect(corrected.status == 0, "\(corrected.errors)")
    let back = ["pupil", "reinstate", Self.aisha, "--as", "head", "--format", "csv"]
    let words = try school.refuse(back, at: "2026-03-09T08:00")
    #expect(words.contains("4 sessions since 2026-03-04 would stand without a mark"), "\(words)")
    let again = try school.succeed(back + ["--from", "2026-03-09"], at: "2026-03-09T08:00")
    #expect(again.lines[1] == "\(Self.aisha),on roll,on roll from 2026-03-09")
    let shown = try school.succeed(
      ["pupil", "show", Self.aisha, "--changes", "--as", "head", "--format", "csv"],
      at: "2026-03-09T08:00"
    ).output
    #expect(shown.contains("ground 9(1)(f) parent's written notice"))
    #expect(shown.contains("-> 9(1)(a) registered at another school; goes to Fellgate School"))
    #expect(try school.run(["verify"]).status == 0)
  }

  @Test func `twenty school days without leave are counted by our own marks`() throws {
    let school = try school()
    var marks = "upn,date,session,code\n"
    let days =
      (28...30).map { "2026-01-\($0)" } + (2...6).map { "2026-02-0\($0)" }
      + ["09", "10", "11", "12", "13", "23", "24", "25", "26", "27"].map { "2026-02-\($0)" }
      + (2...4).map { "2026-03-0\($0)" }
    for day in days {
      for half in ["AM", "PM"] { marks += "\(Self.aisha),\(day),\(half),O\n" }
    }
    try school.succeed(["import", "marks", school.file("marks.csv", marks)], at: Self.now)
    let enquiries = [
      "--school-enquiries", "2026-03-01", "--authority-enquiries", "2026-03-02", "--enquiries",
      "home, family, friends",
    ]
    func leave(_ ground: [String]) throws -> Program.Outcome {
      try school.run(
        ["pupil", "leave", Self.aisha, "--on", "2026-03-04", "--as", "head"] + ground + enquiries,
        at: Self.now)
    }
    let early = try leave(["--ground", "h", "--leave-ended", "2026-02-24"])
    #expect(early.errors.contains("9(1)(h) needs 10 school days"), "\(early.errors)")
    #expect(early.errors.contains("there are 6"), "\(early.errors)")
    let done = try leave(["--ground", "i"])
    #expect(done.status == 0, "\(done.errors)")
  }

  @Test func `a deletion of today is taken back as if it had not been`() throws {
    let school = try school()
    _ = try leave(school, "--on", "2026-03-04", "--ground", "f", "--notice-dated", "2026-03-02")
    let back = try school.succeed(
      ["pupil", "reinstate", Self.aisha, "--as", "head", "--format", "csv"], at: "2026-03-05T08:00")
    #expect(back.lines[1].hasPrefix("\(Self.aisha),on roll,\"leaving date 2026-03-04 -> none"))
  }
}
