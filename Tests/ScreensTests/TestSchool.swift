import Attendance
import Policies
import Screens

/// The school of these tests: 8B on Tuesday 14 October 2025, under Ibstock's policy.
enum TestSchool {
  static let policy: Policy = {
    guard let policy = PolicyReading(path: "config/policies/ibstock.yaml").policy else {
      fatalError("config/policies/ibstock.yaml does not read")
    }
    return policy
  }()

  static let tuesday = SchoolDate("2025-10-14") ?? SchoolDate(daysSince1970: 0)
  static let morning = Session(tuesday, .am)
  static let key = RegisterKey("8B", at: morning)
  static let window = RegisterWindow(
    opens: time("08:35"), lateFrom: time("08:35"), closes: time("09:05"), ends: time("12:25"))

  static func time(_ text: String) -> TimeOfDay { TimeOfDay(text) ?? TimeOfDay(minutes: 0) }
  static func at(_ text: String) -> Instant { Instant(tuesday, time(text)) }

  static let owen = Staff(
    login: "owen", name: "Mr Owen", position: "Form tutor", role: "tutor", group: "8B")
  static let khan = Staff(
    login: "khan", name: "Ms Khan", position: "Form tutor", role: "tutor", group: "8C")
  static let hall = Staff(
    login: "hall", name: "J. Hall", position: "Office", role: "office")
  static let price = Staff(
    login: "price", name: "S. Price", position: "Attendance champion", role: "champion")
  static let head = Staff(login: "head", name: "A. Head", position: "Headteacher", role: "head")
  static let gale = Staff(
    login: "gale", name: "G. Gale", position: "Governor", role: "governor")
  static let staff = [owen, khan, hall, price]

  static let names = [
    "Ahmed, Aisha", "Barnes, Ben", "Bevan, Chloe", "Davies, Dafydd", "Ellis, Ella",
    "Farah, Farouk", "Green, Grace", "Hussain, Hamza", "Iwan, Ifan", "Joshi, Jaya",
    "Kofi, Kwame", "Lewis, Łucja", "Mills, Maya", "Neal, Niamh", "Obi, Olu", "Patel, Priya",
    "Quill, Quinn", "Rees, Rhys", "Shah, Siân", "Tariq, Omar", "Usman, Uma", "Vale, Vera",
    "Wozniak, Wiktor", "Xu, Xin", "Yusuf, Yasmin", "Zane, Zoe", "Zeller, Amy", "Zhang, Bea",
    "Ziegler, Cai", "Zola, Dee",
  ]

  /// A pupil of Year 8 with that number and name, `Rees, Rhys`.
  static func pupil(
    _ number: Int, _ name: String, sayAs: String = "", born: String = "2013-02-14"
  ) -> Pupil {
    let parts = name.split(separator: ",")
    guard let upn = UPN(temporary: number % 2300, year: 2024 + number / 2300) else {
      fatalError("no UPN for \(number)")
    }
    return Pupil(
      id: Pupil.ID(Int64(number)), upn: upn,
      name: PupilName(
        surname: String(parts[0]), forename: String(parts[1].dropFirst()), sayAs: sayAs),
      dateOfBirth: SchoolDate(born) ?? SchoolDate(daysSince1970: 0))
  }

  /// The thirty of 8B, nobody planned, nobody marked, everybody in the session before.
  static let form: [RegisterRow] = names.enumerated().map { index, name in
    row(
      pupil(
        index + 1, name, sayAs: name.hasPrefix("Neal") ? "NEEV" : "",
        born: "2013-\(index % 9 + 1 < 10 ? "0" : "")\(index % 9 + 1)-1\(index % 10)"))
  }

  static func row(
    _ pupil: Pupil, heed: RegisterRow.Heed? = nil, plan: Plan? = nil,
    standing: RegisterRow.Standing? = nil
  ) -> RegisterRow {
    RegisterRow(
      pupil: pupil, isOfCompulsoryAge: true, lastSix: ["/", "\\", "/", "\\", "/", "\\"],
      heed: heed, plan: plan, standing: standing)
  }

  /// What the office was told about a pupil this morning.
  static func plan(_ pupil: Pupil, _ code: String, _ source: Plan.Source = .report) -> Plan {
    Plan(
      id: Plan.ID(pupil.id.number), pupil: pupil.id, from: morning, through: morning, code: code,
      source: source, by: Person(hall), at: at("08:12"), note: "by telephone")
  }

  /// A class of that many pupils with names of their own.
  static func many(_ count: Int) -> [RegisterRow] {
    (0..<count).map { index in
      row(pupil(index + 1, "Family\(String(index, radix: 26)), Child\(index)"))
    }
  }

  /// An entry on record for a pupil.
  static func standing(
    _ pupil: Pupil, _ code: String, by staff: Staff, at moment: Instant, id: Int64 = 1,
    how: Entry.How = .marked, contradiction: String? = nil
  ) -> RegisterRow.Standing {
    func entry(_ id: Int64, _ code: String, beside: Entry.ID? = nil) -> Entry {
      Entry(
        id: Entry.ID(id), submission: Submission.ID(id), pupil: pupil.id, session: morning,
        code: code, how: how, beside: beside)
    }
    return RegisterRow.Standing(
      entry: entry(id, code), by: Person(staff), at: moment,
      contradiction: contradiction.map { entry(id + 1000, $0, beside: Entry.ID(id)) })
  }

  static func submission(by staff: Staff, at moment: Instant) -> Submission {
    Submission(
      id: Submission.ID(1), kind: .taken, at: moment, typist: Person(staff), register: key)
  }
}
