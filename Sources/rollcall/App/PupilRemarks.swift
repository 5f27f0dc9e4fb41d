import Attendance
import Policies
import Storage

/// What stands under a pupil's year for those who follow it up: holds, cases, the year before,
/// siblings.
struct PupilRemarks {
  private let school: OpenSchool
  private let roll: Roll
  private let member: Roll.Member
  /// Whether the person may read why letters wait: a bereavement is no tutor's business.
  private let seesNotes: Bool

  init(_ school: OpenSchool, _ roll: Roll, _ member: Roll.Member, seesNotes: Bool) {
    self.school = school
    self.roll = roll
    self.member = member
    self.seesNotes = seesNotes
  }

  /// A sentence for each, what stops letters first.
  func lines(before: Tally?) throws -> [String] {
    let pupil = member.pupil.id
    let today = school.clock.now.date
    let book = try school.store.dayBook(.casework)
    let holds = book.holds(of: pupil, on: today).map {
      "HOLD\(seesNotes ? ": \($0.hold.reason.rawValue)" : ""), to \($0.hold.until.short): letters and ladders wait"
    }
    let cases = book.cases.filter { $0.pupil == pupil && $0.isOpen }.inOrder(on: today)
    return try holds + cases.map(inWords) + lastYear(before) + siblings()
  }

  private func inWords(_ one: Case) -> String {
    let ladder = school.policy.ladder(one.opening.ladder)
    let steps = ladder?.steps ?? []
    let next = steps.indices.contains(one.step + 1) ? steps[one.step + 1].name : "look again"
    let due = one.due.map { ", due \($0.weekday.short) \($0.short)" } ?? ""
    return "Case \(one.id.number), \(ladder?.name ?? one.opening.ladder): "
      + (one.stepName.map { "\($0) taken; " } ?? "") + "next \(next)\(due)"
  }

  private func lastYear(_ before: Tally?) -> [String] {
    guard let before, let share = before.attendance else { return [] }
    return ["Last year \(share)%, \(before.attended) of \(before.possible) sessions"]
  }

  /// Those who share a contact, with their forms.
  private func siblings() throws -> [String] {
    let pupil = member.pupil.id
    let contacts = Dictionary(
      grouping: try school.store.contacts(of: pupil) + school.store.contacts(sharedWith: pupil),
      by: \.pupil)
    let today = school.clock.now.date
    let family = Siblings(contacts.keys.compactMap { roll.member($0, on: today) }) {
      contacts[$0] ?? []
    }.of(pupil)
    let names = family.compactMap { roll.member($0, on: today) }.map {
      "\($0.pupil.name.knownAs) \($0.particulars.group)"
    }
    return names.isEmpty ? [] : ["Siblings here: " + names.joined(separator: ", ")]
  }
}
