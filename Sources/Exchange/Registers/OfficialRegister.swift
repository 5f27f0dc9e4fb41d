public import Attendance

/// The attendance register of a group over a range of days, as it is handed to whoever may see it.
///
/// What stands, what was changed and by whom, and the nature of activities that the law wants noted
/// (regulation 10 of the 2024 Regulations); other notes are left out.
public struct OfficialRegister: Sendable {
  /// What is printed, and when and by whom.
  public struct Making: Hashable, Sendable {
    /// What the school is called.
    public let school: String
    /// The group.
    public let group: String
    /// The first and the last day.
    public let days: ClosedRange<SchoolDate>
    /// When it was printed.
    public let at: Instant
    /// By whom.
    public let by: Person
    /// The register's head seal at that time.
    public let seal: String

    /// A print of that group's register with these particulars.
    public init(
      school: String, group: String, days: ClosedRange<SchoolDate>, at: Instant, by: Person,
      seal: String
    ) {
      self.school = school
      self.group = group
      self.days = days
      self.at = at
      self.by = by
      self.seal = seal
    }
  }

  /// What stands at a session of a pupil.
  enum Cell: Hashable {
    case mark(String)
    case unmarked
    /// The school did not meet for the pupil.
    case closed
    /// The pupil was not on roll, or stood in another register.
    case elsewhere

    var sign: String {
      switch self {
      case .mark(let code): code
      case .unmarked: "?"
      case .closed: "-"
      case .elsewhere: "."
      }
    }
  }

  /// One pupil's line.
  struct Line {
    let pupil: Pupil
    /// Whether the sessions count; those of guests are marked and never counted.
    let isCounted: Bool
    fileprivate(set) var cells: [Session: Cell] = [:]
    fileprivate(set) var tallies: [SchoolDate: Tally] = [:]

    func cell(_ session: Session) -> Cell { cells[session] ?? .elsewhere }

    /// The counts of the weeks that begin on these Mondays.
    func tally(_ mondays: some Sequence<SchoolDate>) -> Tally {
      mondays.reduce(into: Tally()) { total, monday in total += tallies[monday] ?? Tally() }
    }
  }

  /// An entry that took the place of another, or whose nature is noted.
  struct Remark {
    let pupil: Pupil
    let line: HistoryLine
  }

  let making: Making
  /// The last session that had begun.
  private let last: Session
  /// The sessions at which somebody met.
  private let held: Set<Session>
  /// The weeks with a session, by their Mondays.
  let mondays: [SchoolDate]
  let lines: [Line]
  let changes: [Remark]
  let natures: [Remark]
  /// The codes that stand in it, each with what it means.
  let codes: [AttendanceCode]

  /// The register of the group from these sources; the history is asked for pupil by pupil.
  ///
  /// Sessions after the last that has begun are no part of it.
  public init(
    _ making: Making, upTo last: Session, _ source: Source,
    history: (Pupil.ID) throws -> [HistoryLine]
  ) rethrows {
    self.making = making
    let sessions = source.calendar.sessions(
      from: making.days.lowerBound, through: min(making.days.upperBound, last.date)
    ).filter { $0 <= last }
    self.last = last
    held = Set(sessions)
    mondays = Set(sessions.map(\.date.monday)).sorted()
    let lines = source.lines(of: making.group, at: sessions)
    self.lines = lines
    var changes: [Remark] = []
    var natures: [Remark] = []
    var used: Set<AttendanceCode> = []
    for line in lines {
      let own = try history(line.pupil.id).filter {
        making.days.contains($0.entry.session.date) && line.cell($0.entry.session) != .elsewhere
      }
      let replaced = Set(own.compactMap(\.entry.replaces))
      for one in own {
        let entry = one.entry
        if entry.replaces != nil { changes.append(Remark(pupil: line.pupil, line: one)) }
        if !replaced.contains(entry.id), entry.beside == nil, !(entry.note ?? "").isEmpty,
          source.code(entry.code, on: entry.session.date)?.neededNote != nil
        {
          natures.append(Remark(pupil: line.pupil, line: one))
        }
      }
      for (session, cell) in line.cells {
        guard case .mark(let text) = cell, let code = source.code(text, on: session.date) else {
          continue
        }
        used.insert(code)
      }
    }
    self.changes = changes
    self.natures = natures.sorted { $0.line.entry.session < $1.line.entry.session }
    codes = used.sorted { ($0.text, $0.meaning) < ($1.text, $1.meaning) }
  }

  /// What is shown of the pupil's session; nothing where it lies outside the range or is to come.
  func sign(_ line: Line, at session: Session) -> String {
    guard making.days.contains(session.date), session <= last else { return "" }
    return held.contains(session) ? line.cell(session).sign : Cell.closed.sign
  }

  /// The counts of everybody, over the whole range.
  var total: Tally { lines.reduce(into: Tally()) { $0 += $1.tally(mondays) } }
}

extension OfficialRegister {
  /// Where the lines come from: the roll, the calendar, and the year sheets.
  public struct Source: Sendable {
    let roll: Roll
    let calendar: SchoolCalendar
    private let book: CodeBook
    private let alphabet: SheetAlphabet
    private let classes: CodeClasses
    private let sheets: [SchoolYear: [Pupil.ID: YearSheet]]

    /// A source of these.
    public init(
      roll: Roll, calendar: SchoolCalendar, codes: CodeBook, alphabet: SheetAlphabet,
      sheets: [SchoolYear: [Pupil.ID: YearSheet]]
    ) {
      self.roll = roll
      self.calendar = calendar
      book = codes
      self.alphabet = alphabet
      classes = CodeClasses(codes, alphabet)
      self.sheets = sheets
    }

    /// The code as it was on the date, or in its own time.
    func code(_ text: String, on date: SchoolDate) -> AttendanceCode? {
      book.code(text, on: date) ?? book.codes.last { $0.text == text }
    }

    /// The text of the code that stands for the pupil; empty where none does.
    func mark(of pupil: Pupil.ID, at session: Session) -> String {
      alphabet.code(of: sheets[SchoolYear(of: session.date)]?[pupil]?[session] ?? 0)
    }

    /// The pupils who were ever due in the group.
    public static func pupils(of group: String, in roll: Roll) -> [Pupil.ID] {
      let known = roll.particulars.filter { $0.value.contains { $0.group == group } }.keys
      return Array(Set(known).union(roll.memberships.filter { $0.group == group }.map(\.pupil)))
    }

    fileprivate func lines(of group: String, at sessions: [Session]) -> [Line] {
      let pupils = Self.pupils(of: group, in: roll).compactMap { roll.pupils[$0] }
        .sorted(by: Pupil.inRegisterOrder)
      return pupils.compactMap { pupil in line(of: pupil, in: group, at: sessions) }
    }

    /// The pupil's line; nil where they were never due in the group.
    private func line(of pupil: Pupil, in group: String, at sessions: [Session]) -> Line? {
      let own = (roll.enrolments[pupil.id] ?? []).filter(\.isMarked)
      var line = Line(pupil: pupil, isCounted: own.contains(where: \.isCounted))
      for session in sessions {
        guard let member = roll.member(pupil.id, on: session.date), member.enrolment.isMarked,
          roll.group(of: member, at: session) == group
        else { continue }
        let particulars = member.particulars
        let meets = calendar.meets(
          at: session, campus: particulars.campus, yearGroup: particulars.yearGroup)
        let byte = sheets[SchoolYear(of: session.date)]?[pupil.id]?[session] ?? 0
        line.cells[session] =
          byte > 0 ? .mark(alphabet.code(of: byte)) : meets ? .unmarked : .closed
        guard meets, member.enrolment.isCounted else { continue }
        if byte == 0 {
          line.tallies[session.date.monday, default: Tally()].missing += 1
        } else {
          line.tallies[session.date.monday, default: Tally()]
            .count(classes.weights(on: session.date)[Int(byte)])
        }
      }
      return line.cells.isEmpty ? nil : line
    }
  }
}

extension OfficialRegister.Remark {
  /// The change in words: what was, what is, when, by whom, in what post, why.
  var change: String {
    let entry = line.entry
    let was = line.replaced.map { $0.isEmpty ? "blank" : $0 } ?? "blank"
    let why = entry.reason.isEmpty ? line.submission.kind.rawValue : entry.reason
    let typist = line.submission.typist
    return "\(pupil.name.legal), \(entry.session.date.inWords) \(entry.session.half.rawValue): "
      + "\(was) amended to \(entry.isBlank ? "blank" : entry.code) on "
      + "\(line.submission.at.date.inWords) at \(line.submission.at.time) by \(typist.name), "
      + "\(typist.position): \(why)"
  }

  /// The nature of what the pupil did in words.
  var nature: String {
    "\(line.entry.session.date.inWords) \(line.entry.session.half.rawValue) \(line.entry.code) "
      + "\(pupil.name.legal): \(line.entry.note ?? "")"
  }
}
