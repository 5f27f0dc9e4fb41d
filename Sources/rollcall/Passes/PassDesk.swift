import Attendance
import Policies
import Storage

/// The office's passes: somebody for a day or a few, with the registers they take.
struct PassDesk {
  let school: OpenSchool

  /// What a pass is asked for.
  struct Request {
    let name: String
    let position: String
    let groups: [String]
    /// `16:30`, `2026-03-24`, or empty for the end of today.
    let until: String
  }

  /// A pass just issued, and the only copy of its passphrase.
  struct Printed {
    let holder: Staff
    let passphrase: String
    /// The pass as it is handed over.
    let text: String
  }

  private static let mostDays = 7

  /// Issues the pass; it is on disk when this returns, but for the passphrase.
  func issue(_ request: Request) throws -> Printed {
    try school.require(.issuePass)
    guard !request.name.isBlank, !request.position.isBlank else {
      throw Refused("rollcall: a pass needs a name and a position; every mark states them")
    }
    guard school.policy.role(Self.role) != nil else {
      throw Refused(
        "rollcall: the policy has no role '\(Self.role)', which passes give; add it to the policy")
    }
    let (until, time) = try end(request.until)
    let dates = try days(through: until)
    var groups: [String] = []
    for written in request.groups where !written.isBlank {
      let group = try self.group(written, on: dates[0])
      if !groups.contains(group) { groups.append(group) }
    }
    guard !groups.isEmpty else {
      throw Refused("rollcall: a pass needs a group; give it with --group")
    }
    let holder = Staff(
      login: try login(for: request.name), name: request.name, position: request.position,
      role: Self.role, starts: school.clock.now.date, ends: until, endsAt: time, isPass: true)
    var random = SystemRandomNumberGenerator()
    let passphrase = PassWords.passphrase(using: &random)
    try school.store.issue(
      IssuedPass(
        for: holder, hash: PassphraseHash(of: Secret(passphrase.utf8).folded), groups: groups,
        on: dates), by: school.actor.person, at: school.clock.now)
    return Printed(
      holder: holder, passphrase: passphrase, text: try text(holder, passphrase, groups))
  }

  /// Ends a pass now.
  func end(login: String) throws -> Staff {
    try school.require(.issuePass)
    guard var holder = try school.store.staff().first(where: { $0.login == login && $0.isPass })
    else {
      throw Refused("rollcall: there is no pass '\(login)'; 'rollcall pass --list' names them")
    }
    let now = school.clock.now
    if holder.post(at: now) == .ended {
      throw Refused("rollcall: the pass of \(holder.name) ended \(holder.endInWords)")
    }
    (holder.ends, holder.endsAt) = (now.date, now.time)
    try school.store.keep([holder], by: school.actor.person, at: now)
    return holder
  }

  /// The passes that hold today, or all there ever were, each with the groups it covers today.
  func passes(all: Bool) throws -> [(holder: Staff, groups: [String])] {
    try school.require(.issuePass)
    let now = school.clock.now
    let covers = try school.store.covers(on: now.date)
    return try school.store.staff().filter {
      $0.isPass && (all || $0.post(at: now) != .ended)
    }.map { holder in
      (holder, covers.filter { $0.by.login == holder.login }.map(\.group))
    }
  }

  /// The role of everybody with a pass.
  static let role = "cover"

  private func end(_ text: String) throws -> (SchoolDate, TimeOfDay?) {
    let now = school.clock.now
    if text.isBlank { return (now.date, nil) }
    if let time = TimeOfDay(text) {
      guard time > now.time else {
        throw Refused("rollcall: it is \(now.time) already; give a later time, or a date")
      }
      return (now.date, time)
    }
    guard let date = SchoolDate(text) else {
      throw Refused("rollcall: '\(text)' is no end of a pass; write it as 16:30 or 2026-11-20")
    }
    guard date >= now.date, date < now.date.adding(days: Self.mostDays) else {
      throw Refused(
        "rollcall: a pass ends within \(Self.mostDays) days; for longer add them to the staff with "
          + "'rollcall staff add --until \(date)'")
    }
    return (date, nil)
  }

  private func days(through until: SchoolDate) throws -> [SchoolDate] {
    let calendar = try school.store.calendar()
    let today = school.clock.now.date
    let days = (0..<Self.mostDays).map { today.adding(days: $0) }
      .filter { $0 <= until && calendar.isSchoolDay($0) }
    guard !days.isEmpty else {
      throw Refused("rollcall: there is no school until \(until); give a date on which there is")
    }
    return days
  }

  /// The group that is meant, whichever half of the day it meets in.
  private func group(_ written: String, on date: SchoolDate) throws -> String {
    do {
      return try school.group(named: written, at: Session(date, .am))
    } catch {
      guard let known = try? school.group(named: written, at: Session(date, .pm)) else {
        throw error
      }
      return known
    }
  }

  /// A login that nobody ever had: `kaur`, then `kaur2`.
  private func login(for name: String) throws -> String {
    let taken = Set(try school.store.staff().map(\.login))
    let letters = (name.split(separator: " ").last ?? "").lowercased()
      .filter { $0.isASCII && $0.isLetter }
    let stem = letters.isEmpty ? "pass" : String(letters.prefix(12))
    var login = stem
    var number = 1
    while taken.contains(login) || login == Actor.practiceAdministrator {
      number += 1
      login = "\(stem)\(number)"
    }
    return login
  }

  private func text(_ holder: Staff, _ passphrase: String, _ groups: [String]) throws -> String {
    let registers = try groups.map { name in
      let room = try school.store.group(name).room
      return room.isEmpty ? name : "\(name) (room \(room))"
    }
    let until = (holder.ends ?? school.clock.now.date).inWords
    return """
      PASS  \(school.policy.school.name)
      For         \(holder.name), \(holder.position)
      Until       \(until)\(holder.endsAt.map { ", \($0)" } ?? "")
      Registers   \(registers.joined(separator: ", "))

      Login       \(holder.login)
      Passphrase  \(passphrase)
                  (hyphens, blanks and capitals do not matter)

      \(groups.count == 1 ? "The register opens by itself." : "Pick a register, then Enter.") \
      Space: present. N: not here. L: late. ^S: submit.
      ? shows every key, ^X locks the screen, ^Q leaves. Give this back to the office.

      """
  }
}
