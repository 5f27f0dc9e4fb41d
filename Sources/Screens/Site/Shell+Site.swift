import Attendance
import Policies
import Terminal

extension Shell {
  /// What a command opens from wherever it is given, and why it does not; nil for any other command.
  func opening(of command: Command.ID) -> (moves: [Move], bar: Bar?)? {
    if command == .register(.history) { return openingOfHistory() }
    if command == .office(.fireList) {
      return (HandoutScreen.opening(.fireList), desk.denial(of: .fireList, []))
    }
    if command == .office(.pass) {
      var group: String?
      if case .today(let today) = stack[stack.count - 1] { group = today.current?.key.group }
      return (PassScreen.opening(for: group), desk.denial(of: .issuePass, []))
    }
    if command == .office(.handouts) {
      return ([.open(.handouts(HandoutsScreen()))], desk.denial(of: .viewRegister, []))
    }
    if command == .office(.inOut) { return (InOutScreen.opening(), desk.denial(of: .signOut, [])) }
    if command == .office(.weekClose) {
      return (WeekScreen.opening(of: desk.now.date), desk.denial(of: .signOffWeek, []))
    }
    if command == .office(.flags) {
      return (
        FlagsScreen.opening(),
        desk.permissions.mayEver(.viewFlags) ? nil : desk.denial(of: .viewFlags, [])
      )
    }
    if command == .office(.cases) {
      return (
        CasesScreen.opening(),
        desk.permissions.mayEver(.viewFlags) ? nil : desk.denial(of: .viewFlags, [])
      )
    }
    if command == .office(.due) {
      return (
        DueScreen.opening(),
        desk.permissions.mayEver(.viewFlags) ? nil : desk.denial(of: .viewFlags, [])
      )
    }
    if command == .office(.audit) {
      return (AuditScreen.opening(), desk.denial(of: .verify, []))
    }
    return openingOfAdmission(command) ?? openingOfFigures(command)
  }

  /// The way to figures, which is open to whoever may see some.
  private func openingOfFigures(_ command: Command.ID) -> (moves: [Move], bar: Bar?)? {
    let denial = desk.permissions.mayEver(.viewFigures) ? nil : desk.denial(of: .viewFigures, [])
    if command == .office(.overview) {
      return (OverviewScreen.opening(), desk.denial(of: .viewFigures, []))
    }
    if command == .office(.groups) { return (GroupsScreen.opening(), denial) }
    if command == .office(.movers) {
      return (MoversScreen.opening(), desk.barToMovers)
    }
    return nil
  }

  /// Takes what was asked about the day, the door or the week.
  mutating func take(_ answer: SiteAnswer) -> [Effect] {
    switch answer {
    case .reminders(let waiting):
      // A bell is for a key that is refused; whoever marks is not startled.
      reminders = waiting
      return []
    case .day(let day):
      if let denial = desk.denial(of: .viewHistory, day.relations) {
        return refuse(denial.sentence)
      }
      guard case .year = stack[stack.count - 1] else {
        return follow(top.take(.site(answer), at: desk))
      }
      stack.append(.day(DayScreen(day)))
      return []
    case .contacts(let contacts):
      if let denial = desk.denial(of: .viewContacts, contacts.relations) {
        return refuse(denial.sentence)
      }
      guard case .year = stack[stack.count - 1] else {
        return follow(top.take(.site(answer), at: desk))
      }
      stack.append(.contacts(ContactsScreen(contacts)))
      return []
    case .handout, .written, .inAndOut, .leaver, .week:
      return follow(top.take(.site(answer), at: desk))
    }
  }

  /// Asks whether the office waits for a register, of those who take any.
  func askForReminders() -> [Effect] {
    desk.staff != nil && desk.permissions.roles.first?.desk == .register
      && desk.permissions.mayEver(.takeRegister) ? [.ask(.site(.reminders))] : []
  }

  /// Asks once more when a register has been sent: what was waited for may have come.
  func askForReminders(after answer: Answer) -> [Effect] {
    guard case .submitted = answer, !reminders.isEmpty else { return [] }
    return askForReminders()
  }

  /// The screen as it is shown: what the office waits for stands before what the last key did.
  ///
  /// It stands there until the register is sent, and takes neither cursor nor anything typed.
  func reminded(_ screen: any Screen) -> any Screen {
    guard let (key, time) = reminders.min(by: { $0.value < $1.value }) else { return screen }
    var screen = screen
    let group = "\(key.group), \(key.session.half.name.lowercased())"
    let others = reminders.count > 1 ? " and \(reminders.count - 1) more" : ""
    let text = "\(time) the office waits for the register of \(group)\(others)."
    screen.message.text = screen.message.text.isEmpty ? text : "\(text) \(screen.message.text)"
    return screen
  }
}
