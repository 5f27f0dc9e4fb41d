import Attendance
import Testing

@Suite struct PupilSearchTests {
  private static func roll(_ names: [PupilName]) throws -> Roll {
    let upns = ["F820400120004", "C820400120002"]
    let pupils = try zip(names, upns).enumerated().map { place, known in
      Pupil(
        id: Pupil.ID(Int64(place)), upn: try UPN(known.1), name: known.0,
        dateOfBirth: SchoolDate(daysSince1970: 15_000))
    }
    return Roll(
      pupils: pupils,
      enrolments: pupils.map {
        Enrolment(id: Enrolment.ID($0.id.number), pupil: $0.id, starts: day("2025-09-01"))
      },
      particulars: Dictionary(
        uniqueKeysWithValues: pupils.map {
          ($0.id, [Particulars(from: day("2025-09-01"), yearGroup: yearGroup("8"), group: "8B")])
        }))
  }

  @Test(arguments: [
    ("re", true), ("Rhys R", true), ("8b", true), ("8", true), ("f8204", true), ("8C", false),
    ("f", false), ("", false), ("2013", false), ("hys", false),
  ])
  func `a pupil is found by either name, the group, or the UPN`(search: String, found: Bool) throws
  {
    let roll = try Self.roll([PupilName(surname: "Rees", forename: "Rhys")])
    let names = roll.members(answeringTo: search, on: day("2025-09-10")).map(\.pupil.name.surname)
    #expect(names == (found ? ["Rees"] : []))
    #expect(roll.members(answeringTo: search, on: day("2025-08-31")).isEmpty)
  }

  @Test(arguments: ["lucja", "Łucja", "now", "obri", "o'b", "brien now", "pat", "patka", "patka o"])
  func `every word of a name finds it, legal or known-as, whatever its accents`(
    search: String
  ) throws {
    let name = PupilName(surname: "O'Brien-Nowak", forename: "Łucja", preferred: "Patka")
    let roll = try Self.roll([PupilName(surname: "Rees", forename: "Rhys"), name])
    let found = roll.members(answeringTo: search, on: day("2025-09-10")).map(\.pupil.name)
    #expect(found == (name.matches(search) ? [name] : []))
    #expect(!found.isEmpty || search == "brien now")
  }
}
