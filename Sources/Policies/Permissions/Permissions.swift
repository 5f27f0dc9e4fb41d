public import Attendance

/// What somebody in these roles may do; the one check that every screen and command asks.
public struct Permissions: Hashable, Sendable {
  /// The roles held.
  public let roles: [Role]
  /// Every role of the policy, so that a refusal can name who may.
  let everyRole: [Role]
  let policyPlace: Place

  init(roles: [Role], everyRole: [Role], policyPlace: Place) {
    self.roles = roles
    self.everyRole = everyRole
    self.policyPlace = policyPlace
  }

  /// Nil where the right is held for this matter; otherwise why not and whom to ask.
  ///
  /// The matter's relations say what it is to the person: one of their own groups, of their own
  /// years, a pupil of one of their cases. Without any, only a right for the whole school serves.
  /// Where what is to be done is more than the right's own words say, it is named beside the right.
  public func denial(
    of right: Right, relations: Set<Reach> = [], to deed: String? = nil
  ) -> Denial? {
    let enough = relations.union([.school])
    if roles.contains(where: { !($0.rights[right] ?? []).isDisjoint(with: enough) }) { return nil }
    let held = roles.compactMap { role in role.rights[right].map { (role, $0) } }.first
    let who = title
    let reach = held.map { _, reaches in
      "only for "
        + Reach.allCases.filter(reaches.contains).map(\.rawValue)
        .joined(separator: " and ")
    }
    let sentence =
      if let deed {
        "\(who) may not \(deed): that takes the right '\(right.rawValue)'"
          + (reach.map { ", which they have \($0)" } ?? "")
      } else if let reach {
        "\(who) may \(right.inWords) \(reach)"
      } else {
        "\(who) may not \(right.inWords)"
      }
    let able = everyRole.filter { $0.rights[right]?.contains(.school) ?? false }.map(\.title)
    return Denial(sentence: sentence, place: place, next: Self.ask(able))
  }

  /// Whether the right is held for this matter.
  public func may(_ right: Right, relations: Set<Reach> = []) -> Bool {
    denial(of: right, relations: relations) == nil
  }

  /// Whether the right is held for any matter at all, as a menu asks.
  public func mayEver(_ right: Right) -> Bool {
    roles.contains { $0.rights[right]?.isEmpty == false }
  }

  /// The codes that may be marked, in the order of the book.
  public func codes(of book: CodeBook, on date: SchoolDate, leading: Bool = false)
    -> [AttendanceCode]
  {
    book.codes(on: date).filter { mayMark($0.text, leading: leading) }
  }

  /// Nil where the code may be marked; otherwise why not and what to mark instead.
  public func denial(ofMarking code: String, leading: Bool = false) -> Denial? {
    if mayMark(code, leading: leading) { return nil }
    let able = everyRole.filter { $0.codes.contains(code) }.map(\.title)
    let place = roles.first?.codesPlace ?? policyPlace
    if !leading, mayMark(code, leading: true) {
      return Denial(
        sentence: "\(title) marks \(code) only for a group they lead off site", place: place,
        next: "open the trip's own register, or mark N with a note")
    }
    return Denial(
      sentence: "\(title) may not mark \(code)", place: place,
      next: "mark N with a note of what was said; " + Self.ask(able))
  }

  /// Nil where leave under the code may be granted; otherwise why not and whom to ask.
  public func denial(ofGranting code: String) -> Denial? {
    if roles.contains(where: { $0.grants.contains(code) }) { return nil }
    let able = everyRole.filter { $0.grants.contains(code) }.map(\.title)
    return Denial(
      sentence: "\(title) may not grant leave under \(code)",
      place: roles.first?.grantsPlace ?? policyPlace, next: Self.ask(able))
  }

  private func mayMark(_ code: String, leading: Bool) -> Bool {
    roles.contains { $0.codes.contains(code) || leading && $0.codesLeading.contains(code) }
  }

  private var place: Place { roles.first?.place ?? policyPlace }

  private var title: String {
    guard let title = roles.first?.title else { return "somebody without a role" }
    let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    return (title.first.map { vowels.contains($0) } ?? false ? "an " : "a ") + title
  }

  private static func ask(_ titles: [String]) -> String {
    let able = titles.prefix(3)
    guard let last = able.last else { return "no role of the policy may" }
    let others = able.dropLast().joined(separator: ", ")
    return "ask the " + (others.isEmpty ? last : "\(others) or \(last)")
  }
}
