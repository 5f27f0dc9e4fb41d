import Attendance
import Policies

extension Shell {
  /// Opens the letters of a pupil or the page for a meeting, or hands on what waits for an answer.
  mutating func take(_ answer: LetterAnswer) -> [Effect] {
    switch answer {
    case .board(let board):
      if case .letters(let screen) = stack[stack.count - 1], screen.board.pupil == board.pupil {
        return follow(top.take(.letters(answer), at: desk))
      }
      stack.append(.letters(LettersScreen(board)))
      return []
    case .page(let page):
      if case .parentPage(let screen) = stack[stack.count - 1],
        screen.page.pupil.id == page.pupil.id
      {
        return follow(top.take(.letters(answer), at: desk))
      }
      stack.append(.parentPage(ParentPageScreen(page)))
      return []
    case .letter, .made, .pageWritten: return follow(top.take(.letters(answer), at: desk))
    }
  }
}

extension Desk {
  /// Why the person makes no letter about anybody; nil where they do.
  var barToLetters: Bar? {
    permissions.mayEver(.sendLetters) ? nil : denial(of: .sendLetters, [])
  }

  /// Why the person may not have the page for a meeting about a pupil who is that to them; nil where
  /// they may: whoever writes letters with its figures may also say them.
  func barToParentPage(_ relations: Set<Reach>) -> Bar? {
    permissions.may(.sendLetters, relations: relations)
      ? nil : denial(of: .viewFigures, relations)
  }
}
