import Attendance
import Policies
import Screens
import Storage

/// Answers what the screens ask about figures.
struct FigureAnswers {
  private let school: OpenSchool
  private let person: Actor

  /// The answers for that person.
  init(_ school: OpenSchool, for person: Actor) {
    self.school = school
    self.person = person
  }

  /// The answer; refuses where the person may not see it.
  func answer(_ question: FigureQuestion) throws -> FigureAnswer {
    switch question {
    case .overview: return .overview(try OverviewDesk(school, for: person).overview())
    case .groups(let asked): return .groups(try groups(asked))
    case .members(let asked, let names): return .members(try members(asked, of: names))
    case .movers:
      let desk = try MoversDesk(school, for: person)
      return .movers(
        try desk.board(desk.compared(since: nil), certificates: [.week, .halfTerm, .term]))
    }
  }

  private func groups(_ asked: GroupsAsked) throws -> GroupBoard {
    let desk = try FigureDesk(school, for: person)
    let period = try desk.period(asked.period)
    let whole = try desk.rows(by: [.school], from: period.starts, through: desk.last)
    return GroupBoard(
      asked, over: period, upTo: desk.last,
      rows: try desk.rows(by: asked.keys, from: period.starts, through: desk.last),
      whole: whole.first, benchmarks: desk.benchmarks, isForGovernors: desk.isForGovernors)
  }

  /// The pupils of a group, from the same rows crossed with the pupils themselves.
  private func members(_ asked: GroupsAsked, of names: [String]) throws -> GroupMembers {
    let desk = try FigureDesk(school, for: person)
    let period = try desk.period(asked.period)
    let keys = asked.keys + [.pupil]
    try desk.refuse(keys)
    let rows = try desk.figures(from: period.starts, through: desk.last.date).rows(
      by: keys, from: period.starts, through: desk.last, of: desk.reach)
    let tallies = Dictionary(
      rows.filter { Array($0.keys.dropLast()) == names }.map { ($0.keys.last ?? "", $0.tally) },
      uniquingKeysWith: { $0 + $1 })
    let pupils = desk.roll.pupils.values.filter { tallies[$0.upn.text] != nil }
      .sorted(by: Pupil.inRegisterOrder)
    let alike = LookAlike.among(pupils)
    let members = zip(pupils, alike).compactMap { pupil, alike in
      tallies[pupil.upn.text].map { tally in
        GroupMembers.Row(
          pupil,
          form: desk.roll.member(pupil.id, on: desk.today)?.particulars.group ?? "left",
          lookAlike: alike, tally: tally)
      }
    }
    let sorted = members.enumerated().sorted { one, other in
      one.element.tally.isLower(than: other.element.tally)
        || !other.element.tally.isLower(than: one.element.tally) && one.offset < other.offset
    }
    return GroupMembers(asked, of: names, over: period, rows: sorted.map(\.element))
  }
}

extension FigureDesk {
  /// The period of that kind that runs, or ran last; refuses where none has begun.
  func period(_ kind: SchoolPeriod.Kind) throws -> SchoolPeriod {
    if let period = calendar.period(kind, begunBy: last.date) { return period }
    throw Refused("rollcall: no \(kind.rawValue) of the school's calendar has begun yet")
  }
}

extension Tally {
  /// Whether attendance is lower by exact counts; those of nothing come last.
  fileprivate func isLower(than other: Tally) -> Bool {
    guard possible > 0 else { return false }
    guard other.possible > 0 else { return true }
    return attended * other.possible < other.attended * possible
  }
}
