import Attendance
import Policies
import Terminal

/// A mark that a row of a screen shows, or that stands behind it; its history is one key away.
struct ShownMark: Hashable {
  /// Which of the pupil's marks is meant.
  enum Which: Hashable {
    /// The one at that session.
    case at(Session)
    /// The last one of that day, where the row speaks of a day.
    case lastOf(SchoolDate)
    /// The last absence on record, where the row speaks of absence as a whole.
    case lastAbsence
  }

  /// Whose.
  let pupil: Pupil.ID
  /// The pupil's name, for the title of the history.
  let name: String
  /// Which of them.
  let which: Which

  init(_ pupil: Pupil, _ which: Which) {
    self.pupil = pupil.id
    name = pupil.name.onRegister
    self.which = which
  }

  init(of pupil: Pupil.ID, named name: String, _ which: Which) {
    self.pupil = pupil
    self.name = name
    self.which = which
  }

  /// What is asked for its history.
  var question: Question {
    switch which {
    case .at(let session): .history(pupil, session)
    case .lastOf(let date): .lastMark(pupil, on: date)
    case .lastAbsence: .lastMark(pupil, on: nil)
    }
  }
}

/// A screen whose rows are about pupils and their marks.
protocol ShowingMarks: Screen {
  /// The mark of the row under the cursor, or nil where it is about none.
  func shownMark(at desk: Desk) -> ShownMark?
}

extension Shell {
  /// What ^O does on the screen that is seen, and why not; nil where the screen sees to it itself.
  func openingOfHistory() -> (moves: [Move], bar: Bar?)? {
    guard let screen = top as? any ShowingMarks else { return nil }
    guard let mark = screen.shownMark(at: desk) else {
      return ([], Bar("No mark stands behind this row; choose one of a pupil"))
    }
    // Whose history it may be is asked with it.
    let bar = desk.permissions.mayEver(.viewHistory) ? nil : desk.denial(of: .viewHistory, [])
    return ([.perform(.ask(mark.question))], bar)
  }
}

extension CasesScreen: ShowingMarks {
  func shownMark(at desk: Desk) -> ShownMark? {
    current.map { ShownMark($0.pupil, .lastAbsence) }
  }
}

extension CallScreen: ShowingMarks {
  func shownMark(at desk: Desk) -> ShownMark? {
    if let form { return form.chosen.first.map { ShownMark($0.pupil, .lastOf(desk.now.date)) } }
    guard let current, let first = current.pupils.first else { return nil }
    return ShownMark(first.pupil, .lastOf(current.line.date))
  }
}

extension ListsScreen: ShowingMarks {
  func shownMark(at desk: Desk) -> ShownMark? {
    guard opened != nil, typing == nil, let current,
      let member = current.members.first(where: { $0.pupil.id == pupils.current })
    else { return nil }
    return ShownMark(member.pupil, .at(current.session))
  }
}

extension InOutScreen: ShowingMarks {
  func shownMark(at desk: Desk) -> ShownMark? {
    (asking == nil ? current?.member.pupil : found?.pupil).map {
      ShownMark($0, .lastOf(desk.now.date))
    }
  }
}

extension LeaveScreen: ShowingMarks {
  func shownMark(at desk: Desk) -> ShownMark? {
    guard let current, let pupil = current.leave.pupil else { return nil }
    let request = current.leave.request
    // Before its first day no mark can stand.
    if request.from.date > desk.now.date { return nil }
    return ShownMark(
      of: pupil, named: current.name, .lastOf(min(request.through.date, desk.now.date)))
  }
}
