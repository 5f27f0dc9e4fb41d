import Attendance
import Testing

/// The lists that the office hands out (U32).
@Suite struct HandoutTests {
  static let nine = moment("09:30")

  static func member(
    _ pupil: Pupil, year: String = "8", _ about: [Characteristic: String] = [:]
  ) -> Roll.Member {
    Roll.Member(
      pupil: pupil,
      enrolment: Enrolment(
        id: Enrolment.ID(pupil.id.number), pupil: pupil.id, starts: day("2025-09-03")),
      particulars: Particulars(
        from: day("2025-09-03"), yearGroup: yearGroup(year), group: "\(year)B",
        characteristics: about))
  }

  /// Ada here, Ben ill, Cem expected on a visit, Dot signed out, Eve missing, Fay not marked.
  static let due = DueList(
    [
      (
        "8B",
        [
          member(TestSchool.ada, [.fsm: "yes"]),
          member(TestSchool.ben, [.socialWorker: "yes"]), member(TestSchool.cem),
        ]
      ), ("12B", [TestSchool.dot, TestSchool.eve, TestSchool.fay].map { member($0, year: "12") }),
    ], at: TestSchool.morning, codes: TestCodes.book
  ) { pupil in
    switch pupil {
    case TestSchool.ada.id: OnSite.Facts(code: "/")
    case TestSchool.ben.id: OnSite.Facts(code: "I")
    case TestSchool.cem.id: OnSite.Facts(planned: "V")
    case TestSchool.dot.id:
      OnSite.Facts(
        code: "/",
        whereabouts: .left(
          Departure(time: clock("09:10"), purpose: .appointment, expected: clock("10:00"))))
    case TestSchool.eve.id: OnSite.Facts(code: "/", whereabouts: .notHere(since: clock("09:15")))
    default: OnSite.Facts()
    }
  }

  static func cells(_ handout: Handout) -> [[String]] {
    handout.rows.map { [handout.heading(of: $0)] + handout.beside($0) + handout.under($0) }
  }

  @Test func `the bulletin says who is away by year, and never why`() {
    let list = Handout.absenceBulletin(Self.due, at: Self.nine)
    #expect(
      Self.cells(list) == [
        ["Year 8", "8B", "Brown, Ben", "away"],
        ["Year 8", "8B", "Çelik, Cem", "expected away, not yet marked"],
        ["Year 12", "12B", "Dow, Dot", "left 09:10, expected 10:00"],
      ])
    #expect(list.summary == "morning, 3 away" && list.at == Self.nine)
  }

  @Test
  func
    `everybody due is on the fire list or in the bulletin, and whoever is expected away on both`()
  {
    let fire = Handout.fireList(Self.due, at: Self.nine).rows.compactMap(\.pupil)
    let away = Handout.absenceBulletin(Self.due, at: Self.nine).rows.compactMap(\.pupil)
    #expect(Set(fire + away) == Set(Self.due.lines.map(\.member.pupil.id)))
    #expect(Set(fire).intersection(away) == [TestSchool.cem.id])
  }

  @Test func `whoever is not found stands first on the fire list`() {
    let list = Handout.fireList(Self.due, at: Self.nine)
    #expect(
      Self.cells(list) == [
        ["NOT HERE", "Evans, Eve", "since 09:15"],
        ["8B", "Abbott, Ada", "seen"],
        ["8B", "Çelik, Cem", "not yet marked, expected away (V)"],
        ["12B", "Fox, Fay", "not yet marked"],
      ])
    #expect(list.summary == "3 to be found, 1 MARKED IN, NOT HERE")
  }

  @Test func `the headcount counts who is here, and the free meals among them`() {
    #expect(
      Self.cells(Handout.headcount(Self.due, at: Self.nine)).map {
        $0.dropFirst().joined(separator: " ")
      }
        == ["8B 3 1 0 0 2 1", "12B 3 1 1 0 1 0", "All 6 2 1 0 3 1"])
  }

  @Test func `a head of year sees who is away in that year, and what was tried`() {
    let book = DayBookTests.book([
      (
        TestSchool.ben,
        .attempt(Attempt(contact: "Mrs B", outcome: .noAnswer, time: clock("09:20"))), about: nil
      )
    ])
    let list = Handout.headOfYear(Self.due, book, year: yearGroup("8"), at: Self.nine)
    #expect(
      Self.cells(list) == [
        ["Year 8", "8B", "Brown, Ben", "away, I", "09:20 no answer: Mrs B, telephone"],
        ["Year 8", "8B", "Çelik, Cem", "not yet marked, expected away (V)"],
      ])
  }

  @Test
  func `the safeguarding list has the vulnerable who are away, the missing and the handed on`() {
    let book = DayBookTests.book([(TestSchool.fay, .handedOn(to: "the police"), about: nil)])
    let list = Handout.safeguarding(Self.due, book, at: Self.nine)
    #expect(
      Self.cells(list).map { $0[2...4].joined(separator: " | ") } == [
        "Brown, Ben | social worker | away, I",
        "Evans, Eve |  | MARKED IN, NOT HERE since 09:15",
        "Fox, Fay |  | handed on to the police, not found yet; not yet marked",
      ])
  }

  @Test func `the sixth form stands with its numbers and nobody else`() {
    #expect(
      Self.cells(Handout.sixthForm(Self.due, at: Self.nine)).map {
        $0[0...2].joined(separator: " ")
      }
        == ["12B 4 Dow, Dot", "12B 5 Evans, Eve", "12B 6 Fox, Fay"])
  }

  @Test func `a list is narrowed to a group or a name, and says so`() {
    let list = Handout.fireList(Self.due, at: Self.nine).filtered(by: " fox ")
    #expect(Self.cells(list).map { $0[1] } == ["Fox, Fay"])
    #expect(list.summary == "1 of 4, fox" && list.at == Self.nine)
    #expect(Handout.fireList(Self.due, at: Self.nine).filtered(by: "8b").rows.count == 2)
  }

  @Test func `every kind has a name and a key of its own`() {
    #expect(Set(Handout.Kind.allCases.map(\.key)).count == Handout.Kind.allCases.count)
    #expect(Set(Handout.Kind.allCases.map(\.title)).count == Handout.Kind.allCases.count)
  }

  @Test func `those of one address or one telephone number are a family`() {
    let members = [
      Self.member(TestSchool.maya, [.address: "1 Oak Row"]),
      Self.member(TestSchool.milan, [.address: "1 oak row"]), Self.member(TestSchool.ada),
      Self.member(TestSchool.ben),
    ]
    let families = Siblings(members) { pupil in
      let phone = pupil == TestSchool.maya.id || pupil == TestSchool.ada.id ? "01530 000001" : "01"
      return [Contact(pupil: pupil, priority: 1, name: "Mrs P", phone: phone)]
    }
    #expect(families.of(TestSchool.maya.id) == [TestSchool.ada.id, TestSchool.milan.id].sorted())
    #expect(families.of(TestSchool.ben.id) == [])
  }
}
