import Attendance
import Policies
import Testing

/// Who came on roll and who left it, so that the authority is told.
@Suite struct RollReturnTests {
  private func returns(
    _ enrolments: [(year: String, starts: String, ends: String?)], on date: String
  ) throws -> [String] {
    var pupils: [Pupil] = []
    var kept: [Enrolment] = []
    var particulars: [Pupil.ID: [Particulars]] = [:]
    for (index, one) in enrolments.enumerated() {
      let id = Pupil.ID(Int64(index + 1))
      pupils.append(
        Pupil(
          id: id, upn: try UPN("L820200118005"), name: PupilName(surname: "Ash", forename: "Ann"),
          dateOfBirth: try Shipped.date("2012-05-05")))
      let starts = try Shipped.date(one.starts)
      kept.append(
        Enrolment(
          id: Enrolment.ID(Int64(index + 1)), pupil: id, starts: starts,
          ends: try one.ends.map(Shipped.date)))
      particulars[id] = [
        Particulars(from: starts, yearGroup: try Shipped.year(one.year), group: "A")
      ]
    }
    let roll = Roll(pupils: pupils, enrolments: kept, particulars: particulars)
    return roll.returns(
      from: SchoolYear(startYear: 2025).firstDay, through: try Shipped.date(date),
      try FlagWorld.twoYears()
    ).map { "\($0.pupil.number) \($0.kind.rawValue) \($0.on) due \($0.due)" }
  }

  @Test func `a new pupil is told of within five days, but not the usual start of the youngest`()
    throws
  {
    #expect(
      try returns(
        [
          ("7", "2025-09-01", nil), ("8", "2025-09-01", nil), ("7", "2025-09-15", nil),
          ("9", "2024-09-02", nil),
        ], on: "2025-10-01")
        == ["2 new-pupil 2025-09-01 due 2025-09-06", "3 new-pupil 2025-09-15 due 2025-09-20"])
  }

  @Test func `a leaver is told of by the leaving date, but not the oldest at the end of the year`()
    throws
  {
    #expect(
      try returns(
        [
          ("11", "2024-09-02", "2026-07-21"), ("11", "2024-09-02", "2026-03-02"),
          ("7", "2024-09-02", "2025-11-14"), ("8", "2024-09-02", "2026-07-21"),
        ], on: "2025-11-20") == [
          "3 deletion 2025-11-14 due 2025-11-14", "2 deletion 2026-03-02 due 2026-03-02",
          "4 deletion 2026-07-21 due 2026-07-21",
        ])
  }

  private func told(
    _ made: ReturnMade, _ kind: RollReturn.Kind, _ ground: DeletionGround? = nil
  ) throws -> Bool {
    let (first, last) = (try Shipped.date("2025-10-06"), try Shipped.date("2025-11-14"))
    let enrolment = Enrolment(
      id: Enrolment.ID(3), pupil: Pupil.ID(1), starts: first, ends: last,
      deletion: ground.map { Deletion($0) })
    let on = kind == .newPupil ? first : last
    return RollReturn(kind: kind, enrolment: enrolment, on: on, due: on).isTold(by: made)
  }

  @Test func `a starting day that moves is told already, another child on roll or ground is not`()
    throws
  {
    let (before, last) = (try Shipped.date("2025-10-03"), try Shipped.date("2025-11-14"))
    let (here, elsewhere) = (Enrolment.ID(3), Enrolment.ID(2))
    #expect(try told(ReturnMade("new-pupil", episode: before, enrolment: here), .newPupil))
    #expect(try !told(ReturnMade("new-pupil", episode: before, enrolment: elsewhere), .newPupil))
    #expect(try !told(ReturnMade("deletion", episode: before, enrolment: here), .newPupil))
    func deletion(_ day: SchoolDate, _ ground: DeletionGround?) -> ReturnMade {
      ReturnMade("deletion", episode: day, enrolment: here, ground: ground)
    }
    #expect(try told(deletion(last, .otherSchool), .deletion, .otherSchool))
    #expect(try !told(deletion(last, .otherSchool), .deletion, .educatedOtherwise))
    #expect(try !told(deletion(before, .otherSchool), .deletion, .otherSchool))
    // What was recorded before either was kept goes by the day.
    #expect(try told(ReturnMade("deletion", episode: last), .deletion, .otherSchool))
    #expect(try !told(ReturnMade("deletion", episode: before), .deletion, .otherSchool))
  }
}
