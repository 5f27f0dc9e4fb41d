import Attendance
import Policies
import Testing

/// A school small enough to be asked everything: its calendar, its pupils, their marks and a policy.
struct FlagWorld {
  let calendar: SchoolCalendar
  let roll: Roll
  var marks: [Pupil.ID: [Session: String]]
  var closed: Set<SchoolDate> = []
  var facts: [Pupil.ID: PupilFacts] = [:]

  static let book = CodeBook(Shipped.codes.sets.flatMap(\.codes))
  static let alphabet = SheetAlphabet(book.texts)

  /// A policy whose rules are these, and nothing else differs from a shipped one.
  static func policy(_ rules: String) throws -> Policy {
    // A return that a rule of the school calls for has no rule to call for it here.
    let text = try Shipped.text("ibstock").replacing("    flag: care-plan-absence\n", with: "")
    let first = try #require(text.firstRange(of: "    # The school's own."))
    let end = try #require(text.firstRange(of: "\n# Steps for attendance"))
    let reading = PolicyReading(
      name: "tried.yaml", text: text[..<first.lowerBound] + rules + text[end.lowerBound...],
      codeSets: Shipped.codes.sets)
    let faults = reading.complaints.filter { $0.severity == .fault }
    try #require(faults.isEmpty, "\(faults)")
    return try #require(reading.policy)
  }

  var time: SchoolTime { SchoolTime(calendar, closed: closed) }

  /// What the rules find for a pupil on a date, with all years read.
  func found(
    _ pupil: Pupil.ID, _ policy: Policy, on date: SchoolDate, since: SchoolYear? = nil,
    listing: Bool = true
  ) throws -> Findings {
    let rules = RuleBook(policy, over: time)
    var reader = MarkReader(figures, over: time, lists: rules.lists)
    let year = SchoolYear(of: date)
    let line = reader.line(
      of: pupil, from: since ?? calendar.years.first?.year ?? year, through: year)
    return rules.findings(of: line, try facts(of: pupil, on: date), on: date, listing: listing)
  }

  func facts(of pupil: Pupil.ID, on date: SchoolDate) throws -> PupilFacts {
    if let known = facts[pupil] { return known }
    return PupilFacts(
      compulsoryAge: CompulsorySchoolAge(born: try #require(roll.pupils[pupil]).dateOfBirth),
      particulars: try #require(roll.particulars(of: pupil, on: date)))
  }

  /// The flags of one rule: their values.
  func values(
    _ rule: String, of pupil: Pupil.ID, _ policy: Policy, on date: String
  ) throws -> [String] {
    try found(pupil, policy, on: Shipped.date(date)).findings
      .filter { $0.isMet && $0.rule.id == rule }.map(\.amount.description)
  }

  var figures: Figures {
    var sheets: [SchoolYear: [Pupil.ID: YearSheet]] = [:]
    for (pupil, ofPupil) in marks {
      for (session, code) in ofPupil {
        let year = SchoolYear(of: session.date)
        sheets[year, default: [:]][pupil, default: YearSheet(year: year)][session] =
          Self.alphabet.byte(of: code) ?? 0
      }
    }
    return Figures(
      roll: roll, calendar: calendar, codes: Self.book, alphabet: Self.alphabet, sheets: sheets)
  }
}

extension FlagWorld {
  /// A school with one pupil, born on that day, in that year group, marked present at every session
  /// up to the last, but for what `marks` says of whole days or single sessions.
  static func onePupil(
    born: String = "2012-05-05", year: String = "9", starts: String = "2024-09-02",
    through last: String, _ marks: (Session) -> String?
  ) throws -> FlagWorld {
    let calendar = try Self.twoYears()
    let id = Pupil.ID(1)
    let pupil = Pupil(
      id: id, upn: try UPN("L820200118005"),
      name: PupilName(surname: "Ash", forename: "Ann"), dateOfBirth: try Shipped.date(born))
    let from = try Shipped.date(starts)
    let roll = Roll(
      pupils: [pupil], enrolments: [Enrolment(id: Enrolment.ID(1), pupil: id, starts: from)],
      particulars: [
        id: [Particulars(from: from, yearGroup: try Shipped.year(year), group: "9A")]
      ])
    var all: [Session: String] = [:]
    for session in calendar.sessions(from: from, through: try Shipped.date(last)) {
      let code = marks(session) ?? (session.half == .am ? "/" : "\\")
      if code != "-" { all[session] = code }
    }
    return FlagWorld(calendar: calendar, roll: roll, marks: [id: all])
  }

  static let pupil = Pupil.ID(1)

  /// Two school years with half terms and holidays.
  static func twoYears() throws -> SchoolCalendar {
    func term(
      _ name: String, _ starts: String, _ ends: String, _ half: (String, String)
    ) throws -> Term {
      Term(
        name: name, starts: try Shipped.date(starts), ends: try Shipped.date(ends),
        halfTerm: try Shipped.date(half.0)...Shipped.date(half.1))
    }
    return SchoolCalendar([
      CalendarYear(
        year: SchoolYear(startYear: 2024),
        terms: [
          try term("Autumn", "2024-09-02", "2024-12-20", ("2024-10-28", "2024-11-01")),
          try term("Spring", "2025-01-06", "2025-04-04", ("2025-02-17", "2025-02-21")),
          try term("Summer", "2025-04-22", "2025-07-22", ("2025-05-26", "2025-05-30")),
        ], closures: [Closure(date: try Shipped.date("2025-05-05"), reason: "bank holiday")]),
      CalendarYear(
        year: SchoolYear(startYear: 2025),
        terms: [
          try term("Autumn", "2025-09-01", "2025-12-19", ("2025-10-27", "2025-10-31")),
          try term("Spring", "2026-01-05", "2026-03-27", ("2026-02-16", "2026-02-20")),
          try term("Summer", "2026-04-13", "2026-07-21", ("2026-05-25", "2026-05-29")),
        ], closures: [Closure(date: try Shipped.date("2026-05-04"), reason: "bank holiday")]),
    ])
  }
}
