import Attendance
import Foundation
import Testing

/// Form 8B from 3 September to 17 October 2025: 33 school days, 66 sessions.
///
/// Aisha has ten G and a day of illness; Ola nine O and an N in one week, and an O in an afternoon;
/// Rhys a part-time timetable; Ben was late twice and has an N; Róisín was never away.
struct LetterSchool {
  static let (aisha, ben, ola) = ("V820400120005", "N820400120001", "C820400120002")
  static let (roisin, rhys) = ("R820400120003", "F820400120004")
  static let now = "2025-10-17T16:00"

  let school: TestSchool

  init(under policy: String = "ibstock", through last: String = "2025-10-17") throws {
    school = try TestSchool(under: policy)
    let staff =
      TestSchool.staff + "price,S. Price,Deputy head,champion,\nmeals,M. Eals,Cook,governor,\n"
    try school.succeed(["import", "staff", school.file("staff.csv", staff)])
    try school.succeed([
      "import", "pupils", school.file("pupils.csv", TestSchool.pupilsFile), "--from", "2025-09-01",
    ])
    try school.succeed(["import", "contacts", school.file("contacts.csv", Self.contacts)])
    try school.succeed(
      ["import", "marks", school.file("marks.csv", try Self.marks(through: last))],
      at: "\(last)T16:00")
  }

  private static let contacts = """
    upn,priority,name,relationship,phone,may_contact,parental_responsibility,court_order
    \(aisha),1,Mr Barred,father,01530 000009,no,yes,
    \(aisha),2,Mrs Ahmed,mother,01530 000001,yes,yes,
    \(aisha),3,Ms Led,aunt,01530 000002,dsl,,
    \(aisha),4,Mr Second,step-father,01530 000003,yes,no,
    \(ben),1,Mrs Barnes,mother,01530 000004,yes,yes,lives with his mother
    \(ola),1,Mrs Lucas,mother,01530 000005,yes,yes,
    \(rhys),1,Mr Rees,father,01530 000006,yes,yes,

    """

  private static func marks(through last: String) throws -> String {
    var rows = "upn,date,session,code,minutes\n"
    var date = try #require(SchoolDate("2025-09-03"))
    let end = try #require(SchoolDate(last))
    while date <= end {
      defer { date = date.adding(days: 1) }
      if [.saturday, .sunday].contains(date.weekday) { continue }
      for (upn, _, _) in TestSchool.pupils {
        for half in HalfDay.allCases {
          let code = code(of: upn, on: "\(date)", half)
          rows += "\(upn),\(date),\(half.rawValue),\(code)\(code == "L" ? ",12" : ",")\n"
        }
      }
    }
    return rows
  }

  private static func code(of upn: String, on date: String, _ half: HalfDay) -> String {
    switch (upn, date, half) {
    case (aisha, "2025-09-15"..."2025-09-19", _): "G"
    case (aisha, "2025-09-29", _): "I"
    case (ola, "2025-10-10", .pm): "N"
    case (ola, "2025-10-06"..."2025-10-10", _), (ola, "2025-09-24", .pm): "O"
    case (ben, "2025-10-15", .pm): "N"
    case (rhys, _, .pm): "C2"
    case (ben, "2025-09-10", .am), (ben, "2025-10-01", .am): "L"
    default: half == .am ? "/" : "\\"
    }
  }

  /// Runs `letter` with these arguments as somebody of the office.
  func letter(
    _ arguments: String..., as login: String = "hall", at now: String = now
  ) throws -> Program.Outcome {
    try school.run(["letter"] + arguments + ["--as", login, "--format", "csv"], at: now)
  }

  /// The names of the files in the folder of lists that begin so, in order.
  func files(_ prefix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: school.folder + "/lists")
      .filter { $0.hasPrefix(prefix) }.sorted()
  }

  /// What is given for a meeting.
  static let meeting = [
    "--set", "meeting_date=2025-11-06", "--set", "meeting_time=1400", "--set",
    "meeting_place=in the library",
  ]
}
