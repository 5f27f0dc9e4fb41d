/// Who is on the books: pupils, their enrolments, what is true of them by date, and their groups.
public struct Roll: Sendable {
  /// Every pupil ever known, by number.
  public let pupils: [Pupil.ID: Pupil]
  /// Each pupil's enrolments, earliest first.
  public let enrolments: [Pupil.ID: [Enrolment]]
  /// What is true of each pupil from which date, earliest first.
  public let particulars: [Pupil.ID: [Particulars]]
  /// Places in groups other than the form.
  public let memberships: [Membership]
  /// The groups that are described by more than their name.
  public let groups: [RegistrationGroup]
  private let worked = RollMemory()

  /// A roll of these.
  public init(
    pupils: [Pupil] = [], enrolments: [Enrolment] = [],
    particulars: [Pupil.ID: [Particulars]] = [:], memberships: [Membership] = [],
    groups: [RegistrationGroup] = []
  ) {
    self.pupils = Dictionary(pupils.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    self.enrolments = Dictionary(grouping: enrolments, by: \.pupil).mapValues {
      $0.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }
    }
    self.particulars = particulars.mapValues { $0.sorted { $0.from < $1.from } }
    self.memberships = memberships
    self.groups = groups
  }

  /// A pupil on roll, with what is true of them on a date.
  public struct Member: Hashable, Sendable {
    /// The pupil.
    public let pupil: Pupil
    /// The enrolment that puts them on roll.
    public let enrolment: Enrolment
    /// What is true of them.
    public let particulars: Particulars

    /// A member with these.
    public init(pupil: Pupil, enrolment: Enrolment, particulars: Particulars) {
      self.pupil = pupil
      self.enrolment = enrolment
      self.particulars = particulars
    }
  }

  /// What is true of the pupil on the date; the first known where the date lies before it.
  public func particulars(of pupil: Pupil.ID, on date: SchoolDate) -> Particulars? {
    guard let dated = particulars[pupil] else { return nil }
    return dated.last { $0.from <= date } ?? dated.first
  }

  /// The enrolment that puts the pupil on roll on the date, or nil.
  public func enrolment(of pupil: Pupil.ID, on date: SchoolDate) -> Enrolment? {
    enrolments[pupil]?.first { $0.isOnRoll(on: date) }
  }

  /// The pupil as they are on the date, or nil where they are not on roll.
  public func member(_ pupil: Pupil.ID, on date: SchoolDate) -> Member? {
    guard let known = pupils[pupil], let enrolment = enrolment(of: pupil, on: date),
      let particulars = particulars(of: pupil, on: date)
    else { return nil }
    return Member(pupil: known.named(on: date), enrolment: enrolment, particulars: particulars)
  }

  /// Everybody on roll on the date, in the order of a register.
  public func members(on date: SchoolDate) -> [Member] {
    worked.members(on: date) { order in
      let everybody = order ?? Pupil.inRegisterOrder(Array(pupils.values), pupil: \.self).map(\.id)
      let members = everybody.compactMap { member($0, on: date) }
      // Whoever had another name then stands in its place.
      let isAsNow = members.allSatisfy {
        $0.pupil.earlierNames.isEmpty || $0.pupil.name == pupils[$0.pupil.id]?.name
      }
      return (everybody, isAsNow ? members : Pupil.inRegisterOrder(members, pupil: \.pupil))
    }
  }

  /// Where each of them stands in that order, counted from 0.
  public func places(on date: SchoolDate) -> [Pupil.ID: Int] {
    worked.places(on: date) {
      Dictionary(
        members(on: date).enumerated().map { ($1.pupil.id, $0) }, uniquingKeysWith: { $1 })
    }
  }

  /// The group in whose register the pupil is due at the session: another than the form where a
  /// membership says so.
  public func group(of member: Member, at session: Session) -> String {
    memberships.last { $0.pupil == member.pupil.id && $0.applies(at: session) }?.group
      ?? member.particulars.group
  }

  /// The pupils due in each group at the session, boarders left out, each in register order.
  public func groups(at session: Session) -> [String: [Member]] {
    worked.groups(at: session) {
      let elsewhere = Dictionary(
        memberships.filter { $0.applies(at: session) }.map { ($0.pupil, $0.group) },
        uniquingKeysWith: { $1 })
      return Dictionary(
        grouping: members(on: session.date).filter(\.enrolment.isMarked),
        by: { elsewhere[$0.pupil.id] ?? $0.particulars.group })
    }
  }

  /// Those on roll on the date who answer to what is typed: by either name, form or UPN.
  public func members(answeringTo search: String, on date: SchoolDate) -> [Member] {
    worked.index(on: date) { PupilIndex(members(on: date)) }.members(answeringTo: search)
  }
}
