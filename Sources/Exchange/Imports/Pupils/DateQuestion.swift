public import Attendance

/// What a change of a pupil's dates does to the register, to be looked at before it is accepted.
///
/// No mark is ever touched by it; but marks may be left off roll, and sessions may be opened that
/// nobody marked.
public struct DateQuestion: Hashable, Sendable, CustomStringConvertible {
  /// Whose dates change.
  public let pupil: Pupil
  /// The sessions with a mark at which the pupil would no longer be on roll.
  public let offRoll: [Session]
  /// The sessions with a mark that counts, and would not count as a guest's or a boarder's.
  public let uncounted: [Session]
  /// The sessions that the school met and the pupil would newly be on roll, without a mark.
  public let gaps: [Session]
  /// The last day on roll, where the name would be deleted with no ground on record (regulation 9).
  public let endsWithoutGround: SchoolDate?
  /// The leaving date on record that is taken away or moved, where its ground of deletion was entered.
  public let leaving: Leaving?

  /// A leaving date with its ground, and the date in its place, or none.
  public struct Leaving: Hashable, Sendable {
    /// The ground on which the name was to be deleted.
    public let ground: DeletionGround
    /// The leaving date on record.
    public let from: SchoolDate
    /// The leaving date of the file, or nil where it has none.
    public let to: SchoolDate?

    /// What becomes of it, in words.
    var inWords: String {
      to.map { "leaving on \($0), not \(from), still on ground \(ground.reference)" }
        ?? "no longer leaving on \(from), and ground \(ground.reference) with its facts taken away"
    }
  }

  /// What the change does, or nil where it does nothing of the kind.
  init?(_ change: PupilChange, _ context: ImportContext) {
    guard let enrolment = change.enrolment else { return nil }
    let (before, after) = (change.before, change.after)
    var marked: Set<Session> = []
    for sheet in context.sheets[after.pupil.id] ?? [] {
      for cell in sheet.cells.indices where sheet.cells[cell] != 0 {
        marked.insert(YearSheet.session(at: cell, in: sheet.year))
      }
    }
    func isOnRoll(_ entry: AdmissionEntry, _ date: SchoolDate) -> Bool {
      entry.enrolment(on: date)?.isMarked ?? false
    }
    pupil = after.pupil
    offRoll = marked.filter {
      before.enrolment(on: $0.date) != nil && after.enrolment(on: $0.date) == nil
    }.sorted()
    uncounted = marked.filter {
      before.enrolment(on: $0.date)?.isCounted ?? false
        && after.enrolment(on: $0.date)?.isCounted == false
    }.sorted()
    let starts = after.enrolments.map(\.starts).min() ?? context.today
    let sessions =
      starts <= context.latest.date
      ? context.calendar.sessions(from: starts, through: context.latest.date) : []
    gaps = sessions.filter { session in
      guard session <= context.latest, !marked.contains(session),
        isOnRoll(after, session.date), !isOnRoll(before, session.date)
      else { return false }
      let particulars = after.particulars(on: session.date)
      return context.calendar.meets(
        at: session, campus: particulars?.campus, yearGroup: particulars?.yearGroup)
    }
    let wasOpen = before.enrolments.contains { $0.id == enrolment.id && $0.ends == nil }
    endsWithoutGround = wasOpen && enrolment.deletion == nil ? enrolment.ends : nil
    leaving = Self.leaving(before.enrolments.first { $0.id == enrolment.id }, enrolment)
    if offRoll.isEmpty, uncounted.isEmpty, gaps.isEmpty, endsWithoutGround == nil, leaving == nil {
      return nil
    }
  }

  /// What becomes of a leaving date with a ground, where it does not stay.
  private static func leaving(_ before: Enrolment?, _ after: Enrolment) -> Leaving? {
    guard let before, let deletion = before.deletion, let ends = before.ends, ends != after.ends
    else { return nil }
    return Leaving(ground: deletion.ground, from: ends, to: after.ends)
  }

  /// What it does, in one sentence with its first and last session.
  public var description: String {
    [
      Self.words(offRoll, "mark", "left off roll"),
      Self.words(uncounted, "mark", "no longer counted"),
      Self.words(gaps, "session", "without a mark"),
      endsWithoutGround.map {
        "off roll after \($0) with no ground of deletion, which 'rollcall pupil leave' records"
      },
      leaving?.inWords,
    ].compactMap(\.self).joined(separator: " and ") + ": \(pupil.upn) \(pupil.name.onRegister)"
  }

  private static func words(_ sessions: [Session], _ noun: String, _ what: String) -> String? {
    guard let first = sessions.first, let last = sessions.last else { return nil }
    let head = "\(sessions.count) \(noun)\(sessions.count == 1 ? "" : "s") \(what)"
    return first == last ? "\(head) (\(first))" : "\(head) (\(first) to \(last))"
  }
}

extension PupilPlan {
  /// What the changes of dates do to the register, pupil by pupil.
  public func questions(over context: ImportContext) -> [DateQuestion] {
    changes.compactMap { DateQuestion($0, context) }
  }
}
