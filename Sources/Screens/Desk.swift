public import Attendance
public import Policies
public import Terminal

/// The desk at which somebody sits: who they are, what they may do, what time it is there.
public struct Desk: Sendable {
  /// The school's policy.
  public let policy: Policy
  /// Whether this is a practice school, which says so on every screen.
  public let isPractice: Bool
  /// Who has signed in, or nil while nobody has.
  public internal(set) var staff: Staff?
  /// What they may do.
  public internal(set) var permissions: Permissions
  /// The moment of the last input.
  public internal(set) var now: Instant
  /// The size of the terminal.
  public internal(set) var size: Size
  /// The forms of the champion's desk that the person has left half typed, by name.
  var forms: [String: FormDraft] = [:]

  /// The person as the register names them.
  public var person: Person {
    staff.map(Person.init) ?? Person(login: "", name: "", position: "")
  }

  /// As what the person is signed in and what they may mark, for the help: its lines say the rest.
  var roleInWords: String {
    guard let role = permissions.roles.first, permissions.roles.count == 1 else { return "" }
    let codes = role.codesInWords.isEmpty ? "nothing" : role.codesInWords.joined(separator: " ")
    return "Your role, \(role.title), marks \(codes); 'off' says who could."
  }

  /// The one check that stands before every act: nil where it is allowed, else why it is not.
  func denial(of right: Right, _ relations: Set<Reach>) -> Bar? {
    permissions.denial(of: right, relations: relations).map { Bar($0) }
  }

  /// The screen that opens for the person's roles.
  var opensOwnRegister: Bool { permissions.roles.first?.desk == .register }
  /// Whether the morning's work is the screen that opens for the person's roles.
  var opensMorning: Bool {
    permissions.roles.first?.desk == .office && permissions.denial(of: .logCalls) == nil
  }

  /// Whether the school at a glance is the screen that opens for the person's roles.
  var opensOverview: Bool {
    permissions.roles.first?.desk == .overview && permissions.may(.viewFigures)
  }

  /// Why the person may not see who has moved, since it names pupils with their figures; nil where they
  /// may see some.
  var barToMovers: Bar? {
    let missing = [Right.viewFigures, .viewPupil].first { !permissions.mayEver($0) }
    return missing.flatMap { denial(of: $0, []) }
  }

  /// Whether the flags are the screen that opens for the person's roles.
  var opensFlags: Bool {
    permissions.roles.first?.desk == .flags && permissions.mayEver(.viewFlags)
  }
}

extension Register.Rules {
  /// What somebody with these permissions may mark, as the policy has it.
  ///
  /// The codes of trips count where the person leads the group off site.
  public init(_ policy: Policy, _ permissions: Permissions, leading: Bool = false) {
    self.init(
      codes: policy.codes,
      allowed: permissions.roles.reduce(into: []) { codes, role in
        codes.formUnion(leading ? role.codes.union(role.codesLeading) : role.codes)
      },
      role: permissions.roles.first?.title ?? "person without a role",
      mayFill: policy.registers.mayFillBlanks,
      grants: permissions.roles.reduce(into: []) { $0.formUnion($1.grants) })
  }
}
