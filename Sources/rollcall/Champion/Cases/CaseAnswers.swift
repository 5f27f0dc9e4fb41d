import Attendance
import Policies
import Screens
import Storage

extension CaseDesk {
  /// Every case the person may see, as the screens show them.
  func board() throws -> CaseBoard {
    let staff = try seen().inOrder(on: date).compactMap { one -> CaseBoard.Row? in
      guard let id = one.pupil, let pupil = desk.roll.pupils[id] else { return nil }
      let ladder = desk.policy.ladder(one.opening.ladder)
      let (lines, takenBack) = everything(about: one)
      return CaseBoard.Row(
        one, of: pupil, form: desk.roll.member(id, on: date)?.particulars.group ?? "",
        ladder: ladder?.name ?? one.opening.ladder,
        next: ladder.flatMap { LadderClimb($0, over: desk.rules.time).step(one.step + 1) },
        owner: name(of: one.owner), isMine: one.owner.isWith(person),
        review: one.isOpen ? try review(one) : nil,
        hold: book.holds(of: id, on: date).last?.hold, saysWhy: reads(about: id), lines: lines,
        takenBack: takenBack)
    }
    return CaseBoard(on: date, staff)
  }

  /// Every line about the case, oldest first, and those that were taken back.
  func everything(about one: Case) -> (lines: [DayLine], takenBack: Set<DayLine.ID>) {
    var about: Set<DayLine.ID> = [one.id]
    let lines = book.lines.filter { line in
      guard line.id == one.id || line.about.map(about.contains) ?? false else { return false }
      about.insert(line.id)
      return true
    }
    return (lines, Set(lines.filter(book.isWithdrawn).map(\.id)))
  }

  /// The act that a deed at the screen asks for.
  func act(_ deed: CaseDeed, saying words: String) throws -> Act {
    switch deed {
    case .open(let pupil, let ladder, let owner):
      return try opening(
        member(pupil), on: ladder, for: nil, to: owner.isEmpty ? nil : self.owner(owner),
        saying: words)
    case .step(let one, let early):
      return try stepping(self.one(one.number), early: early, saying: words)
    case .stay(let one, let until):
      return try staying(self.one(one.number), until: until, saying: words)
    case .close(let one, let outcome, let back):
      return try closing(self.one(one.number), outcome, back: back, saying: words)
    case .snooze(let pupil, let one, let until):
      if let one { return try snoozing(self.one(one.number), until: until, saying: words) }
      return try snoozing(member(pupil), until: until, saying: words)
    case .assign(let one, let to):
      return try assigning(self.one(one.number), to: owner(to), saying: words)
    case .add(let pupil, let one, let action, let nature, let day):
      return try noting(
        action, nature, for: member(pupil), about: one.map { try self.one($0.number) }, on: day,
        saying: words)
    case .outcome(let line, let outcome):
      return try self.outcome(of: line.number, outcome, saying: words)
    case .undo(let line): return try undoing(line.number, saying: words)
    case .hold(let pupil, let hold): return try holding(member(pupil), hold, saying: words)
    }
  }

  private func member(_ pupil: Pupil.ID) throws -> Roll.Member {
    guard let member = desk.roll.member(pupil, on: date) else { throw StoreFault.unknownPupil }
    return member
  }
}
