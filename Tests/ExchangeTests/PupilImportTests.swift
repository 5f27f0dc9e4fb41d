import Attendance
import Exchange
import Testing

@Suite struct PupilImportTests {
  static let header =
    "upn,surname,forename,date_of_birth,year_group,registration_group,start_date"
  private let ada = TestSchool.upn(1).text
  private let new = TestSchool.upn(77).text

  private func plan(
    _ rows: String, header: String = header, over context: ImportContext = TestSchool.context,
    from date: String? = nil
  ) throws(FaultList) -> PupilPlan {
    try PupilImport.plan(
      IncomingFile(named: "pupils.csv", text: "\(header)\n\(rows)\n"), over: context,
      numbering: PupilNumbering(pupil: Pupil.ID(100), enrolment: Enrolment.ID(500)),
      from: date.map(TestSchool.date)
    ) { _ in nil }
  }

  private func faults(
    _ rows: String, header: String = header, over context: ImportContext = TestSchool.context
  ) -> [String] {
    ExchangeTests.faults { () throws(FaultList) in
      try plan(rows, header: header, over: context)
    }
  }

  @Test func `a new pupil comes with names, enrolment and particulars`() throws {
    let plan = try plan(
      "\(new),O'Brien,Ren\u{65}\u{301},Ren,REN-ay,2014-05-06,F,7,7C,East,2025-09-03,2026-07-20,"
        + "dual_main,no,1,yes,K,false,WBRI,,0,true,,,\"1 High St\nLeeds\",Hill Primary",
      header: "upn,surname,forename,preferred_name,say_as,date_of_birth,sex,year_group,"
        + "registration_group,campus,start_date,end_date,enrolment,boarder,fsm,pupil_premium,sen,"
        + "eal,ethnicity,looked_after,previously_looked_after,social_worker,young_carer,yot,"
        + "address,last_school")
    let id = Pupil.ID(100)
    #expect(
      plan.admissions == [
        AdmissionEntry(
          pupil: Pupil(
            id: id, upn: TestSchool.upn(77),
            name: PupilName(
              surname: "O'Brien", forename: "Ren\u{E9}", preferred: "Ren", sayAs: "REN-ay"),
            dateOfBirth: TestSchool.date("2014-05-06"), sex: "F", lastSchool: "Hill Primary"),
          enrolments: [
            Enrolment(
              id: Enrolment.ID(500), pupil: id, kind: .dualMain,
              starts: TestSchool.date("2025-09-03"), ends: TestSchool.date("2026-07-20"))
          ],
          particulars: [
            Particulars(
              from: TestSchool.date("2025-09-03"),
              yearGroup: try #require(YearGroup(year: 7)), group: "7C", campus: "East",
              characteristics: [
                .fsm: "yes", .pupilPremium: "yes", .sen: "K", .eal: "no", .ethnicity: "WBRI",
                .previouslyLookedAfter: "no", .socialWorker: "yes", .address: "1 High St Leeds",
              ])
          ])
      ])
    #expect(
      plan.admissions[0].pupil.name.forename.unicodeScalars.count == 4, "kept composed (NFC)")
    #expect(plan.summary == "1 pupil: 1 new, 0 changed, 0 the same")
    #expect(plan.warnings.isEmpty)
  }

  @Test func `six hundred pupils at once are numbered in the order of the file`() throws {
    let rows = (0..<600).map { number in
      "\(TestSchool.upn(1000 + number)),Name,N\(number),2013-01-02,8,8A,2025-09-01"
    }
    let plan = try plan(rows.joined(separator: "\n"))
    #expect(plan.admissions.map(\.pupil.id.number) == Array(100..<700))
    #expect(plan.admissions.map(\.enrolments[0].id.number) == Array(500..<1100))
    #expect(plan.summary == "600 pupils: 600 new, 0 changed, 0 the same")
  }

  /// `NEW` stands for a UPN nobody has, `ADA` for one of a pupil on roll.
  @Test(arguments: [
    ("NEW,,Al,2013-01-02,8,8A,2025-09-01", "surname is empty; fill it in"),
    ("NEW,Hill,,2013-01-02,8,8A,2025-09-01", "forename is empty; fill it in"),
    ("NEW,Hill,Al,,8,8A,2025-09-01", "date_of_birth is empty; fill it in"),
    ("NEW,Hill,Al,2013-01-02,,8A,2025-09-01", "year_group is empty; fill it in"),
    ("NEW,Hill,Al,2013-01-02,8,,2025-09-01", "registration_group is empty; fill it in"),
    ("NEW,Hill,Al,2013-01-02,8,8A,", "start_date is empty; fill it in"),
    (
      "NEW,Hill,Al,2/1/2013,8,8A,2025-09-01",
      "'2/1/2013' is no date for date_of_birth; write 2013-01-02"
    ),
    (
      "NEW,Hill,Al,2013-02-29,8,8A,2025-09-01",
      "'2013-02-29' is no date for date_of_birth; no calendar has that day"
    ),
    (
      "NEW,Hill,Al,2013-01-02,15,8A,2025-09-01",
      "'15' is no year group; use N1, N2, R or 1 to 14"
    ),
    (
      "NEW,Hill,Al,2025-09-01,8,8A,2025-09-01",
      "date_of_birth 2025-09-01 does not lie before start_date 2025-09-01; correct one of them"
    ),
    (
      "NEW,Hill,Al 😀,2013-01-02,8,8A,2025-09-01",
      "forename has '😀' in it; a name is written in letters"
    ),
    (
      "NEW,Hi\u{202E}ll,Al,2013-01-02,8,8A,2025-09-01",
      "surname has an invisible character in it (U+202E); type it again"
    ),
    (
      "NEW,\"Hi\nll\",Al,2013-01-02,8,8A,2025-09-01",
      "surname has a line break in it; write it on one line"
    ),
    (
      "NEW,\(String(repeating: "x", count: 101)),Al,2013-01-02,8,8A,2025-09-01",
      "surname has 101 characters, more than 100; shorten it"
    ),
    (
      "A8201,Hill,Al,2013-01-02,8,8A,2025-09-01",
      "UPN 'A8201': a UPN has 13 characters, this has 5; copy it again"
    ),
    (
      "ADA,Hill,Al,2013-01-02,8,8A,2025-09-01",
      "a second row for UPN ADA; the first is on line 2, delete one"
    ),
    (
      ",Lovelace,ADÁ,2013-03-04,8,8A,2025-09-01",
      "a second row for the pupil with UPN ADA; the first is on line 2, delete one"
    ),
  ])
  func `a row that cannot be is refused with its line and the remedy`(
    row: String, sentence: String
  ) {
    let text = row.replacing("NEW", with: new).replacing("ADA", with: ada)
    #expect(
      faults("\(ada),Lovelace,Ada,2013-03-04,8,8A,2025-09-01\n\(text)") == [
        "pupils.csv:3: \(sentence.replacing("ADA", with: ada))"
      ])
  }

  @Test(arguments: [
    (
      "end_date", "2025-08-31",
      "end_date 2025-08-31 lies before start_date 2025-09-01; correct one of them"
    ),
    (
      "enrolment", "visitor",
      "'visitor' does not fit enrolment; use one of main, dual_main, dual_subsidiary, guest"
    ),
    ("boarder", "maybe", "'maybe' does not fit boarder; use yes or no"),
    ("fsm", "2", "'2' does not fit fsm; use yes or no"),
    ("sen", "Y", "'Y' does not fit sen; use one of N, K, E"),
  ])
  func `a value that does not fit its column is refused with those that do`(
    column: String, value: String, sentence: String
  ) {
    #expect(
      faults(
        "\(new),Hill,Al,2013-01-02,8,8A,2025-09-01,\(value)",
        header: "\(Self.header),\(column)") == ["pupils.csv:2: \(sentence)"])
  }

  @Test(arguments: 1...22)
  func `a wrong check letter is refused and the right one named`(step: Int) throws {
    let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
    let right = try #require(ada.first)
    let place = try #require(letters.firstIndex(of: right))
    let wrong = letters[(place + step) % letters.count]
    let upn = "\(wrong)\(ada.dropFirst())"
    #expect(
      faults("\(upn),Hill,Al,2013-01-02,8,8A,2025-09-01") == [
        "pupils.csv:2: UPN '\(upn)': the check letter is '\(wrong)' but these digits need "
          + "'\(right)'; copy the UPN again"
      ])
  }

  @Test func `a birth that does not fit the year group is a warning beyond two years`() throws {
    // Year 8 begins at twelve, so that fourteen is accepted and fifteen is not.
    let rows = """
      \(new),Hill,Al,2011-08-31,8,8A,2025-09-01
      \(TestSchool.upn(78)),Hill,Bo,2010-08-31,8,8A,2025-09-01
      \(TestSchool.upn(79)),Hill,Cy,2010-09-01,8,8A,2025-09-01
      \(TestSchool.upn(80)),Hill,Di,2016-01-01,8,8A,2025-09-01
      """
    #expect(
      try plan(rows).warnings.lines == [
        "pupils.csv:3: born 2010-08-31, a child is 15 as 2025-26 begins, and Year 8 is for 12; "
          + "check date of birth and year group",
        "pupils.csv:5: born 2016-01-01, a child is 9 as 2025-26 begins, and Year 8 is for 12; "
          + "check date of birth and year group",
      ])
  }

  @Test func `without a UPN, several matches and a second row are refused`() {
    var context = TestSchool.context
    var twin = TestSchool.entry(9, "Lovelace", "Ada", born: "2013-03-04", year: "8", group: "8A")
    twin.pupil.name.surname = "LOVELACE"
    context.pupils.append(twin)
    let upns = [ada, TestSchool.upn(9).text].sorted().joined(separator: ", ")
    #expect(
      faults(",Lovelace,Ada,2013-03-04,8,8A,2025-09-01", over: context) == [
        "pupils.csv:2: 2 pupils have these names and this date of birth (\(upns)); "
          + "give the UPN that is meant"
      ])
    #expect(
      faults(",Hill,Al,2013-01-02,8,8A,2025-09-08\n,Hill,Al,2013-01-02,8,8A,2025-09-08") == [
        "pupils.csv:3: a second row for these names and this date of birth; "
          + "the first is on line 2, delete one"
      ])
  }

  @Test func `a row with a UPN and one without it may not be the same child`() {
    let child = "Hill,Al,2013-01-02,8,8A,2025-09-08"
    for rows in [",\(child)\n\(new),\(child)", "\(new),\(child)\n,\(child)"] {
      #expect(
        faults(rows) == [
          "pupils.csv:3: a second row for these names and this date of birth; "
            + "the first is on line 2, delete one"
        ])
    }
  }

  @Test(arguments: ["O’Brien-Smith", "Nguyễn", "山田", "محمد‌رضا", "d'Árcy III", "Ng'ang'a", "Ł"])
  func `names of every spelling are kept as written`(name: String) throws {
    let plan = try plan("\(new),\(name),Al,2013-01-02,8,8A,2025-09-08")
    #expect(plan.admissions.map { Array($0.pupil.name.surname.utf8) } == [Array(name.utf8)])
  }

  @Test func `another child of the same names and birth is admitted with a warning`() throws {
    let plan = try plan("\(new),Lovelace,Ada,2013-03-04,8,8A,2025-09-01")
    #expect(plan.admissions.count == 1)
    #expect(
      plan.warnings.lines == [
        "pupils.csv:2: \(ada) has the same names and date of birth; "
          + "check that it is another child"
      ])
  }

  @Test(arguments: 0..<100)
  func `a damaged file is refused or read, and never half of it`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(
      """
      \(Self.header)
      \(new),O'Brien,René,2013-01-02,8,8A,2025-09-01
      ,"Hill",Al,2013-01-02,8,8A,2025-09-08

      """.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      default: bytes.insert(UInt8.random(in: 0...127, using: &random), at: place)
      }
    }
    let file = IncomingFile(named: "pupils.csv", bytes: bytes)
    let numbering = PupilNumbering(pupil: Pupil.ID(100), enrolment: Enrolment.ID(500))
    do throws(FaultList) {
      let plan = try PupilImport.plan(file, over: TestSchool.context, numbering: numbering) { _ in
        nil
      }
      #expect(
        plan.admissions.count + plan.changes.count + plan.same
          == (try CSVReader.rows(of: file).count) - 1)
    } catch {
      #expect(error.count > 0)
    }
  }
}
