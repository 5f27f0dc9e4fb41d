import Attendance
import Policies
import Storage

// Sensitive notes are read here and nowhere else: every other reading of the day book is without them.
extension OpenSchool {
  /// Lines of the day book as the person may see them, who is whoever acts unless somebody else is
  /// named.
  func dayBook(_ which: DayBookQuery, for person: Actor? = nil) throws -> DayBook {
    let book = try store.dayBook(which, sensitive: true)
    let sensitive = Set(book.lines.filter { $0.nature != .ordinary }.map(\.pupil))
    if sensitive.isEmpty { return book }
    let person = person ?? actor
    let permissions = person.permissions(under: policy)
    var known: [Pupil.ID?: Set<Reach>] = [:]
    for pupil in sensitive { known[pupil] = try relations(of: person, to: pupil) }
    return book.seen { line in
      permissions.sight(of: line.nature, relations: known[line.pupil] ?? [])
    }
  }

  /// The sensitive notes about the pupil that are in no paper, whoever asks: their days and natures.
  func withheld(about pupil: Pupil.ID) throws -> [DayLine] {
    let book = try store.dayBook(.about(pupil), sensitive: true)
    return book.standing.filter { $0.nature != .ordinary && $0.pupil == pupil }
  }

  private func relations(of person: Actor, to pupil: Pupil.ID?) throws -> Set<Reach> {
    let roll = try store.roll()
    let today = clock.now.date
    guard let pupil, let member = roll.member(pupil, on: today) else { return [] }
    return try relations(of: person, to: member, among: roll.members(on: today))
  }
}
