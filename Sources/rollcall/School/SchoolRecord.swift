import Attendance
import Policies
import Storage

/// A school as its register alone tells of it, before any of its policies is read.
///
/// What looks at a school or mends it needs no more: verifying it, and adopting a policy in place of
/// one that was changed or lost.
struct SchoolRecord {
  let folder: SchoolFolder
  let store: any Store
  let identity: SchoolIdentity
  let clock: SchoolClock
  let actor: Actor
  let adopted: [AdoptedPolicy]

  /// Opens the register as whoever runs the program.
  ///
  /// Where a real school does not know the account, login and passphrase are asked for: on the terminal
  /// here, or by the screen that opens next.
  init(
    _ folder: SchoolFolder, login: String?, running: Bool = false, signsInOnScreen: Bool = false
  ) throws {
    try self.init(
      folder, folder.open(), login: login, running: running, signsInOnScreen: signsInOnScreen)
  }

  /// The school as that register tells of it, which may be a copy.
  init(
    _ folder: SchoolFolder, _ store: any Store, login: String?, running: Bool = false,
    signsInOnScreen: Bool = false
  ) throws {
    self.folder = folder
    self.store = store
    identity = try store.school()
    clock = try SchoolClock(identity, running: running)
    adopted = try store.policies()
    let isPractice = identity.practice != nil
    let known = try Actor.named(
      login, isPractice: isPractice, among: store.staff(), at: clock.now)
    if let known {
      actor = known
    } else if signsInOnScreen {
      actor = .nobody
    } else {
      actor = Actor(try Door(store, clock, isPractice: isPractice).signInOnTerminal())
    }
  }

  /// How the school's policy files differ from those that were adopted.
  var policyFaults: [AdoptedFiles.Fault] { AdoptedFiles(folder, adopted).faults }

  /// Refuses where the person may not do it.
  ///
  /// A policy that is not as it was adopted gives nobody a right: until it is mended, anybody on the
  /// staff may verify, and an administrator adopts.
  func require(_ right: Right) throws {
    if policyFaults.isEmpty, let shelf = try? PolicyShelf(folder, adopted: adopted) {
      let permissions = actor.permissions(under: shelf.policy(on: clock.now.date))
      if let denial = permissions.denial(of: right, relations: []) {
        throw Refused("rollcall: \(denial)")
      }
    } else if right != .verify, actor.role != nil, actor.role != Actor.administrator {
      throw Refused(
        "rollcall: the school's policy cannot be used as it is; until it can, only an "
          + "administrator may \(right.inWords)")
    }
  }
}
