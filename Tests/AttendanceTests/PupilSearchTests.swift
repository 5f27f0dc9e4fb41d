import Attendance
import Testing

@Suite struct PupilSearchTests {
  @Test(arguments: [
    ("re", true), ("Rhys R", true), ("8b", true), ("8", true), ("f8204", true), ("8C", false),
    ("f", false), ("", false), ("2013", false),
  ])
  func `a pupil is found by either name, the group, or the UPN`(search: String, found: Bool) throws
  {
    let upn = try UPN("F820400120004")
    let pupil = Pupil(
      id: Pupil.ID(1), upn: upn, name: PupilName(surname: "Rees", forename: "Rhys"),
      dateOfBirth: SchoolDate(daysSince1970: 15_000))
    #expect(pupil.answers(to: search, in: "8B") == found)
  }
}
