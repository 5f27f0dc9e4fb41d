import Attendance

/// The date of a test, written out.
func day(_ text: String) -> SchoolDate {
  guard let date = SchoolDate(text) else { preconditionFailure("\(text) is no date") }
  return date
}

/// The time of a test, written out.
func clock(_ text: String) -> TimeOfDay {
  guard let time = TimeOfDay(text) else { preconditionFailure("\(text) is no time") }
  return time
}

/// The moment of a test: on Wednesday 10 September 2025 unless a date is written too.
func moment(_ text: String) -> Instant {
  let written = text.contains("T") ? text : "\(TestSchool.wednesday)T\(text)"
  guard let instant = Instant(written) else { preconditionFailure("\(text) is no moment") }
  return instant
}

/// The morning session of a date.
func am(_ text: String) -> Session { Session(day(text), .am) }

/// The afternoon session of a date.
func pm(_ text: String) -> Session { Session(day(text), .pm) }

/// The year group written so.
func yearGroup(_ text: String) -> YearGroup {
  guard let group = YearGroup(text) else { preconditionFailure("\(text) is no year group") }
  return group
}

/// The school of the tests: a form of ten, whose names are hard, and its staff.
enum TestSchool {
  static let wednesday = day("2025-09-10")
  static let morning = Session(wednesday, .am)
  static let afternoon = Session(wednesday, .pm)

  static let tutor = Person(login: "owen", name: "Mr Owen", position: "Form tutor")
  static let office = Person(login: "hall", name: "Ms Hall", position: "Attendance officer")

  /// 08:35 to 09:10, late from 08:50, the session ending at 12:00.
  static let window = RegisterWindow(
    opens: clock("08:35"), lateFrom: clock("08:50"), closes: clock("09:10"), ends: clock("12:00"))

  static let ada = pupil(1, "Abbott", "Ada")
  static let ben = pupil(2, "Brown", "Benjamin", knownAs: "Ben")
  static let cem = pupil(3, "Çelik", "Cem")
  static let dot = pupil(4, "Dow", "Dorothy", knownAs: "Dot")
  static let eve = pupil(5, "Evans", "Eve")
  static let fay = pupil(6, "Fox", "Fay")
  static let lucja = pupil(7, "Łukasik", "Łucja")
  static let oisin = pupil(8, "O'Brien", "Oisín")
  /// Twins, and a namesake of theirs.
  static let maya = pupil(9, "Patel", "Maya", born: "2013-02-14")
  static let milan = pupil(10, "Patel", "Milan", born: "2013-02-14")
  static let mina = pupil(11, "Patel", "Mina", born: "2013-06-30")
  static let rhys = pupil(12, "Patel", "Rhys", born: "2013-07-01")

  static func pupil(
    _ number: Int, _ surname: String, _ forename: String, knownAs: String = "",
    born: String = "2013-10-01"
  ) -> Pupil {
    guard let upn = UPN(temporary: number, year: 2025, authority: 801, establishment: 2000) else {
      preconditionFailure("\(number) makes no UPN")
    }
    return Pupil(
      id: Pupil.ID(Int64(number)), upn: upn,
      name: PupilName(surname: surname, forename: forename, preferred: knownAs),
      dateOfBirth: day(born))
  }

  /// The row of a pupil of compulsory school age.
  static func row(
    _ pupil: Pupil, heed: RegisterRow.Heed? = nil, plan: Plan? = nil,
    standing: RegisterRow.Standing? = nil
  ) -> RegisterRow {
    RegisterRow(
      pupil: pupil, isOfCompulsoryAge: true, heed: heed, plan: plan, standing: standing)
  }

  /// 8B's register of the morning.
  static func register(
    _ rows: [RegisterRow], at session: Session = morning, allowed: Set<String>? = nil,
    mayFill: Bool = true, taken: Submission? = nil
  ) -> Register {
    Register(
      key: RegisterKey("8B", at: session), taker: "Mr Owen", room: "12", window: window,
      rules: Register.Rules(
        codes: TestCodes.book, allowed: allowed, role: "Form tutor", mayFill: mayFill),
      rows: rows, taken: taken)
  }

  /// An absence known beforehand, for the whole Wednesday.
  static func plan(
    _ pupil: Pupil, _ code: String, source: Plan.Source = .report, note: String = ""
  ) -> Plan {
    Plan(
      id: Plan.ID(pupil.id.number), pupil: pupil.id, from: morning, through: afternoon, code: code,
      source: source, by: office, at: moment("08:05"), note: note)
  }

  /// A mark on record, typed at that time.
  static func standing(
    _ pupil: Pupil, _ code: String, minutes: Int? = nil, note: String? = nil,
    how: Entry.How = .marked, entry: Int64 = 100, at: String = "08:40", by: Person = tutor
  ) -> RegisterRow.Standing {
    RegisterRow.Standing(
      entry: Entry(
        id: Entry.ID(entry), submission: Submission.ID(10), pupil: pupil.id, session: morning,
        code: code, minutes: minutes, note: note, how: how),
      by: by, at: moment(at))
  }

  /// The submission that took the register at 08:45.
  static let taken = Submission(
    id: Submission.ID(10), kind: .taken, at: moment("08:45"), typist: tutor,
    register: RegisterKey("8B", at: morning))
}

/// Random numbers that are the same for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) {
    state = UInt64(bitPattern: Int64(seed))
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
