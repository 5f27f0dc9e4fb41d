import Attendance
import Policies
import Storage

/// The register of today that a person opens the app for: their own, and not yet taken.
struct OwnRegister {
  private let school: OpenSchool
  private let calendar: SchoolCalendar

  init(_ school: OpenSchool, _ calendar: SchoolCalendar) {
    self.school = school
    self.calendar = calendar
  }

  /// The one that is open, else the one that should have been taken; nil where none waits.
  ///
  /// One's form comes before what one covers today, and spares looking for it while it is open.
  func waiting(for person: Actor) throws -> RegisterKey? {
    let today = school.clock.now.date
    let taken = try school.store.taken(on: today)
    let own = try waiting(person.group.isEmpty ? [] : [person.group], taken)
    if let open = own.open { return open }
    let covers = try school.store.covers(on: today).filter { $0.by.login == person.person.login }
    // With a pass for several registers, whoever holds it sees which: none of them is their own.
    if person.isPass, Set(covers.map(\.group)).count > 1 { return nil }
    let covered = try waiting(covers.map(\.group), taken)
    return covered.open ?? own.missed ?? covered.missed
  }

  private func waiting(
    _ groups: [String], _ taken: [RegisterKey: Submission]
  ) throws -> (open: RegisterKey?, missed: RegisterKey?) {
    let now = school.clock.now
    let closed = try ClosedRegisters(school, on: now.date)
    var missed: RegisterKey?
    for half in HalfDay.allCases {
      let keys = groups.map { RegisterKey($0, at: Session(now.date, half)) }
      for key in keys where taken[key] == nil {
        let members = try school.store.members(of: key.group, at: key.session)
        guard let audience = members.first?.particulars,
          calendar.meets(
            at: key.session, campus: audience.campus, yearGroup: audience.yearGroup),
          let window = school.window(of: key, audience),
          closed.reason(of: key, members) == nil
        else { continue }
        switch window.phase(at: now.time) {
        case .open: return (key, missed)
        case .closed, .ended: missed = key
        case .notOpen: continue
        }
      }
    }
    return (nil, missed)
  }
}
