import Attendance
import Policies

/// Whose flags and cases a person may see or work: everybody's, or those of their own groups, years
/// and cases.
struct FlagReach {
  private let desk: FlagDesk
  private let reach: PupilReach

  /// What the person may see, who is whoever acts unless somebody else has signed in at the desk.
  init(_ desk: FlagDesk, for person: Actor? = nil, to right: Right = .viewFlags) {
    self.desk = desk
    reach = PupilReach(right, in: desk.school, for: person)
  }

  /// The pupils whose flags the person may see; refuses where they may see none, or not the one that
  /// is named.
  func members(named name: String? = nil) throws -> [Roll.Member] {
    let members = try seen(of: name.map { [try named($0)] } ?? desk.members)
    if name != nil, members.isEmpty { try refuse() }
    return members
  }

  /// Those of the members whose flags the person may see; refuses where they may see none at all.
  func seen(of members: [Roll.Member]) throws -> [Roll.Member] {
    try reach.reached(of: members, among: desk.members)
  }

  /// Refuses in the words of the right that is missing.
  func refuse() throws { try reach.refuse() }

  private func named(_ name: String) throws -> Roll.Member {
    try counted(OfficeDesk(desk.school).member(name, on: desk.date))
  }

  /// The member, if their sessions count here; refuses guests and boarders, who are in no figures.
  func counted(_ member: Roll.Member) throws -> Roll.Member {
    guard member.enrolment.isCounted else {
      throw Refused(
        "rollcall: \(member.pupil.name.onRegister) is a guest or boards here, and is in no figures; "
          + "ask the school at which the pupil is registered")
    }
    return member
  }
}

extension CaseOwner {
  /// Whether it is the person, by login, or by role where nobody is named.
  func isWith(_ person: Actor) -> Bool {
    login.isEmpty ? role == person.role : login == person.person.login
  }
}

extension Actor {
  /// The years of a head of year: the one that staff.csv gives in place of a form, or that of the form.
  func ownYears(among members: [Roll.Member]) -> Set<YearGroup> {
    if group.isEmpty { return [] }
    if let year = YearGroup(group) { return [year] }
    return Set(members.filter { $0.particulars.group == group }.map(\.particulars.yearGroup))
  }
}
