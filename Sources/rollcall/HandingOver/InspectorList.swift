import Attendance
import Exchange
import Policies
import Storage

/// The lists that an inspector asks for, each from the same marks and lines as every other figure.
struct InspectorList {
  /// Which list.
  enum Kind: String, CaseIterable {
    /// Sessions of B, K and D, each with its nature.
    case offSite = "off-site"
    /// Part-time timetables with their ends, and the sessions of C2 under each.
    case partTime = "part-time"
    /// Days of suspension.
    case suspensions
    /// Sessions that still have no reason, and by when each was to have one.
    case unexplained
  }

  private let desk: PaperDesk
  private let days: ClosedRange<SchoolDate>
  private var last: Session { min(Session(days.upperBound, .pm), desk.last) }

  init(_ desk: PaperDesk, _ days: ClosedRange<SchoolDate>) {
    self.desk = desk
    self.days = days
  }

  /// The rows of that list.
  func table(_ kind: Kind) throws -> RowTable {
    switch kind {
    case .offSite: try offSite()
    case .partTime: try partTime()
    case .suspensions: try suspensions()
    case .unexplained: try unexplained()
    }
  }

  private static let who = ["upn", "surname", "forename", "form"]

  private func who(_ pupil: Pupil, on date: SchoolDate) -> [RowTable.Cell] {
    [
      .code(pupil.upn.text), .text(pupil.name.surname), .text(pupil.name.forename),
      .text(orEmpty: desk.roll.particulars(of: pupil.id, on: date)?.group),
    ]
  }

  /// The sessions at which one of the codes stands, by pupil in register order.
  private func marked(
    _ codes: Set<String>
  ) throws -> [(pupil: Pupil, sessions: [(session: Session, code: String)])] {
    let all = try desk.figures(of: days).sessionsByPupil(from: days.lowerBound, through: last)
    return all.keys.compactMap { desk.roll.pupils[$0] }.sorted(by: Pupil.inRegisterOrder)
      .compactMap { pupil in
        let own = (all[pupil.id] ?? []).filter { codes.contains($0.code) }
        return own.isEmpty ? nil : (pupil, own)
      }
  }

  private func offSite() throws -> RowTable {
    var table = RowTable(["date", "session", "code"] + Self.who + ["nature", "recorded_by"])
    for (pupil, sessions) in try marked(["B", "K", "D"]) {
      for one in sessions {
        let line = try desk.school.store.standing(
          of: [pupil.id], at: one.session, asAt: nil)[pupil.id]
        let isNature =
          desk.codes.code(one.code, on: one.session.date)?.neededNote != nil
        table.append(
          [.date(one.session.date), .code(one.session.half.rawValue), .code(one.code)]
            + who(pupil, on: one.session.date)
            + [.text(orEmpty: isNature ? line?.entry.note : nil), .text(orEmpty: line?.by.name)])
      }
    }
    return table
  }

  private func partTime() throws -> RowTable {
    let book = try desk.school.store.dayBook(
      .leaveAndTimetables(days.lowerBound, days.upperBound))
    let lines = book.standing.compactMap { line -> (DayLine, Timetable, Pupil)? in
      guard case .timetable(let timetable) = line.matter, timetable.kind == .partTime,
        let pupil = line.pupil.flatMap({ desk.roll.pupils[$0] })
      else { return nil }
      return (line, timetable, pupil)
    }
    let figures = try desk.figures(of: days, pupils: lines.map(\.2.id))
    return RowTable(
      Self.who + ["from", "until", "review", "sessions_c2", "timetable", "agreed_by"],
      rows: lines.sorted { Pupil.inRegisterOrder($0.2, $1.2) }.map { line, timetable, pupil in
        let through = min(Session(timetable.until, .pm), last)
        let counts = figures.codesByPupil(
          from: max(timetable.from, days.lowerBound), through: through, of: [pupil.id])
        return who(pupil, on: timetable.from) + [
          .date(timetable.from), .date(timetable.until), .date(timetable.review),
          .number(counts[pupil.id]?["C2"] ?? 0), .text(timetable.inWords), .text(line.by.name),
        ]
      })
  }

  private func suspensions() throws -> RowTable {
    var table = RowTable(Self.who + ["from", "to", "sessions", "recorded_by"])
    for (pupil, sessions) in try marked(["E"]) {
      for run in runs(sessions.map(\.session)) {
        let line = try desk.school.store.standing(of: [pupil.id], at: run[0], asAt: nil)[pupil.id]
        table.append(
          who(pupil, on: run[0].date) + [
            .date(run[0].date), .date(run[run.count - 1].date), .number(run.count),
            .text(orEmpty: line?.by.name),
          ])
      }
    }
    return table
  }

  /// The sessions in runs without another session of the school between.
  private func runs(_ sessions: [Session]) -> [[Session]] {
    guard let first = sessions.first, let end = sessions.last else { return [] }
    var runs: [[Session]] = []
    var isOpen = false
    let wanted = Set(sessions)
    for session in desk.calendar.sessions(from: first.date, through: end.date) {
      if !wanted.contains(session) {
        isOpen = false
      } else if isOpen {
        runs[runs.count - 1].append(session)
      } else {
        runs.append([session])
        isOpen = true
      }
    }
    return runs
  }

  private func unexplained() throws -> RowTable {
    let rule = desk.school.policy.followUp
    let today = desk.school.clock.now.date
    return RowTable(
      ["date", "session", "code"] + Self.who + ["settle_by", "state"],
      rows: try marked([rule.code]).flatMap { pupil, sessions in
        sessions.map { one -> [RowTable.Cell] in
          let due = desk.calendar.schoolDay(rule.settleWithin, after: one.session.date)
          let isOverdue = due.map { $0 < today } ?? false
          return [.date(one.session.date), .code(one.session.half.rawValue), .code(one.code)]
            + who(pupil, on: one.session.date)
            + [.date(due), .code(isOverdue ? "overdue" : "open")]
        }
      }.sorted { $0[0].plain + $0[1].plain < $1[0].plain + $1[1].plain })
  }
}
