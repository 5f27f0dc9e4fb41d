public import Attendance

/// The door: login and passphrase, held against what is kept of them.
///
/// A login that nobody has takes as long as a wrong passphrase, waits as long and is told the same.
public struct SignIn {
  /// What became of a try.
  public enum Outcome: Hashable, Sendable {
    case signedIn(Staff)
    case wrong
    /// The passphrase is right, and the post has not begun or has ended.
    case barred(Staff)
    /// Too many wrong ones: the next try counts after so many seconds.
    case wait(seconds: Int64)
  }

  private let store: any Store
  private let cost: PassphraseHash.Cost

  /// The door of that register.
  public init(_ store: any Store, cost: PassphraseHash.Cost = .usual) {
    self.store = store
    self.cost = cost
  }

  /// Looks at login and passphrase; the try is counted and recorded before it is answered.
  ///
  /// A login that is not known is not written down: people type passphrases into its field.
  public func attempt(
    _ login: String, _ secret: Secret, from account: String, at: Instant, machine: Instant
  ) throws(StoreFault) -> Outcome {
    let member = try store.staff().first { $0.login == login }
    var isRight = false
    var who = "login " + login
    if let member, let hash = try store.passphrase(of: login) {
      isRight = try hash.isOf(member.isPass ? secret.folded : secret)
    } else {
      // Deriving a key of the login itself takes as long as looking at a passphrase, and is what its
      // tries are counted by: no weaker a trace of it than the hash of a passphrase.
      let salt = try store.passphrase(of: Self.nobody)?.salt ?? [UInt8](repeating: 0, count: 16)
      who = "key " + Seal.hex(try PassphraseHash.derive(Secret(login.utf8), salt: salt, cost))
    }
    let isCurrent = member?.post(at: at) == .current
    let stranger = Person(login: "", name: "account \(account)", position: "not signed in")
    let verdict = try store.keep(
      SignInAttempt(
        who: who, isRight: isRight,
        what: isRight
          ? (isCurrent ? Self.signedIn : Self.barred) + login
          : Self.wrong + (member?.login ?? Self.unknown),
        by: isRight ? member.map(Person.init) ?? stranger : stranger, at: at,
        machine: machine.seconds))
    switch verdict {
    case .early(let seconds): return .wait(seconds: seconds)
    case .counted:
      guard isRight, let member else { return .wrong }
      return isCurrent ? .signedIn(member) : .barred(member)
    }
  }

  /// The login under which the salt of all unknown logins is kept.
  static let nobody = ""
  /// How the change log begins a line about somebody who signed in.
  public static let signedIn = "signed in: "
  /// How it begins one about a right passphrase whose post has not begun or has ended.
  public static let barred = "sign-in refused, no post: "
  /// How it begins one about a wrong passphrase.
  public static let wrong = "wrong passphrase: "
  private static let unknown = "an unknown login"
}
