import Attendance
import Testing

@testable import Exchange

/// The official register and the certificate on paper.
@Suite struct OfficialRegisterTests {
  private static let days =
    TestSchool.date("2025-11-24")...TestSchool.date("2025-12-02")
  private static let person = Person(login: "jh", name: "Jo Hill", position: "Clerk <b>")

  private static let ada = Pupil(
    id: Pupil.ID(1), upn: TestSchool.ada.pupil.upn,
    name: PupilName(surname: "Lovelace", forename: "Ada", preferred: "Addie"),
    dateOfBirth: TestSchool.date("2013-03-04"))
  private static let long = Pupil(
    id: Pupil.ID(2), upn: TestSchool.bob.pupil.upn,
    name: PupilName(surname: "Featherstonehaugh-Cholmondeley", forename: "<Bob>"),
    dateOfBirth: TestSchool.date("2012-11-30"))

  /// Ada is marked all the while; the other joins on Thursday as a guest.
  private static func source() -> OfficialRegister.Source {
    var sheets: [Pupil.ID: YearSheet] = [:]
    let year = SchoolYear(startYear: 2025)
    func mark(_ pupil: Pupil, _ date: String, _ am: String, _ pm: String) {
      let date = TestSchool.date(date)
      for (half, code) in [(HalfDay.am, am), (.pm, pm)] {
        sheets[pupil.id, default: YearSheet(year: year)][Session(date, half)] =
          TestSchool.alphabet.byte(of: code) ?? 0
      }
    }
    mark(ada, "2025-11-24", "/", "\\")
    mark(ada, "2025-11-25", "I", "I")
    mark(ada, "2025-11-26", "B", "\\")
    mark(ada, "2025-11-27", "", "L")
    mark(ada, "2025-12-01", "/", "\\")
    mark(long, "2025-12-01", "/", "\\")
    let starts = TestSchool.date("2025-09-01")
    let year8 = YearGroup(year: 8) ?? .reception
    return OfficialRegister.Source(
      roll: Roll(
        pupils: [long, ada],
        enrolments: [
          Enrolment(id: Enrolment.ID(1), pupil: ada.id, starts: starts),
          Enrolment(
            id: Enrolment.ID(2), pupil: long.id, kind: .guest,
            starts: TestSchool.date("2025-12-01")),
        ],
        particulars: [
          ada.id: [Particulars(from: starts, yearGroup: year8, group: "8A")],
          long.id: [Particulars(from: starts, yearGroup: year8, group: "8A")],
        ]),
      calendar: SchoolCalendar([TestSchool.year]), codes: TestSchool.codes,
      alphabet: TestSchool.alphabet, sheets: [year: sheets])
  }

  private static func entry(
    _ number: Int64, _ date: String, _ half: HalfDay, _ code: String, note: String? = nil,
    replaces: Int64? = nil, reason: String = ""
  ) -> HistoryLine {
    let at = Instant("\(date)T09:30") ?? Instant(seconds: 0)
    return HistoryLine(
      entry: Entry(
        id: Entry.ID(number), submission: Submission.ID(number), pupil: ada.id,
        session: Session(TestSchool.date(date), half), code: code, note: note,
        replaces: replaces.map(Entry.ID.init), reason: reason),
      submission: Submission(
        id: Submission.ID(number), kind: replaces == nil ? .taken : .amended, at: at,
        typist: person),
      replaced: replaces == nil ? nil : "N", basis: .seen)
  }

  private static let history = [
    entry(1, "2025-11-24", .am, "/", note: "has a cold"), entry(2, "2025-11-25", .am, "N"),
    entry(3, "2025-11-25", .am, "I", replaces: 2, reason: "mother rang"),
    entry(4, "2025-11-26", .am, "B", note: "forest school"),
  ]

  private static let making = OfficialRegister.Making(
    school: "Test School", group: "8A", days: days,
    at: Instant("2025-12-02T14:05") ?? Instant(seconds: 0), by: person, seal: "5ea1")

  private static let register = OfficialRegister(
    making, upTo: Session(TestSchool.date("2025-12-02"), .am), source()
  ) { $0 == ada.id ? history : [] }

  @Test func `it shows every session, totals, natures, amendments, seal and time`() {
    let pages = Self.register.text(columns: 80).split(separator: "\u{0C}")
    #expect(pages.count == 3)
    #expect(
      pages[0]
        == """
        OFFICIAL ATTENDANCE REGISTER Test School
        8A  week of Mon 24 Nov 2025

                                  Mon   Tue   Wed   Thu   Fri
        Name                      AM PM AM PM AM PM AM PM AM PM   Poss Auth Unau
        Lovelace, Ada             /  \\  I  I  B  \\  ?  L  -  -       7    2    0

        """)
    #expect(
      pages[1].hasSuffix(
        """
        Featherstonehaugh-Cholmondeley, <Bob> (guest)
                                  /  \\  ?                            0    0    0
        Lovelace, Ada             /  \\  ?                            2    0    0

        """))
    #expect(
      pages[2].contains("Lovelace, Ada                  9     7     2     0     1     2  77.8\n"))
    #expect(
      pages[2].contains("Everybody                      9     7     2     0     1     2  77.8\n"))
    #expect(
      pages[2].contains(
        "NATURE OF THE ACTIVITY OR CAUSE\nWed 26 Nov 2025 AM B Lovelace, Ada: forest school\n"))
    #expect(!pages[2].contains("cold"))
    #expect(
      pages[2].contains(
        """
        ENTRIES THAT WERE AMENDED
        Lovelace, Ada, Tue 25 Nov 2025 AM: N amended to I on Tue 25 Nov 2025 at 09:30 by
          Jo Hill, Clerk <b>: mother rang

        """))
    #expect(pages[2].contains("Printed Tue 2 Dec 2025 at 14:05\nby Jo Hill, Clerk <b>.\n"))
    #expect(pages[2].hasSuffix("Head seal of the register:\n  5ea1\n"))
  }

  @Test(arguments: [72, 80, 132]) func `no line is wider than the paper`(columns: Int) {
    let lines = Self.register.text(columns: columns).split { $0 == "\n" || $0 == "\u{0C}" }
    #expect(lines.filter { $0.count > columns } == [])
  }

  @Test func `wide paper has two weeks side by side`() {
    #expect(Self.register.text(columns: 132).split(separator: "\u{0C}").count == 2)
  }

  @Test func `nothing that somebody wrote is markup in the web page`() {
    let page = Self.register.page
    #expect(page.contains("Featherstonehaugh-Cholmondeley, &lt;Bob&gt; (guest)"))
    #expect(page.contains("Clerk &lt;b&gt;"))
    #expect(!page.contains("<Bob>") && !page.contains("<b>"))
    #expect(page.contains("<td>Lovelace, Ada</td><td>9</td><td>7</td><td>2</td>"))
  }

  @Test func `a certificate has the pupil's sessions, the amendments and a place to sign`() throws {
    let source = Self.source()
    let member = try #require(source.roll.member(Self.ada.id, on: TestSchool.date("2025-12-02")))
    let text = RegistrationCertificate(
      Self.making, of: member, upTo: Session(TestSchool.date("2025-12-02"), .am), source,
      Tally(attended: 7, authorised: 2, unauthorised: 0, missing: 2), history: Self.history
    ).text
    #expect(text.contains("Mon 24 Nov 2025   /  \\    I  I    B  \\    ?  L    -  -\n"))
    #expect(text.contains("Mon 1 Dec 2025    /  \\    ?\n"))
    #expect(text.contains("Sessions possible 9, attended 7 (77.8%)\n"))
    #expect(text.contains("N amended to I on Tue 25 Nov 2025"))
    #expect(text.contains("Signed ______________________________  Headteacher\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 78 })
  }
}
