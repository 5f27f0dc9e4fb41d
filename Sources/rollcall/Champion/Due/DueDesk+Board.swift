import Attendance
import Policies
import Screens

extension DueDesk {
  /// What asks for something now, as the screen shows it.
  func board() throws -> DueBoard {
    DueBoard(
      on: date,
      rows: try items().filter { $0.isAsked(on: date) }.compactMap { item in
        desk.roll.pupils[item.pupil].map { pupil in
          DueBoard.Row(
            item, pupil,
            form: desk.roll.member(item.pupil, on: date)?.particulars.group ?? "",
            owner: item.owner.role.isEmpty && item.owner.login.isEmpty
              ? "" : cases.name(of: item.owner))
        }
      })
  }
}
