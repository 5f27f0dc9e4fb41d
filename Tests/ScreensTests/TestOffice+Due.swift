import Attendance
import Policies
import Screens

extension TestOffice {
  /// What asks for something, by places in the form; what was recorded at the desk is gone.
  func dueBoard(_ pupils: [Pupil], on date: SchoolDate) -> DueBoard {
    let settled = book.lines.compactMap { line -> (Pupil.ID?, SchoolDate)? in
      switch line.matter {
      case .casework(.considered(let event)): (line.pupil, event.metOn)
      case .casework(.returned(let made)): (line.pupil, made.episode)
      default: nil
      }
    }
    return DueBoard(
      on: date,
      rows: due.compactMap { one in
        guard pupils.indices.contains(one.place) else { return nil }
        let pupil = pupils[one.place]
        let since = date.adding(days: -one.days)
        if settled.contains(where: { $0 == pupil.id && $1 == since }) { return nil }
        return DueBoard.Row(
          DueItem(
            one.kind, of: pupil.id, what: one.what, name: one.name, since: since,
            due: since.adding(days: one.within), value: one.value, next: one.next),
          pupil, form: "8B", owner: one.owner)
      })
  }

  /// One thing that asks, by the place of its pupil in the form and the days since it began.
  struct DueThing: Hashable {
    let place: Int
    let kind: DueItem.Kind
    let what: String
    let name: String
    let days: Int
    var within = 0
    let value: String
    let next: String
    var owner = ""
  }

  static let someDue = [
    DueThing(
      place: 3, kind: .threshold, what: "penalty-notice-threshold",
      name: "Penalty notice threshold", days: 25, value: "10 on the day; 4 now, 1 of them N",
      next: "consider the case, support first; no notice rests on an N", owner: "headteacher"),
    DueThing(
      place: 8, kind: .localReturn, what: "attendance", name: "Attendance return", days: 0,
      value: "Ten days running, unauthorised: 10",
      next: "tell the local authority: names, addresses, codes", owner: "S. Price"),
    DueThing(
      place: 14, kind: .meeting, what: "clinic", name: "Clinic", days: 1, value: "at 14:00",
      next: "say what became of it, held in absence if so", owner: "S. Price"),
    DueThing(
      place: 17, kind: .localReturn, what: "new-pupil", name: "New pupil", days: 2, within: 5,
      value: "on roll from 2025-10-12",
      next: "tell the local authority: everything the admission register has on the pupil"),
  ]
}
