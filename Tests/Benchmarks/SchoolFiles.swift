import Attendance
import Foundation

/// The files a school is made from: staff, pupils and marks, always the same.
struct SchoolFiles {
  /// How many pupils there are, in forms of thirty.
  static let count = 2000

  /// The forms, 7A to 11N, each with its tutor.
  static let forms = (0..<count).reduce(into: [String]()) { forms, pupil in
    if forms.last != form(of: pupil) { forms.append(form(of: pupil)) }
  }

  /// The login of a form's tutor.
  static func tutor(of form: String) -> String { "tutor" + form.lowercased() }

  private static func form(of pupil: Int) -> String {
    let (year, place) = pupil.quotientAndRemainder(dividingBy: count / 5)
    return "\(year + 7)\(Character(UnicodeScalar(UInt8(65 + place / 30))))"
  }

  static let staff =
    "login,name,position,role,registration_group\noffice,J. Hall,Attendance officer,office,\n"
    + "price,S. Price,Attendance champion,champion,\n"
    + forms.map { "\(tutor(of: $0)),T. Tutor of \($0),Form tutor,tutor,\($0)\n" }.joined()

  /// The pupils as they are in that year, all of them since the same day.
  static func pupils(in year: SchoolYear, since start: SchoolDate) -> String {
    let earlier = BenchmarkSchool.year.startYear - year.startYear
    var dice = Dice(seed: 7)
    var file =
      "upn,surname,forename,date_of_birth,year_group,registration_group,start_date,sex,fsm,sen\n"
    for pupil in 0..<count {
      let born = SchoolDate(year: 2013 - pupil / (count / 5), month: 9, day: 1)?
        .adding(days: Int.random(in: 0..<364, using: &dice))
      let fields: [String] = [
        upns[pupil],
        surnames.randomElement(using: &dice) ?? "", forenames.randomElement(using: &dice) ?? "",
        born.map { "\($0)" } ?? "",
        "\(pupil / (count / 5) + 7 - earlier)", form(of: pupil), "\(start)",
        pupil % 2 == 0 ? "F" : "M",
        Int.random(in: 0..<4, using: &dice) == 0 ? "1" : "0", "N",
      ]
      file += fields.joined(separator: ",") + "\n"
    }
    return file
  }

  /// The marks of a year, as an import's file and as the table of plain tools.
  ///
  /// On the last afternoon everybody is in, so that the next morning fills with one key.
  static func marks(of year: SchoolYear) -> (csv: [UInt8], tsv: [UInt8]) {
    var dice = Dice(seed: UInt64(year.startYear))
    let days = SchoolDays(year).marked
    let dates = days.map { Array("\($0)".utf8) }
    var csv = Array("upn,date,session,code\n".utf8)
    var tsv: [UInt8] = []
    for pupil in 0..<count {
      let upn = Array(upns[pupil].utf8)
      for (day, date) in dates.enumerated() {
        for half in HalfDay.allCases {
          let isLast = day == dates.count - 1 && half == .pm
          let code = isLast ? Self.present(half) : Self.code(half, using: &dice)
          let session = Array(half.rawValue.utf8)
          for (field, end) in [(upn, 44), (date, 44), (session, 44), ([code], 10)] {
            csv += field
            csv.append(UInt8(end))
            tsv += field
            tsv.append(UInt8(end == 44 ? 9 : end))
          }
        }
      }
    }
    return (csv, tsv)
  }

  private static func present(_ half: HalfDay) -> UInt8 { UInt8(ascii: half == .am ? "/" : "\\") }

  private static func code(_ half: HalfDay, using dice: inout Dice) -> UInt8 {
    let roll = dice.next() % 200
    return roll < absences.count ? absences[Int(roll)] : present(half)
  }

  /// Fifteen marks of two hundred are not simply present.
  private static let absences = Array("LLLIIIIIMMCVOGU".utf8)

  /// The pupils' numbers in their own order, in which figures by pupil are printed.
  private static let upns = (1...count).map(upn(_:)).sorted()

  private static func upn(_ serial: Int) -> String {
    let digits = String(serial)
    let body = "82040012" + String(repeating: "0", count: 4 - digits.count) + digits
    do {
      return try UPN("A" + body).text
    } catch .wrongCheckLetter(_, let right) {
      return String(right) + body
    } catch {
      return ""
    }
  }

  private static let surnames = [
    "Ahmed", "Barnes", "Bevan", "Davies", "Ellis", "Fenwick", "Greene", "Hussain", "Iqbal",
    "Jones", "Kofi", "Lewis", "Mensah", "Nowak", "O'Connor", "Patel", "Quill", "Rees", "Shah",
    "Tariq", "Underwood", "Vaughan", "Williams", "Young", "Zane",
  ]
  private static let forenames = [
    "Aisha", "Ben", "Chloe", "Dafydd", "Ella", "Finn", "Grace", "Hamza", "Isla", "Jack", "Kwame",
    "Lily", "Mia", "Noah", "Omar", "Priya", "Quinn", "Rhys", "Sian", "Tom", "Uma", "Yusuf", "Zoe",
  ]
}
