import Attendance
import Policies
import Screens
import Storage

/// Makes the page for the parent meeting, and writes it for the printer.
struct ParentPages {
  let school: OpenSchool
  let desk: FlagDesk
  private let person: Actor

  init(_ school: OpenSchool, on date: SchoolDate? = nil, for person: Actor) throws {
    self.school = school
    desk = try FlagDesk(school, on: date ?? school.clock.now.date)
    self.person = person
  }

  /// The page of the pupil; refuses where the person may not see the figures.
  func page(of pupil: Pupil.ID, agreed: [String] = []) throws -> ParentPage {
    guard let known = desk.roll.pupils[pupil] else { throw StoreFault.unknownPupil }
    guard let member = desk.roll.member(pupil, on: desk.date) else {
      throw Refusal.notOnRoll(name: known.name.onRegister, on: desk.date)
    }
    let relations = try school.relations(of: person, to: member, among: desk.members)
    let permissions = person.permissions(under: school.policy)
    // Whoever writes letters with these figures may also say them; whoever sees the figures of groups
    // alone reads no page about a pupil.
    if !permissions.may(.sendLetters, relations: relations) {
      for right in [Right.viewFigures, .viewPupil] {
        if let denial = permissions.denial(of: right, relations: relations) {
          throw Refused("rollcall: \(denial)")
        }
      }
    }
    _ = try FlagReach(desk, for: person).counted(member)
    let figures = try LetterFigures(desk, of: member)
    let kept = try standingAgreements(with: pupil)
    let time = desk.rules.time
    let counted = figures.one.line.places(of: MarkLine.possible, in: desk.yearSoFar)
    let first = counted.first.map { time.sessions[$0].date }
    let targets = desk.policy.targets
    return ParentPage(
      of: known, form: member.particulars.group, school: desk.policy.school.name,
      now: ParentPage.Year(
        figures.forecast.tally, from: first ?? SchoolYear(of: desk.date).firstDay,
        through: desk.date),
      before: try LastYear(desk, of: pupil)?.upToDay, partTime: figures.partTime,
      unexplained: figures.unexplained, forecast: figures.forecast,
      lateness: ParentPage.Lateness(try figures.latenesses.map(\.minutes)),
      agreed: kept + agreed.filter { !kept.contains($0) },
      target: targets.attendance ?? targets.rewardsFrom)
  }

  /// What the agreements that run ask for, and the help they give, a sentence each.
  private func standingAgreements(with pupil: Pupil.ID) throws -> [String] {
    let book = try school.store.dayBook(.casework)
    return book.standing.filter { $0.pupil == pupil }.flatMap { line -> [String] in
      guard case .casework(.agreement(let agreement)) = line.matter,
        agreement.from <= desk.date, agreement.until.map({ $0 >= desk.date }) ?? true,
        // Once it is met, not met or breached it runs no longer.
        !book.answers(to: line).contains(where: \.endsAgreement)
      else { return [] }
      return agreement.targets + agreement.support
    }
  }

  /// Writes the page into the folder of lists, and notes that it was made, with its words.
  func write(_ page: ParentPage) throws -> String {
    let now = school.clock.now
    let fresh = try self.page(of: page.pupil.id, agreed: page.agreed)
    // It names a child: not for every account of the school's group.
    let name = try FileBytes.writeNew(
      Array((fresh.text + "\n").utf8), in: school.folder.lists,
      named: "parent-page-\(page.pupil.id.number)-\(now.date)-\(now.time.digits)",
      ending: Handout.Form.sheet.rawValue, mode: 0o600)
    let line = ProposedLine(
      pupil: page.pupil.id, date: now.date, matter: .paper(Paper(Self.paper)), words: fresh.text)
    do {
      _ = try school.store.submit(
        Act(kind: .logged, by: person.person, at: now, lines: [line]))
    } catch {
      FileBytes.remove(school.folder.lists + "/" + name)
      throw error
    }
    return "lists/\(name)"
  }

  /// The id under which the page is noted; no letter of a policy has it.
  static let paper = "parent-page"
}

extension DayLine {
  /// Whether it says how an agreement ended.
  fileprivate var endsAgreement: Bool {
    guard case .casework(.outcome(let outcome)) = matter else { return false }
    switch outcome.kind {
    case .met, .notMet, .breached, .withdrawn, .cancelled: return true
    case .held, .heldInAbsence, .signed, .issued, .declined, .paid, .unpaid, .prosecuted:
      return false
    }
  }
}
