import Attendance
import Exchange
import Policies
import Screens
import Storage

/// The desk at which letters of the policy are made about a pupil: looked at, written, noted.
struct LetterDesk {
  let office: OfficeDesk
  let person: Actor
  private let flags: FlagDesk

  init(_ school: OpenSchool, for person: Actor) throws {
    office = try OfficeDesk(school)
    flags = try FlagDesk(school, on: school.clock.now.date)
    self.person = person
  }

  private var school: OpenSchool { office.school }

  /// The member that the number stands for; refuses those who are not on roll, or in no figures.
  func member(_ id: Pupil.ID) throws -> Roll.Member {
    guard let pupil = office.roll.pupils[id] else { throw StoreFault.unknownPupil }
    guard let member = office.roll.member(id, on: office.now.date) else {
      throw Refusal.notOnRoll(name: pupil.name.onRegister, on: office.now.date)
    }
    return try FlagReach(flags, for: person).counted(member)
  }

  /// Refuses where the person may make no letter about the pupil.
  func check(_ member: Roll.Member) throws {
    let relations = try school.relations(of: person, to: member, among: flags.members)
    let permissions = person.permissions(under: school.policy)
    if let denial = permissions.denial(of: .sendLetters, relations: relations) {
      throw Refused("rollcall: \(denial)")
    }
  }

  /// The letters of the policy that can be made about the pupil, and why others cannot.
  func board(of pupil: Pupil.ID) throws -> LetterBoard {
    let member = try member(pupil)
    try check(member)
    let leading = try LetterFigures(flags, of: member).leading
    let rows = school.policy.letters.map {
      LetterBoard.Row($0, because: leading[$0.id] ?? [], bar: bar(to: $0))
    }
    return LetterBoard(of: member.pupil, form: member.particulars.group, rows: rows)
  }

  /// Why the letter is not made here, whoever it is about; nil where it can be.
  func bar(to letter: Letter) -> String? {
    do {
      try checkSource(of: school.letters.template(letter), letter)
      return nil
    } catch {
      return (error as? Refused)?.atDesk ?? "\(error)"
    }
  }

  /// Refuses a letter that belongs to a request for leave or to an arrival.
  private func checkSource(of template: LetterTemplate, _ letter: Letter) throws {
    if letter.kind == .script {
      throw Refused(
        "rollcall: '\(letter.id)' is read out and not sent; 'rollcall attempt' shows it and notes "
          + "what came of the call")
    }
    let sources = Set(template.fields.map(\.source))
    if sources.contains(.arrival) {
      throw Refused(
        "rollcall: '\(letter.id)' belongs to an arrival; the late desk makes it, or 'rollcall "
          + "arrive'")
    }
    if sources.contains(.leave) {
      throw Refused(
        "rollcall: '\(letter.id)' belongs to a request for leave; make it there, with 'rollcall "
          + "leave --letter NUMBER'")
    }
  }

  /// The letter with the names and figures put in, as far as what it needs is given.
  func letter(_ order: LetterOrder) throws -> PupilLetter {
    let member = try member(order.pupil)
    try check(member)
    let book = try school.store.dayBook(.casework)
    if let hold = book.holds(of: order.pupil, on: office.now.date).last?.hold {
      throw Refused("rollcall: \(CaseRefusal.held(hold))")
    }
    let letter = try school.letters.letter(order.letter)
    let template = try school.letters.template(letter)
    try checkSource(of: template, letter)
    let permitted = try school.store.contacts(of: order.pupil).filter { $0.mayContact == .yes }
    var order = order
    order.contact = try contact(for: order, permitted, member, template)
    let given = try LetterGifts(order.given, for: letter, template)
    if letter.id == "notice-to-improve" {
      try given.checkImprovement(school.policy, today: office.now.date)
    }
    let fields = try fields(of: member, letter, order.contact, given)
    let missing = template.missing(fields)
    let gaps = try template.fields.compactMap { field -> LetterGap? in
      guard case .given(let gift) = field.source else { return nil }
      let isGiven = order.given[field.rawValue] != nil
      return LetterGap(
        field.rawValue, label: field.label, gift.kind,
        isNeeded: isGiven ? try isNeeded(field, template, fields) : missing.contains(field))
    }
    // What the register bars is said before anybody types a word.
    var whole = fields
    for field in missing where field.isGiven { whole[field] = "..." }
    let words = try words(of: letter, template, whole)
    return PupilLetter(
      order, named: "\(member.pupil.name.onRegister) \(member.particulars.group)", letter: letter,
      contacts: permitted, gaps: gaps,
      words: missing.isEmpty ? words : nil,
      isMadeToday: try isMade(letter, about: order.pupil, to: order.contact))
  }

  /// Whether the letter could not be made without what was given for the field.
  private func isNeeded(
    _ field: LetterField, _ template: LetterTemplate, _ fields: LetterFields
  ) throws -> Bool {
    var without = fields
    without[field] = nil
    return template.missing(without).contains(field)
  }

  private func words(
    of letter: Letter, _ template: LetterTemplate, _ fields: LetterFields
  ) throws -> String {
    do {
      return letter.kind == .text ? try template.oneLine(fields) : try template.text(fields)
    } catch {
      throw Refused("rollcall: \(error)")
    }
  }

  /// Everything that is known for the letter.
  private func fields(
    of member: Roll.Member, _ letter: Letter, _ contact: Contact?, _ given: LetterGifts
  ) throws -> LetterFields {
    var fields = try office.letterFields(about: [member], to: contact)
    fields[.signed] = person.person.name
    fields[.position] = person.person.position
    fields[.yearGroup] = member.particulars.yearGroup.name
    fields[.upn] = member.pupil.upn.text
    fields[.birthDate] = member.pupil.dateOfBirth.inWords
    let contacts = try school.store.contacts(of: member.pupil.id)
    fields[.parents] = contacts.filter {
      $0.mayContact == .yes && $0.parentalResponsibility == true
    }.map { "- \($0.name)" + ($0.relationship.isEmpty ? "" : ", \($0.relationship)") }
      .joined(separator: "\n")
    fields[.contactLog] = try contactLog(of: member.pupil.id)
    let figures = try LetterFigures(flags, of: member)
    try figures.fill(&fields, for: letter)
    fields[.lastYear] = try LastYear(flags, of: member.pupil.id)?.whole?.attendance?.description
    try given.fill(&fields, figures, today: office.now.date)
    return fields
  }

  /// What was tried, said and sent about the pupil this school year, one a line.
  private func contactLog(of pupil: Pupil.ID) throws -> String? {
    let first = SchoolYear(of: office.now.date).firstDay
    let lines = try school.store.dayBook(.about(pupil)).standing.filter {
      $0.pupil == pupil && $0.date >= first
    }
    let said = lines.compactMap { line -> String? in
      switch line.matter {
      case .attempt(let attempt):
        return "- \(line.date.inWords): \(attempt.channel.rawValue), \(attempt.outcome.rawValue)"
      case .paper(let paper):
        let name = school.policy.letter(paper.letter)?.name ?? paper.letter
        return "- \(line.date.inWords): \(name)"
      case .casework(.turned(let turn)):
        return turn.kind == .took ? "- \(line.date.inWords): \(turn.name)" : nil
      case .casework(.action(let action)):
        if action.isPlanned || action.kind == .note { return nil }
        return "- \(line.date.inWords): \(action.kind.rawValue)"
          + (action.what.isEmpty ? "" : ", \(action.what)")
      case .casework(.agreement(let agreement)):
        return "- \(line.date.inWords): \(agreement.kind.rawValue)"
      case .casework, .message, .concerns, .absence, .arrival, .departure, .back, .notHere, .seen,
        .handedOn,
        .safe, .note, .request, .decision, .timetable, .closure, .list, .elsewhere, .evidence,
        .told, .nudge, .step, .excused, .week, .done, .withdrawn:
        return nil
      }
    }
    return said.isEmpty ? nil : said.joined(separator: "\n")
  }
}

extension LetterField {
  /// Whether somebody gives it.
  var isGiven: Bool {
    if case .given = source { return true }
    return false
  }
}

extension LetterField.Gift {
  /// The same, as a form asks for it.
  var kind: LetterGap.Kind {
    switch self {
    case .day: .day
    case .time: .time
    case .words: .words
    case .list: .list
    }
  }
}
