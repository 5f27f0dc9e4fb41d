import Attendance

/// What the day book said to the last few questions, as of the last line known.
///
/// The day book is only ever added to, so that a book known becomes that of now by the new lines that
/// the question wants; it is asked for anew where a new line may take one out of it, and where words
/// were taken out of the register, which the change log says.
struct RememberedBooks {
  /// A new line, as the file holds it and as everybody reads it.
  typealias NewLine = (kept: KeptLine, line: DayLine)

  /// What is asked: which lines, and whether sensitive ones too.
  struct Asked: Hashable {
    let which: DayBookQuery
    let sensitive: Bool
  }

  private var books: [Asked: (ends: RegisterEnds, book: DayBook)] = [:]
  /// The lines that were new at the last look, which most often are new to every book.
  private var news: (after: Int64, ends: RegisterEnds, lines: [NewLine])?
  /// More new lines than these are no act at another desk, but an import.
  private static let few: Int64 = 500

  /// What the day book says to a question now.
  mutating func book(
    _ asked: Asked, _ ends: RegisterEnds, newLines: (_ after: Int64) throws -> [NewLine],
    _ read: () throws -> DayBook
  ) throws -> DayBook {
    // Given up while it is changed, so that it is changed in place.
    if var known = books.removeValue(forKey: asked), known.ends.change == ends.change,
      known.ends.line <= ends.line, ends.line - known.ends.line <= Self.few
    {
      let new = try news(after: known.ends.line, ends, newLines).filter {
        asked.sensitive || $0.line.nature == .ordinary
      }
      if let gained = asked.which.gains(new, beside: known.book) {
        known.book.add(gained)
        books[asked] = (ends, known.book)
        return known.book
      }
    }
    let book = try read()
    // A pupil's own lines are asked for once.
    if case .about = asked.which { return book }
    // One look at the morning asks a handful of questions.
    if books.count >= 12 { books = [:] }
    books[asked] = (ends, book)
    return book
  }

  private mutating func news(
    after line: Int64, _ ends: RegisterEnds, _ read: (_ after: Int64) throws -> [NewLine]
  ) throws -> [NewLine] {
    if line == ends.line { return [] }
    if let news, news.after == line, news.ends.line == ends.line,
      news.ends.change == ends.change
    {
      return news.lines
    }
    let lines = try read(line)
    news = (line, ends, lines)
    return lines
  }
}

extension DayBookQuery {
  /// The lines that a book known gains by the new ones, or nil where it has to be asked for anew.
  func gains(_ new: [RememberedBooks.NewLine], beside known: DayBook) -> [DayLine]? {
    let all = new.map(\.kept)
    var gained: [DayLine] = []
    var ids: Set<DayLine.ID> = []
    for (kept, line) in new {
      let answered = line.about.flatMap(known.line)
      switch self {
      case .about: return nil
      // The line before is the last no longer.
      case .lastContacts: if Self.isContact.contains(kept.kind) { return nil }
      case .on(let date):
        // What has waited until now may wait no longer, and what answers it goes with it.
        if let answered, answered.date != date, Self.endsWaiting.contains(kept.kind) { return nil }
        // Whether the pupil was handed on before, perhaps long ago, the file knows.
        if line.date != date, Self.endsSearch.contains(kept.kind) { return nil }
      case .absences, .arrangements, .closures, .leaveAndTimetables, .between, .reminders,
        .casework:
        break
      }
      let isAnswer = answered != nil || line.about.map(ids.contains) ?? false
      guard isAnswer || wants(kept, in: all) else { continue }
      gained.append(line)
      ids.insert(line.id)
    }
    return gained
  }
}
