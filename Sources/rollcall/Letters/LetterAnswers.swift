import Screens

/// Answers what the screens ask about letters and the page for the parent meeting, and makes them.
struct LetterAnswers {
  let school: OpenSchool

  /// The answer for the person; refuses where they may not have it.
  func answer(_ question: LetterQuestion, for person: Actor) throws -> LetterAnswer {
    switch question {
    case .board(let pupil): .board(try LetterDesk(school, for: person).board(of: pupil))
    case .letter(let order): .letter(try LetterDesk(school, for: person).letter(order))
    case .page(let pupil): .page(try ParentPages(school, for: person).page(of: pupil))
    }
  }

  /// Makes what is asked for, and says where it lies.
  func perform(_ deed: LetterDeed, for person: Actor) throws -> LetterAnswer {
    switch deed {
    case .make(let letter, let again):
      .made(letter, file: try LetterDesk(school, for: person).make(letter, again: again).file)
    case .write(let page):
      .pageWritten(file: try ParentPages(school, for: person).write(page))
    }
  }
}
