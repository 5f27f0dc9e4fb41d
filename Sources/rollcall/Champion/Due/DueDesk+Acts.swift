import Attendance
import Policies
import Storage

// What is recorded at the desk: that a threshold was considered, that a return was made.
extension DueDesk {
  /// The act that records what came of considering a threshold that was met on the day.
  ///
  /// Without a day it is the only event that is open.
  func considering(
    _ rule: String, metOn day: SchoolDate?, saying words: String
  ) throws -> Act {
    let rightful: Right =
      rule == desk.policy.penaltyNotices.consideredOn ? .considerPenalty : .workCases
    try require(rightful)
    let events = try items().filter { $0.kind == .threshold && $0.what == rule }
    let item = try one(
      events, on: day, "'\(rule)' was not met by \(name)", "considered", "--met")
    return try act(
      .considered(ConsideredEvent(rule: rule, metOn: item.since)), words)
  }

  /// The act that records that a return was made about the episode that began on the day.
  ///
  /// Without a day it is the only episode that is open.
  func making(_ id: String, episode day: SchoolDate?, saying words: String) throws -> Act {
    try require(.makeReturns)
    guard desk.policy.returns.contains(where: { $0.id == id }) else {
      let ids = desk.policy.returns.map(\.id).joined(separator: ", ")
      throw Refused("rollcall: the policy has no return '\(id)'; it has \(ids)")
    }
    let returns = try items().filter { $0.kind == .localReturn && $0.what == id }
    let item = try one(
      returns, on: day, "nothing calls for the return '\(id)' about \(name)", "made",
      "--episode")
    return try act(.returned(item.made ?? ReturnMade(id, episode: item.since)), words)
  }

  private var name: String {
    named.flatMap { desk.roll.pupils[$0] }?.name.onRegister ?? "anybody"
  }

  private func act(_ work: Casework, _ words: String) throws -> Act {
    if words.isEmpty { throw CaseRefusal.noWords }
    return cases.moment(of: named).act(work, of: named, about: nil, words)
  }

  /// Refuses where the person has not the right about the pupil.
  private func require(_ right: Right) throws {
    let reach = FlagReach(desk, for: cases.person, to: right)
    let permissions = cases.person.permissions(under: desk.school.policy)
    if try !permissions.may(right) && reach.seen(of: members).isEmpty { try reach.refuse() }
  }

  /// The item that began on the day, or the only one that is open; refuses in words.
  private func one(
    _ items: [DueItem], on day: SchoolDate?, _ none: String, _ done: String, _ option: String
  ) throws -> DueItem {
    let open = items.filter { $0.settled == nil }
    let days = open.map(\.since.description).joined(separator: ", ")
    if let day {
      guard let found = items.first(where: { $0.since == day }) else {
        throw Refused(
          "rollcall: \(none) on \(day); "
            + (open.isEmpty ? "'rollcall due --all' shows what is recorded" : "open: \(days)"))
      }
      if let settled = found.settled {
        throw Refused(
          "rollcall: that of \(day) is settled (\(settled)); 'rollcall case undo' takes a line back"
        )
      }
      return found
    }
    guard let only = open.first else {
      if let settled = items.last?.settled {
        throw Refused("rollcall: that is settled (\(settled)); nothing more is to be \(done)")
      }
      throw Refused("rollcall: \(none); 'rollcall due' shows what is open")
    }
    if open.count > 1 {
      throw Refused("rollcall: \(open.count) are open, begun on \(days); say which by \(option)")
    }
    return only
  }
}
