import Attendance
import Policies
import Screens
import Storage

/// Does what the screens ask for, and says how it went.
final class Performer {
  /// The school, as whoever has signed in has it open.
  private(set) var school: OpenSchool
  private let desk: RegisterDesk
  private var answering: Answering
  private var draftSizes: [String: Int] = [:]
  private let company: Company
  /// The files of forms written at this desk, by login and name.
  private var forms: [[String]: FormFile] = [:]
  /// Whether the office's morning was read since the fire list was last written.
  private var fireListIsOld = false

  init(_ school: OpenSchool) throws {
    self.school = school
    desk = try RegisterDesk(school)
    company = Company(school)
    answering = try Answering(school, desk)
  }

  /// Performs an effect for the person who has signed in; nil where there is nothing to answer.
  func perform(_ effect: Effect, for staff: Staff?) -> Answer? {
    let person = school.actor(for: staff)
    school = school.acting(as: person)
    answering.school = school
    if let why = bar(to: effect, for: staff) { return refusal(of: effect, why) }
    switch effect {
    case .keepDraft(let key, let changes):
      do {
        try desk.keep(changes, of: key, by: person)
        noteDrafts()
        return .draftKept(key)
      } catch {
        return .draftNotKept(key, why: error.inFewWords)
      }
    case .submit(let act, let draft): return submit(act, settling: draft, by: person)
    case .keep(let act):
      return keeping(act) { try school.keep(act) }
    case .makeLetter(let letter):
      do {
        return .leaveLetterMade(
          letter, file: try OfficeDesk(school).make(letter, by: person).file)
      } catch {
        return .unavailable(Self.sentence(of: error))
      }
    case .letters(let deed):
      do {
        return .letters(try LetterAnswers(school: school).perform(deed, for: person))
      } catch {
        return .unavailable(Self.sentence(of: error))
      }
    case .close(let closing):
      return keeping(closing.act) { try OfficeDesk(school).keep(closing) }
    case .reopen(let line, let reopening):
      return keeping(reopening.act) {
        let desk = try OfficeDesk(school)
        return try desk.keep(reopening, of: desk.closure(line.number))
      }
    case .away(let deed):
      do {
        return try AwayAnswers(school: school).perform(deed, by: person)
      } catch {
        return .notKept(why: Self.sentence(of: error))
      }
    case .work(let deed, let words): return work(deed, words, by: person)
    case .notice(let deed):
      do {
        return try NoticeAnswers(school: school).perform(deed, by: person)
      } catch {
        return .unavailable(Self.sentence(of: error))
      }
    case .issuePass(let order):
      do {
        let printed = try PassDesk(school: school).issue(
          PassDesk.Request(
            name: order.name, position: order.position, groups: order.groups, until: order.until))
        return .passIssued(
          printed.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
      } catch {
        return .unavailable(Self.sentence(of: error))
      }
    case .admission(let deed):
      do {
        return .admission(try AdmissionDesk(school, for: person).perform(deed))
      } catch {
        return .unavailable(Self.sentence(of: error))
      }
    case .leaveNote(let key, let pupil, let words): return leave(words, pupil, key, by: person)
    case .keepForm(let form): return keep(form, by: person)
    case .declareCover(let key):
      do {
        try school.declareCover(of: key, by: person)
        return .covering(key)
      } catch {
        return .unavailable("\(error)")
      }
    case .write(let handout, let form):
      return answer(for: person) { .written(try $0.write(handout, as: form)) }
    case .keepContacts(let pupil, let contacts, let seen):
      return answer(for: person) { desk in
        try desk.keep(contacts, of: pupil, seen: seen, by: person)
        return .contacts(try desk.contacts(of: pupil, for: person))
      }
    case .keepPreferredName(let pupil, let name):
      return answer(for: person) { desk in
        try desk.keep(preferredName: name, of: pupil, by: person)
        return .contacts(try desk.contacts(of: pupil, for: person))
      }
    case .amend(let deed):
      do {
        let answer = try AmendAnswers(school: school, registers: desk).perform(deed, by: person)
        noteDrafts()
        return .amending(answer)
      } catch {
        return .unavailable(Self.sentence(of: error))
      }
    case .signIn(let login, let passphrase): return signIn(login, passphrase)
    case .ask(let question):
      let answer = answering.answer(question, for: person)
      if question == .morning { fireListIsOld = true }
      if case .register(let open) = answer { company.note(open.alsoOpen, at: open.register.key) }
      return answer
    case .bell, .repaint, .suspend, .leave: return nil
    }
  }

  /// Does something about a case, and says what.
  private func work(_ deed: CaseDeed, _ words: String, by person: Actor) -> Answer {
    do {
      let act = try school.store.together {
        try CaseDesk(FlagDesk(school, on: school.clock.now.date), for: person)
          .act(deed, saying: words)
      }
      _ = try school.keep(act)
      let line = act.lines.first
      let readers = person.permissions(under: school.policy).whoReads(line?.nature ?? .ordinary)
      var about: DayLine.ID?
      if case .kept(let one) = line?.about { about = one }
      return .cases(.done("Kept: \(line?.matter.inWords ?? "done")\(readers)", about))
    } catch {
      return .notKept(why: Self.sentence(of: error))
    }
  }

  /// What the office's desk answers, or why it cannot.
  private func answer(for person: Actor, _ work: (OfficeDesk) throws -> SiteAnswer) -> Answer {
    do {
      return .site(try work(OfficeDesk(school)))
    } catch let fault as StoreFault {
      return .unavailable(fault.atDesk)
    } catch {
      return .unavailable((error as? Refused)?.atDesk ?? "\(error)")
    }
  }

  /// Shows the other desks which registers the person has open here.
  func attend(_ keys: Set<RegisterKey>, as staff: Staff?) {
    company.attend(keys, as: school.actor(for: staff).person)
  }

  /// Writes the fire list where it may have changed.
  ///
  /// The office's desk sees every change of the day, and keeps the list that a fire would need. A disk
  /// that is full is told where something is submitted, not here.
  func keepLists() {
    guard fireListIsOld else { return }
    fireListIsOld = false
    try? school.store.together { try OfficeDesk(school).keepFireList() }
  }

  /// Whether another desk has added to a draft, opened a register that is open here, or left it,
  /// since this desk looked.
  func draftsChangedElsewhere() -> Bool {
    let before = draftSizes
    noteDrafts()
    return before != draftSizes || company.hasChanged
  }

  /// Writes a word to the office into the day book, where it waits until it is dealt with.
  private func leave(
    _ words: String, _ pupil: Pupil.ID, _ key: RegisterKey, by person: Actor
  ) -> Answer {
    do {
      _ = try school.store.submit(
        Act(
          kind: .logged, by: person.person, at: school.clock.now,
          lines: [
            ProposedLine(
              pupil: pupil, date: key.session.date, matter: .note, words: words)
          ]))
      return .noteLeft(key)
    } catch {
      return .noteNotLeft(key, why: error.atDesk)
    }
  }

  private func submit(_ act: Act, settling draft: Draft, by person: Actor) -> Answer? {
    guard let key = act.register else { return nil }
    do {
      let receipt = try desk.submit(act, settling: draft, by: person)
      noteDrafts()
      return .submitted(key, receipt)
    } catch {
      return .notSubmitted(key, why: error.atDesk)
    }
  }

  private func keep(_ form: FormDraft, by person: Actor) -> Answer? {
    let login = person.person.login
    let file =
      forms[[login, form.name]] ?? FormFile(in: school.folder, of: form.name, by: login)
    forms[[login, form.name]] = file
    do {
      try file.keep(form)
      return nil
    } catch {
      return .formNotKept(why: error.inFewWords)
    }
  }

  /// Keeps an act by more than one step, and says what became of it.
  private func keeping(_ act: Act, _ keep: () throws -> Receipt) -> Answer {
    do {
      return .kept(act, try keep())
    } catch {
      return .notKept(why: Self.sentence(of: error))
    }
  }

  /// Why something failed, in a sentence for whoever sits at a desk.
  private static func sentence(of error: any Error) -> String {
    if let fault = error as? StoreFault { return fault.atDesk }
    if let refused = error as? Refused { return refused.atDesk }
    return "\(error)"
  }

  private func noteDrafts() { draftSizes = DraftFile.sizes(in: school.folder) }
}

extension OpenSchool {
  /// The person at the desk: whoever has signed in, else nobody.
  func actor(for staff: Staff?) -> Actor {
    guard let staff else { return .nobody }
    return staff.login == Actor.practiceAdministrator && identity.practice != nil
      ? .practice : Actor(staff)
  }
}

extension StoreFault {
  /// The fault in a sentence for whoever sits at a desk: what they can do, and no path.
  var atDesk: String {
    switch self {
    case .noPermission:
      "this account may not write the register; tell whoever keeps the school's folder"
    case .readOnly: "the disk cannot be written; tell whoever keeps this computer, then ^S again"
    case .noSchool, .registerGone, .notAFolder:
      "the school's folder is gone; tell whoever keeps this computer, then ^S again"
    case .notARegister, .newerVersion, .networkFileSystem, .alreadyASchool, .alreadyThere, .damaged,
      .full, .busy, .unknownPupil, .unknownEnrolment, .markChanged, .refused, .failed,
      .openToOthers, .symbolicLink, .saidAlready:
      description
    }
  }

  /// The fault as a title bar can hold it: `disk full`.
  var inFewWords: String {
    switch self {
    case .full: "disk full"
    case .noPermission: "no permission"
    case .readOnly: "the disk cannot be written"
    case .busy: "the register is busy"
    case .noSchool, .registerGone, .notAFolder: "the school's folder is gone"
    case .notARegister, .newerVersion, .networkFileSystem, .alreadyASchool, .alreadyThere, .damaged,
      .unknownPupil, .unknownEnrolment, .markChanged, .refused, .failed, .openToOthers,
      .symbolicLink, .saidAlready:
      description
    }
  }
}
