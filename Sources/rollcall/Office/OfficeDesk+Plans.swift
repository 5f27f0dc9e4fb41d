import Attendance
import Exchange
import Policies
import Storage

extension OfficeDesk {
  /// The act that takes a planned absence or a timetable back.
  func act(withdrawing number: Int64, _ why: String) throws -> Act {
    let book = try school.store.dayBook(.between(now.date, now.date.adding(days: 400)))
    let lines = book.absences.map(\.line) + book.timetables.map(\.line)
    guard let line = lines.first(where: { $0.id.number == number }) else {
      throw Refused(
        "rollcall: no plan from today on has the number \(number); list them with 'plan'")
    }
    return Act(
      kind: .planned, by: school.actor.person, at: now,
      lines: [
        ProposedLine(
          pupil: line.pupil, date: now.date, about: .kept(line.id), matter: .withdrawn, words: why)
      ])
  }

  /// The absences known beforehand that speak of the date, and what timetables make of it.
  func plans(on date: SchoolDate) throws -> RowTable {
    let book = try school.store.dayBook(.absences(on: date))
    var table = RowTable([
      "line", "upn", "from", "from_session", "through", "through_session", "code", "source",
      "words", "by",
    ])
    func append(
      _ line: DayLine, _ first: Session, _ last: Session, _ code: String?, _ source: Plan.Source,
      _ words: String
    ) {
      table.append([
        .number(Int(line.id.number)),
        .code(orEmpty: line.pupil.flatMap { roll.pupils[$0] }?.upn.text), .date(first.date),
        .code(first.half.rawValue), .date(last.date), .code(last.half.rawValue),
        .code(orEmpty: code), .code(source.rawValue),
        .text(orEmpty: words.isEmpty ? nil : words), .text(line.by.name),
      ])
    }
    for (line, absence) in book.absences {
      append(line, absence.from, absence.through, absence.code, absence.source, line.words)
    }
    let lines = Dictionary(
      book.timetables.map { ($0.line.id.number, $0.line) }, uniquingKeysWith: { $1 })
    for session in HalfDay.allCases.map({ Session(date, $0) }) {
      for plan in book.plans(at: session) where plan.source == .timetable {
        guard let line = lines[plan.id.number], let member = roll.member(plan.pupil, on: date),
          calendar.meets(
            at: session, campus: member.particulars.campus,
            yearGroup: member.particulars.yearGroup)
        else { continue }
        append(line, session, session, plan.code, .timetable, plan.note)
      }
    }
    return table
  }

  /// Refuses a leave code to whoever may not grant it: a plan must not go round the grant.
  ///
  /// An appointment that a parent tells of goes in as a call, by the codes of the role.
  func requireGranting(_ code: String?, as source: Plan.Source) throws {
    guard let code, source != .report,
      school.policies.codes.code(code, on: now.date)?.isLeave ?? false
    else { return }
    if let denial = school.permissions.denial(ofGranting: code) {
      throw Refused("rollcall: \(denial)")
    }
  }

  /// The last session that is known of the pupil: the end of their time here, or of the year.
  func lastSession(of member: Roll.Member, after first: Session) throws -> Session {
    let year = calendar.year(of: first.date)?.terms.last?.ends
    guard let last = [member.enrolment.ends, year].compactMap(\.self).min() else {
      throw Refusal.outsideCalendar(first.date)
    }
    return Session(last, .pm)
  }

  /// Whom one plan for many would touch.
  struct Touched {
    var allowed: [(member: Roll.Member, report: Report)] = []
    var refused: [(member: Roll.Member, why: String)] = []

    /// Those left out, each with the reason.
    var refusals: [String] { refused.map { "\($0.member.pupil.name.onRegister): \($0.why)" } }

    /// Everybody, with whether the plan would touch them.
    var table: RowTable {
      func cells(_ member: Roll.Member, _ outcome: String, _ why: String?) -> [RowTable.Cell] {
        [
          .code(member.pupil.upn.text), .text(member.pupil.name.surname),
          .text(member.pupil.name.knownAs), .text(member.particulars.group), .code(outcome),
          .text(orEmpty: why),
        ]
      }
      return RowTable(
        ["upn", "surname", "forename", "group", "outcome", "why"],
        rows: allowed.map { cells($0.member, "planned", nil) }
          + refused.map { cells($0.member, "left out", $0.why) })
    }
  }

  /// Those of a year group or a group who may have the code for these sessions, and those who may
  /// not, each with the reason.
  func members(
    of year: YearGroup?, in group: String?, for absence: KnownAbsence
  ) throws -> Touched {
    var touched = Touched()
    let known = try group.map { try school.group(named: $0, at: absence.from) }
    for member in roll.members(on: absence.from.date)
    where (year.map { $0 == member.particulars.yearGroup } ?? true)
      && (known.map { $0 == roll.group(of: member, at: absence.from) } ?? true)
    {
      do {
        let report = try report(of: member, absence: absence)
        _ = try Report.act(
          planning: [report], saying: "", under: rules, by: school.actor.person, now: now)
        touched.allowed.append((member, report))
      } catch let refusal as Refusal {
        touched.refused.append((member, refusal.description))
      }
    }
    return touched
  }
}
