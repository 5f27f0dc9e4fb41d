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
  func waiting(for person: Actor) throws -> RegisterKey? {
    guard !person.group.isEmpty else { return nil }
    let now = school.clock.now
    let taken = try school.store.taken(on: now.date)
    var missed: RegisterKey?
    for half in HalfDay.allCases {
      let key = RegisterKey(person.group, at: Session(now.date, half))
      guard taken[key] == nil,
        let audience = try school.store.members(of: key.group, at: key.session).first?.particulars,
        calendar.meets(
          at: key.session, campus: audience.campus, yearGroup: audience.yearGroup),
        let window = school.window(of: key, audience)
      else { continue }
      switch window.phase(at: now.time) {
      case .open: return key
      case .closed, .ended: missed = key
      case .notOpen: continue
      }
    }
    return missed
  }
}
