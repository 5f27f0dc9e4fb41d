import Attendance
import Policies
import Terminal

/// Amending from the register: the current row or those selected, and the registration as a whole.
extension RegisterScreen {
  /// Why a command of amending does not work here; nil where it does.
  func bar(toAmending command: Command.OfOffice, at desk: Desk) -> Bar? {
    if command == .amend || command == .select {
      if register.rows.isEmpty { return Bar("Nobody is due in this register; Esc goes back") }
      if isClassView { return Bar("Hidden in class view; ^V shows all again") }
      if key.session.date > desk.now.date { return Bar(.inTheFuture(key.session)) }
      let late = desk.denial(of: .amendAfterClosing, open.relations)
      return late.flatMap { bar in
        desk.denial(of: .amendBeforeClosing, open.relations) == nil ? nil : bar
      }
    }
    guard command == .withdraw else { return nil }
    if register.taken == nil { return Bar("This register is not taken; nothing is to withdraw") }
    return desk.denial(of: .withdrawRegister, open.relations)
  }

  /// Selects a row, or opens what is to be amended or withdrawn.
  mutating func amend(_ command: Command.OfOffice, at desk: Desk) -> [Move] {
    if command == .select {
      let pupil = currentPupil.id
      if selected.remove(pupil) == nil { selected.insert(pupil) }
      cursor = min(cursor + 1, register.rows.count - 1)
      say("\(selected.count.of("row")) selected. @ amends them as one act; + takes one off.")
      return []
    }
    if command == .amend {
      let chosen = register.rows.map(\.pupil.id).filter(selected.contains)
      let pupils = chosen.isEmpty ? [currentPupil.id] : chosen
      selected = []
      return [
        .perform(
          .ask(.amending(.sheet(pupils.map { MarkReference($0, at: key.session) }))))
      ]
    }
    guard command == .withdraw, let taken = register.taken else { return [] }
    let seen = taken.observer.map { ", as seen at \($0.at.time) by \($0.by)" } ?? ""
    let words =
      "\(key.group), \(key.session.inWords), was taken \(taken.at.time) by "
      + "\(taken.typist.name) (\(taken.typist.position))\(seen)."
    return [.open(.reason(ReasonScreen(.withdrawal(key, taken: words))))]
  }

  /// Who made the mark on record and when, for whoever changes it.
  func madeBy(_ row: Int) -> String {
    guard let standing = register.rows[row].standing else { return "" }
    let day = standing.at.date == key.session.date ? "" : "\(standing.at.date.short) "
    return " (\(standing.by.name) \(day)\(standing.at.time))"
  }
}
