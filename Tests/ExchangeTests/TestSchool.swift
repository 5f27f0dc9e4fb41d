import Attendance
import Exchange
import Testing

/// A small school for every test of what comes in and goes out.
enum TestSchool {
  static let ada = entry(1, "Lovelace", "Ada", born: "2013-03-04", year: "8", group: "8A")
  static let bob = entry(2, "Owen", "Bob", born: "2012-11-30", year: "8", group: "8B")
  /// In reception, and five only in June: of compulsory school age from 31 August 2026.
  static let cy = entry(3, "Młot", "Cy", born: "2021-06-10", year: "R", group: "R1")

  static let year = CalendarYear(
    year: SchoolYear(startYear: 2025),
    terms: [
      Term(
        name: "Autumn", starts: date("2025-09-01"), ends: date("2025-12-19"),
        halfTerm: date("2025-10-27")...date("2025-10-31")),
      Term(name: "Spring", starts: date("2026-01-05"), ends: date("2026-03-31")),
    ],
    closures: [Closure(date: date("2025-11-28"), reason: "INSET day")])

  static let codes = CodeBook(
    [
      AttendanceCode(text: "/", meaning: "present", category: .present, half: .am, onSite: .yes),
      AttendanceCode(text: "\\", meaning: "present", category: .present, half: .pm, onSite: .yes),
      AttendanceCode(
        text: "L", meaning: "late", category: .present, isLate: true, onSite: .yes),
      AttendanceCode(text: "I", meaning: "ill", category: .authorisedAbsence),
      AttendanceCode(text: "M", meaning: "medical", category: .authorisedAbsence),
      AttendanceCode(
        text: "B", meaning: "off site", category: .approvedActivity, neededNote: "the activity"),
      AttendanceCode(text: "D", meaning: "dual", category: .notPossible),
      AttendanceCode(text: "W", meaning: "work experience", category: .approvedActivity),
      AttendanceCode(text: "S", meaning: "study leave", category: .authorisedAbsence),
      AttendanceCode(
        text: "X", meaning: "not required", category: .notPossible, age: .notCompulsory),
      AttendanceCode(
        text: "C2", meaning: "part-time", category: .authorisedAbsence, age: .compulsory),
      AttendanceCode(
        text: "T", meaning: "mobile child", category: .authorisedAbsence, age: .compulsory),
      AttendanceCode(
        text: "H", meaning: "family holiday", category: .authorisedAbsence,
        retired: date("2024-08-19"), successors: ["C"]),
      AttendanceCode(text: "Y4", meaning: "site closed", category: .notPossible),
    ])

  static let alphabet = SheetAlphabet(codes.texts)

  /// The school as it stands in the spring, with no mark yet.
  static let context = ImportContext(
    today: date("2026-03-20"), latest: Session(date("2026-03-20"), .am),
    pupils: [ada, bob, cy],
    staff: [Staff(login: "jh", name: "Jo Hill", position: "Form tutor", role: "tutor")],
    roles: ["tutor", "office"], calendar: SchoolCalendar([year]), codes: codes,
    alphabet: alphabet)

  static func date(_ text: String) -> SchoolDate {
    guard let date = SchoolDate(text) else { preconditionFailure("\(text) is no date") }
    return date
  }

  static func session(_ text: String) -> Session {
    let date = date(String(text.prefix(10)))
    return Session(date, text.hasSuffix("AM") ? .am : .pm)
  }

  /// The UPN of that serial, with the check letter it needs.
  static func upn(_ serial: Int) -> UPN {
    let digits = String(820_456_700_000 + serial)
    for letter in "ABCDEFGHJKLMNPQRTUVWXYZ" {
      if let upn = try? UPN("\(letter)\(digits)") { return upn }
    }
    preconditionFailure("some letter is right")
  }

  static func entry(
    _ number: Int64, _ surname: String, _ forename: String, born: String, year: String,
    group: String
  ) -> AdmissionEntry {
    let id = Pupil.ID(number)
    guard let yearGroup = YearGroup(year) else { preconditionFailure("\(year) is no year") }
    return AdmissionEntry(
      pupil: Pupil(
        id: id, upn: upn(Int(number)), name: PupilName(surname: surname, forename: forename),
        dateOfBirth: date(born)),
      enrolments: [Enrolment(id: Enrolment.ID(number), pupil: id, starts: date("2025-09-01"))],
      particulars: [Particulars(from: date("2025-09-01"), yearGroup: yearGroup, group: group)])
  }
}

/// What an import tells of a file it refuses; empty where it accepts it.
func faults<Plan>(_ plan: () throws(FaultList) -> Plan) -> [String] {
  do throws(FaultList) {
    _ = try plan()
    return []
  } catch {
    return error.lines
  }
}

/// The generator of every random test, by its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
