import Attendance

extension Shell {
  /// Opens the sheet of notices, or hands it to the one that is open.
  mutating func show(_ sheet: NoticeSheet) -> [Effect] {
    if case .notices(let screen) = stack[stack.count - 1], screen.sheet.pupil.id == sheet.pupil.id {
      return follow(top.take(.notices(sheet), at: desk))
    }
    stack.append(.notices(NoticeScreen(sheet)))
    return []
  }
}

extension Room {
  /// Whether it is a sheet about one pupil, which is opened from the pupil's page too.
  var isSheetOfPupil: Bool {
    switch self {
    case .flagSheet, .notices, .cases: true
    case .signIn, .passphrase, .today, .register, .find, .year, .history, .morning, .late, .calls,
      .closing, .lists, .handouts, .handout, .inOut, .day, .week, .leave, .contacts, .flags,
      .letters, .parentPage, .overview, .groups, .groupPupils, .movers, .due, .audit, .amend,
      .reason, .pass, .admission, .rollover:
      false
    }
  }
}
