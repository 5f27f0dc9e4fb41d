import Attendance
import Policies
import Storage

extension OfficeDesk {
  /// The groups of the session, or these of them, with those due in each, in the order of their
  /// years: 7A before 10A.
  func due(
    at session: Session, in wanted: Set<String>? = nil
  ) -> [(name: String, members: [Roll.Member])] {
    roll.groups(at: session).filter { wanted?.contains($0.key) ?? true }.map { group, members in
      (group, members, members.map(\.particulars.yearGroup).min())
    }.sorted { one, other in
      guard let mine = one.2, let theirs = other.2, mine != theirs else { return one.0 < other.0 }
      return mine < theirs
    }.map { group, members, _ in
      (
        group,
        members.filter {
          calendar.meets(
            at: session, campus: $0.particulars.campus, yearGroup: $0.particulars.yearGroup)
        }
      )
    }
  }

  /// What is on record of each pupil at the session: marks, drafts, plans and the day book.
  func facts(at session: Session) throws -> (Pupil.ID) -> OnSite.Facts {
    let sheets = try school.store.sheets(of: SchoolYear(of: session.date), pupils: nil)
    let alphabet = try school.store.alphabet()
    let book = try school.store.dayBook(.on(session.date))
    let whereabouts = book.whereabouts(on: session.date)
    let planned = Dictionary(
      book.plans(at: session).map { ($0.pupil, $0.code) }, uniquingKeysWith: { $1 })
    let hours = book.due(at: session)
    let drafted = try drafts(of: session)
    let morning = Session(session.date, .am)
    // Whoever was there this morning is there still for as long as the list lasts.
    let earlier = session.half == .pm ? book.elsewhere(at: morning) : [:]
    let said = book.elsewhere(at: session)
    let away = listed(book, at: session)
    let isClosed = !book.closures(at: session).isEmpty
    func code(_ pupil: Pupil.ID, _ at: Session) -> String {
      sheets[pupil].map { alphabet.code(of: $0[at]) } ?? ""
    }
    return { pupil in
      let marked = code(pupil, session)
      return OnSite.Facts(
        code: marked.isEmpty ? drafted[pupil] ?? "" : marked,
        morning: session.half == .pm ? code(pupil, morning) : "",
        planned: planned[pupil] ?? away[pupil]?.code ?? "",
        due: hours[pupil].flatMap { $0.start(by: now) },
        isClosed: isClosed && ClosedRegisters.codes.contains(marked),
        isElsewhere: (said[pupil] ?? (away[pupil] == nil ? nil : earlier[pupil]))?.isThere ?? false,
        whereabouts: whereabouts[pupil])
    }
  }

  /// The list away from the form that each pupil on one is on at the session.
  private func listed(_ book: DayBook, at session: Session) -> [Pupil.ID: AwayList] {
    let lists = book.lists(at: session).map(\.list)
    guard !lists.isEmpty else { return [:] }
    let groups = roll.groups(at: session)
    return Dictionary(
      lists.flatMap { list in (groups[list.name] ?? []).map { ($0.pupil.id, list) } },
      uniquingKeysWith: { $1 })
  }

  /// Everybody due at the session, or in one of its groups, each with where they are.
  func dueList(at session: Session, group only: String? = nil) throws -> DueList {
    DueList(
      due(at: session).filter { only == nil || only == $0.name }, at: session,
      codes: school.policies.codes, facts: try facts(at: session))
  }

  /// The marks of everybody's drafts of the session: what was seen counts before it is sent.
  private func drafts(of session: Session) throws -> [Pupil.ID: String] {
    var codes: [Pupil.ID: String] = [:]
    for file in school.drafts.files(on: session.date) where file.key.session == session {
      for (pupil, mark) in try school.drafts.draft(in: file).marks where !mark.code.isEmpty {
        codes[pupil] = mark.code
      }
    }
    return codes
  }
}
