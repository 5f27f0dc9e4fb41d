import Attendance
import Exchange
import Policies
import Screens
import Storage

extension OfficeDesk {
  /// What is known for a letter about these pupils of one family to that contact.
  func letterFields(about members: [Roll.Member], to contact: Contact?) throws -> LetterFields {
    let policy = school.policy
    var fields = LetterFields()
    fields[.school] = policy.school.name
    fields[.schoolPhone] = policy.school.telephone
    fields[.date] = now.date.inWords
    fields[.deadline] = now.time.adding(minutes: 60).description
    fields[.contact] = contact?.name
    fields[.signed] = school.actor.person.name
    fields[.position] = school.actor.person.position
    fields.name(members.map(\.pupil.name.knownAs))
    fields[.legalName] = members.first.map {
      "\($0.pupil.name.forename) \($0.pupil.name.surname)"
    }
    fields.speak(of: now.date, through: now.date)
    guard let member = members.first else { return fields }
    fields[.group] = member.particulars.group
    let campus = member.particulars.campus
    fields[.starts] = policy.day(at: campus.isEmpty ? nil : campus)?.starts.description
    let (tally, lates) = try figures(of: member)
    fields[.attendance] = tally.attendance?.description
    if let bar = policy.barToLetters(countingOnly: tally.possible) {
      fields.withhold(.attendance, because: bar)
    }
    fields[.lates] = lates > 0 ? "\(lates)" : nil
    return fields
  }

  /// This year's counts, and how often the pupil was late this week.
  private func figures(of member: Roll.Member) throws -> (Tally, lates: Int) {
    let year = SchoolYear(of: now.date)
    let pupil = member.pupil.id
    let sheets = try school.store.sheets(of: year, pupils: [pupil])
    let figures = Figures(
      roll: roll, calendar: calendar, codes: school.policies.codes,
      alphabet: try school.store.alphabet(), sheets: [year: sheets])
    let last = school.lastSessionBegun
    return (
      figures.tally(of: pupil, from: year.firstDay, through: last),
      figures.tally(of: pupil, from: now.date.monday, through: last).late
    )
  }

  /// The words of a text, script or slip about the pupil to that contact.
  func words(
    of letter: Letter, about members: [Roll.Member], to contact: Contact?
  ) throws -> String {
    do {
      return try school.letters.words(of: letter, letterFields(about: members, to: contact))
    } catch let missing as MissingField {
      throw Refused("rollcall: \(missing)")
    }
  }

  /// The attempt that making a text or script comes to, with its words.
  func attempt(
    _ letter: Letter, to contact: Contact, of member: Roll.Member,
    outcome: Attempt.Outcome = .textMade, words: String
  ) -> ProposedLine {
    ProposedLine(
      pupil: member.pupil.id, date: now.date,
      matter: .attempt(
        Attempt(
          contact: contact.name, relationship: contact.relationship,
          channel: letter.kind == .text ? .text : .telephone, outcome: outcome, time: now.time,
          letter: letter.id)), words: words)
  }
}
