import Attendance
import Exchange
import Policies
import Screens
import Storage

extension OfficeDesk {
  /// The letter about the request to that contact, or to whoever asked.
  func leaveLetter(
    _ kind: LeaveLetterKind, of leave: LeaveCase, to contact: Contact?, for person: Actor
  ) throws -> LeaveLetter {
    let permissions = person.permissions(under: school.policy)
    for right in [Right.planAbsence, .sendLetters] {
      if let denial = permissions.denial(of: right, to: "make letters about leave") {
        throw Refused("rollcall: \(denial)")
      }
    }
    guard let pupil = leave.pupil, let known = roll.pupils[pupil] else {
      throw StoreFault.unknownPupil
    }
    guard let member = roll.member(pupil, on: now.date) else {
      throw Refusal.notOnRoll(name: known.name.onRegister, on: now.date)
    }
    let after = try afterRefusal(of: leave)
    let letter = try school.policy.letter(kind, of: leave, after)
    let permitted = try school.store.contacts(of: pupil).filter { $0.mayContact == .yes }
    guard
      let reached = contact ?? LeaveLetter.addressee(of: leave.request, among: permitted)
    else { throw LeaveLetterRefusal.nobodyToWriteTo(known.name.onRegister) }
    let fields = try letterFields(of: leave, member, to: reached, by: person)
    do {
      return LeaveLetter(
        about: leave, of: pupil, named: "\(known.name.onRegister) \(member.particulars.group)",
        kind, letter: letter, contact: reached, contacts: permitted,
        words: try school.letters.words(of: letter, fields),
        others: LeaveLetterKind.allCases.filter {
          $0 != kind && (try? school.policy.letter($0, of: leave, after)) != nil
        })
    } catch let missing as MissingField {
      throw Refused("rollcall: \(missing)")
    }
  }

  /// Writes the letter into the folder of lists, and notes that it was made, with its words.
  ///
  /// Refuses where what it says has changed since it was looked at.
  func make(_ letter: LeaveLetter, by person: Actor) throws -> (file: String, receipt: Receipt) {
    let leave = try self.leave(letter.request.number)
    let fresh = try leaveLetter(letter.kind, of: leave, to: letter.contact, for: person)
    guard fresh.words == letter.words, letter.contact.mayContact != .no,
      try school.store.contacts(of: letter.pupil).contains(letter.contact)
    else { throw LeaveLetterRefusal.decidedAnew(letter.request) }
    // It names a child and a home: not for every account of the school's group.
    let name = try FileBytes.writeNew(
      Array((letter.words + "\n").utf8), in: school.folder.lists,
      named: "\(letter.letter.id)-\(letter.request.number)-\(now.date)-\(now.time.digits)",
      ending: Handout.Form.sheet.rawValue, mode: 0o600)
    do {
      return (
        "lists/\(name)", try school.store.submit(letter.act(by: person.person, now: now))
      )
    } catch {
      FileBytes.remove(school.folder.lists + "/" + name)
      throw error
    }
  }

  /// What became of refused days: whether the pupil was away all the same, and is back.
  private func afterRefusal(of leave: LeaveCase) throws -> AfterRefusal? {
    guard leave.state == .refused, let pupil = leave.pupil else { return nil }
    let codes = school.policies.codes
    let alphabet = try school.store.alphabet()
    let years = Set([SchoolYear(of: leave.request.from.date), SchoolYear(of: now.date)])
    let sheets = try Dictionary(
      uniqueKeysWithValues: years.map {
        ($0, try school.store.sheets(of: $0, pupils: [pupil])[pupil])
      })
    func code(_ session: Session) -> AttendanceCode? {
      guard let sheet = sheets[SchoolYear(of: session.date)] ?? nil else { return nil }
      return codes.code(alphabet.code(of: sheet[session]), on: session.date)
    }
    let waiting = school.policy.followUp.code
    return AfterRefusal(
      of: leave, calendar: calendar, through: school.lastSessionBegun,
      away: { session in
        // Nothing is said of an N, for which a reason may still come (U24).
        guard let code = code(session), code.text != waiting else { return false }
        return code.category == .unauthorisedAbsence && code.onSite == .no
      },
      seen: { session in code(session).map { $0.isAttended || $0.onSite != .no } ?? false })
  }

  private func letterFields(
    of leave: LeaveCase, _ member: Roll.Member, to contact: Contact, by person: Actor
  ) throws -> LetterFields {
    var fields = try letterFields(about: [member], to: contact)
    fields[.signed] = person.person.name
    fields[.position] = person.person.position
    fields.speak(of: leave.request.from.date, through: leave.request.through.date)
    fields[.expectedBack] = leave.decision?.expectedBack?.inWords
    fields[.refusedBecause] = leave.decided?.words
    let isAsker = LeaveLetter.isAsker(contact, of: leave.request)
    fields.set(.asked, isAsker)
    fields.set(.granted, leave.state == .granted)
    fields.set(.ended, leave.state == .ended)
    // What one parent told the school is not told to another.
    fields[.reason] = isAsker && !leave.line.words.isEmpty ? leave.line.words : nil
    return fields
  }
}
