import Attendance
import Policies
import Storage

/// What was considered and told in time: of all that fell due in the past, a handful waits still.
///
/// It is worked out from the finished school by the desk that finds what is due, so that nothing is
/// recorded that no rule asked for.
struct PracticeDues {
  /// How many of the past are left open, the latest: those are overdue.
  private static let leftOpen = 2
  private let school: OpenSchool

  init(in folder: SchoolFolder) throws {
    school = try OpenSchool(folder, login: nil)
  }

  /// Keeps a line for each threshold that was considered and each return that was made.
  func keep() throws {
    let today = school.clock.now.date
    let desk = try DueDesk(CaseDesk(FlagDesk(school, on: today)))
    let asked = try desk.items().filter { $0.isAsked(on: today) && $0.due < today }
    let acts = asked.compactMap { item in
      work(item).map { act($0.0, $0.1, item, in: desk.desk.rules.time, before: today) }
    }
    _ = try school.store.submit(acts.sorted { $0.at < $1.at }.dropLast(Self.leftOpen))
  }

  /// What is recorded of the item, in which words; nil where it is seen to on a case.
  private func work(_ item: DueItem) -> (Casework, String)? {
    switch item.kind {
    case .threshold:
      return (
        .considered(ConsideredEvent(rule: item.what, metOn: item.since)),
        "support goes on, no notice for now"
      )
    case .localReturn:
      return item.made.map { (.returned($0), "by the authority's form") }
    case .missing, .lateness, .review, .meeting, .agreement, .notice, .hold, .back, .snooze:
      return nil
    }
  }

  /// The act of the school day after, or of the day before the practice morning at the latest.
  private func act(
    _ work: Casework, _ words: String, _ item: DueItem, in time: SchoolTime,
    before today: SchoolDate
  ) -> Act {
    let next = time.end(of: item.due)
    let last = today.adding(days: -1)
    let date = time.sessions.indices.contains(next) ? min(time.sessions[next].date, last) : last
    return Act(
      kind: .logged, by: person(item.owner.role), at: Instant(date, TimeOfDay(minutes: 940)),
      lines: [
        ProposedLine(pupil: item.pupil, date: date, matter: .casework(work), words: words)
      ])
  }

  /// Whoever has the role, else the champion, else the practice school's own administrator.
  private func person(_ role: String) -> Person {
    let staff = (try? school.store.staff()) ?? []
    let found = staff.first { $0.role == role } ?? staff.first { $0.role == "champion" }
    return found.map(Person.init) ?? PracticeSchool.administrator
  }
}
