import Attendance
import Policies
import Storage

/// A school as one command or one desk has it open: its register, its policies, its clock, and who
/// acts.
struct OpenSchool {
  let folder: SchoolFolder
  let store: any Store
  let identity: SchoolIdentity
  let policies: PolicyShelf
  let clock: SchoolClock
  let drafts: DraftMemory
  /// Who acts: whoever runs the command, or has signed in at the desk.
  private(set) var actor: Actor

  init(
    _ folder: SchoolFolder, login: String?, running: Bool = false, signsInOnScreen: Bool = false
  ) throws {
    let record = try SchoolRecord(
      folder, login: login, running: running, signsInOnScreen: signsInOnScreen)
    self.folder = folder
    store = record.store
    identity = record.identity
    clock = record.clock
    drafts = DraftMemory(folder)
    actor = record.actor
    policies = try PolicyShelf(folder, adopted: record.adopted)
  }

  /// The school as somebody else has it open, who has signed in at the desk.
  func acting(as person: Actor) -> OpenSchool {
    var school = self
    school.actor = person
    return school
  }

  /// The policy that rules today.
  var policy: Policy { policies.policy(on: clock.now.date) }

  /// What the person who acts may do today.
  var permissions: Permissions { actor.permissions(under: policy) }

  /// Refuses where the person may not do it: to the group's registers of that date, or at all.
  ///
  /// What is to be done is named where the right's own words speak of something else.
  func require(
    _ right: Right, to deed: String? = nil, group: String? = nil, on date: SchoolDate? = nil
  ) throws {
    let relations = try group.map { try self.relations(of: actor, to: $0, on: date) } ?? []
    if let denial = permissions.denial(of: right, relations: relations, to: deed) {
      throw Refused("rollcall: \(denial)")
    }
  }

  /// The last session that has begun: the clock's day up to its open register, or the days before.
  var lastSessionBegun: Session {
    let now = clock.now
    let halves = HalfDay.allCases.filter { half in
      policy.earliestOpening(of: half, on: now.date).map { $0 <= now.time } ?? true
    }
    if let half = halves.last { return Session(now.date, half) }
    return Session(now.date.adding(days: -1), .pm)
  }

  /// The session a command means that names none: the last begun today, or this morning's.
  var currentSession: Session {
    let last = lastSessionBegun
    return last.date == clock.now.date ? last : Session(clock.now.date, .am)
  }
}

extension Policy {
  /// When the first register of that half of the day opens for anybody, or nil where none does.
  func earliestOpening(of half: HalfDay, on date: SchoolDate) -> TimeOfDay? {
    let sites: [String?] = campuses.isEmpty ? [nil] : campuses.map(\.name)
    return sites.flatMap { site in
      YearGroup.all.compactMap { year in
        window(for: half, on: date, campus: site, yearGroup: year, group: "")?.opens
      }
    }.min()
  }
}

extension OpenSchool {
  /// The register's times, as the policy that rules the date gives them.
  func window(of key: RegisterKey, _ audience: Particulars) -> RegisterWindow? {
    policies.window(of: key, audience)
  }
}
