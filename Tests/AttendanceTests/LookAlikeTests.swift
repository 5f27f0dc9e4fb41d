import Attendance
import Testing

@Suite struct LookAlikeTests {
  @Test func `twins and namesakes show the day of birth, and nobody else does`() {
    let school = [
      TestSchool.ada, TestSchool.maya, TestSchool.milan, TestSchool.mina, TestSchool.rhys,
    ]
    #expect(
      LookAlike.among(school).map { $0?.description } == [
        nil, "14 Feb, twin", "14 Feb, twin", "30 Jun", nil,
      ])
  }

  @Test func `twins are told apart whatever their initials`() {
    let twins = [
      TestSchool.pupil(1, "O'Neil", "Ben", born: "2013-02-14"),
      TestSchool.pupil(2, "ONEIL", "Zoe", born: "2013-02-14"),
    ]
    #expect(LookAlike.among(twins).map { $0?.isTwin } == [true, true])
  }

  @Test func `a birthday shared by two families makes no twins`() {
    #expect(LookAlike.among([TestSchool.ada, TestSchool.fay]) == [nil, nil])
  }

  @Test func `a register tells its look-alikes apart in its own order`() {
    let register = TestSchool.register(
      [TestSchool.mina, TestSchool.ada, TestSchool.maya].map { TestSchool.row($0) })
    #expect(register.rows.map(\.pupil) == [TestSchool.ada, TestSchool.maya, TestSchool.mina])
    #expect(register.lookAlikes.map { $0?.description } == [nil, "14 Feb", "30 Jun"])
  }
}
