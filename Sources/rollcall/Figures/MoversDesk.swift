import Attendance
import Policies
import Screens
import Storage

/// Compares each pupil's attendance with that before, and finds who has earned a certificate.
///
/// Without a date the school's review that now runs is compared with the one before it, as often as
/// the policy has pupils looked at; with one, what came from it on with the time up to it from the
/// beginning of the review that it ended.
struct MoversDesk {
  let desk: FigureDesk
  /// The pupils on roll whom the person may see and have figures of, in the order of a register.
  let members: [Roll.Member]
  /// How many are left out, since rewards wait for them as letters do (U36).
  let held: Int
  private let ids: Set<Pupil.ID>
  private let policy: Policy

  /// The desk of whoever acts; refuses who may see no pupil's figures.
  init(_ school: OpenSchool, for person: Actor? = nil) throws {
    desk = try FigureDesk(school, for: person)
    policy = school.policy
    let everybody = desk.roll.members(on: desk.today).filter(\.enrolment.isCounted)
    let figures = try PupilReach(.viewFigures, in: school, for: person).reached(
      of: everybody, among: everybody)
    let seen = try PupilReach(.viewPupil, in: school, for: person).reached(
      of: figures, among: everybody)
    let book = try school.store.dayBook(.casework)
    let today = desk.today
    members = seen.filter { book.holds(of: $0.pupil.id, on: today).isEmpty }
    held = seen.count - members.count
    ids = Set(members.map(\.pupil.id))
  }

  /// The two stretches of time that are compared.
  struct Compared {
    let before: (from: SchoolDate, through: SchoolDate, words: String)
    let after: (from: SchoolDate, through: Session, words: String)
  }

  /// What is compared since the date, or since the last review.
  func compared(since date: SchoolDate?) throws -> Compared {
    let kind = policy.pupilReviews
    let calendar = desk.calendar
    let begun =
      try date.map { ($0, "since \($0.short)") }
      ?? calendar.period(kind, begunBy: desk.last.date).map { ($0.starts, $0.name) }
      ?? { throw Refused("rollcall: no \(kind.rawValue) has begun in the school's calendar") }()
    guard begun.0 <= desk.last.date else {
      throw Refused(
        "rollcall: \(begun.0) lies ahead, and there is nothing to compare; name a day that has come"
      )
    }
    let eve = begun.0.adding(days: -1)
    guard let before = calendar.period(kind, begunBy: eve) else {
      throw Refused(
        "rollcall: there is no \(kind.rawValue) before \(begun.0) in the school's calendar to "
          + "compare with; name a later day with --since, or wait until the next has begun")
    }
    let through = calendar.lastSchoolDay(upTo: min(before.ends, eve)) ?? eve
    return Compared(
      before: (
        before.starts, through, "\(before.name), \(before.starts.short) to \(through.short)"
      ),
      after: (
        begun.0, desk.last, "\(begun.1), \(begun.0.short) to \(desk.last.date.short)"
      ))
  }

  /// Everything about who moved, and the certificates of these kinds of period.
  func board(
    _ compared: Compared, certificates: [SchoolPeriod.Kind] = []
  ) throws -> MoversBoard {
    let figures = try desk.figures(
      from: compared.before.from, through: compared.after.through.date)
    let before = figures.tallies(
      from: compared.before.from, through: Session(compared.before.through, .pm), of: ids)
    let after = figures.tallies(
      from: compared.after.from, through: compared.after.through, of: ids)
    let both = ids.count { (before[$0]?.possible ?? 0) > 0 && (after[$0]?.possible ?? 0) > 0 }
    return MoversBoard(
      before: compared.before.words, after: compared.after.words, movers: movers(before, after),
      compared: both, uncompared: ids.count - both, hasOwnBands: !policy.bands.isEmpty,
      earned: try certificates.compactMap(earned))
  }

  /// Who moved from one band to another: the improved first, and those first who moved furthest.
  private func movers(
    _ before: [Pupil.ID: Tally], _ after: [Pupil.ID: Tally]
  ) -> [MoversBoard.Mover] {
    let alike = LookAlike.among(members.map(\.pupil))
    let movers = zip(members, alike).compactMap { member, alike -> MoversBoard.Mover? in
      guard let old = before[member.pupil.id], let new = after[member.pupil.id],
        let change = BandChange(from: old, to: new, in: policy.comparedBands)
      else { return nil }
      return MoversBoard.Mover(
        member.pupil, form: member.particulars.group, lookAlike: alike, before: old, after: new,
        change: change)
    }
    return [BandChange.Direction.improved, .fallen].flatMap { direction in
      movers.enumerated().filter { $0.element.change.direction == direction }
        .sorted { one, other in
          let first = one.element.points?.tenths.magnitude ?? 0
          let second = other.element.points?.tenths.magnitude ?? 0
          return first == second ? one.offset < other.offset : first > second
        }.map(\.element)
    }
  }

  /// Who has earned a certificate of the last such period that is over, or may have; nil where none is.
  func earned(of kind: SchoolPeriod.Kind) throws -> MoversBoard.Earned? {
    guard let period = desk.calendar.period(kind, overBefore: desk.today) else { return nil }
    let figures = try desk.figures(from: period.starts, through: period.ends)
    let last = Session(period.ends, .pm)
    let tallies = figures.tallies(from: period.starts, through: last, of: ids)
    // Only of those with some authorised absence and no other is it asked what it was.
    let asked = ids.filter { id in
      tallies[id].map { $0.authorised > 0 && $0.unauthorised == 0 } ?? false
    }
    var absences: [String: [(code: String, count: Int)]] = [:]
    for row in figures.rows(
      by: [.pupil, .code], from: period.starts, through: last, of: asked)
    where row.tally.absent > 0 {
      absences[row.key, default: []].append((row.keys[1], row.tally.absent))
    }
    let alike = LookAlike.among(members.map(\.pupil))
    let earners = zip(members, alike).compactMap { member, alike -> MoversBoard.Earner? in
      guard let tally = tallies[member.pupil.id] else { return nil }
      let codes = absences[member.pupil.upn.text] ?? []
      return Certificate(tally, absences: Set(codes.map(\.code))).map {
        MoversBoard.Earner(
          member.pupil, form: member.particulars.group, lookAlike: alike, tally: tally,
          absences: codes.map { "\($0.count) \($0.code)" }.joined(separator: ", "),
          certificate: $0)
      }
    }
    return MoversBoard.Earned(
      of: period,
      Certificate.allCases.flatMap { list in earners.filter { $0.certificate == list } })
  }
}
