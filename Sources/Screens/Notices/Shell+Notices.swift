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
