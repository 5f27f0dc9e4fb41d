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
    if offRoll.isEmpty, uncounted.isEmpty, gaps.isEmpty, endsWithoutGround == nil { return nil }
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
