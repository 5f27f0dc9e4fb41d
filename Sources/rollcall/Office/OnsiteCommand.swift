import ArgumentParser
import Attendance
import Policies
import Exchange
import Storage

/// Prints the fire list: everybody who may be in the building.
struct OnsiteCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "onsite",
    abstract: "Print the fire list: everybody due today but those known to be away.",
    discussion: """
      Nobody is left out for lack of a mark; each line says how it is known. --not-here takes a pupil
      off the list who was marked in and cannot be found; --seen puts them back.
      """)

  @Option(help: "This pupil was marked in and is not here.")
  var notHere: String?
  @Option(help: "This pupil was seen after all.")
  var seen: String?
  @Option(help: "Words beside it.")
  var words = ""
  @Option(help: "Only this group.")
  var group: String?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    if let pupil = notHere ?? seen {
      let act = try OfficeDesk(school).act(pupil, isSeen: seen != nil, words)
      return try OfficeAct(school: school, act: act).perform(as: format)
    }
    let session = school.currentSession
    let group = try group.map { try school.group(named: $0, at: session) }
    try school.require(.fireList, group: group, on: session.date)
    let list = try OfficeDesk(school).onSite(at: session, group: group)
    var table = RowTable(["group", "surname", "forename", "upn", "known"])
    for (place, line) in list.lines {
      table.append(Self.row(place, line.member, "\(line.knowledge)", isGuest: line.isGuest))
    }
    for (place, member, since) in list.missing {
      table.append(
        Self.row(place, member, "MARKED IN, NOT HERE since \(since)", isGuest: false))
    }
    try Output.print(table, as: format)
  }

  private static func row(
    _ group: String, _ member: Roll.Member, _ known: String, isGuest: Bool
  ) -> [RowTable.Cell] {
    [
      .text(group), .text(member.pupil.name.surname), .text(member.pupil.name.knownAs),
      .code(member.pupil.upn.text), .text(isGuest ? "guest, \(known)" : known),
    ]
  }
}

extension OfficeDesk {
  /// The act that reports a pupil marked in and not here, or seen after all (U11).
  ///
  /// The mark stands; only where the pupil is changes.
  func act(_ written: String, isSeen: Bool, _ words: String) throws -> Act {
    let member = try member(written)
    try school.require(.reportNotHere, group: member.particulars.group)
    return Act(
      kind: .logged, by: school.actor.person, at: now,
      lines: [
        ProposedLine(
          pupil: member.pupil.id, date: now.date,
          matter: isSeen ? .seen(now.time) : .notHere(now.time), words: words)
      ])
  }

  /// The fire list of the session, group by group.
  func onSite(at session: Session, group only: String? = nil) throws -> (
    lines: [(group: String, line: OnSite.Line)],
    missing: [(group: String, member: Roll.Member, since: TimeOfDay)]
  ) {
    let sheets = try school.store.sheets(of: SchoolYear(of: session.date), pupils: nil)
    let alphabet = try school.store.alphabet()
    let book = try school.store.dayBook(.on(session.date))
    let whereabouts = book.whereabouts(on: session.date)
    let planned = Dictionary(
      book.plans.filter { $0.covers(session) }.map { ($0.pupil, $0.code) },
      uniquingKeysWith: { $1 })
    let drafted = try drafts(of: session)
    func code(_ pupil: Pupil.ID, _ at: Session) -> String {
      sheets[pupil].map { alphabet.code(of: $0[at]) } ?? ""
    }
    let morning = Session(session.date, .am)
    var lines: [(String, OnSite.Line)] = []
    var missing: [(String, Roll.Member, TimeOfDay)] = []
    for (group, members) in roll.groups(at: session).sorted(by: { $0.key < $1.key })
    where only == nil || only == group {
      let due = members.filter {
        calendar.meets(
          at: session, campus: $0.particulars.campus, yearGroup: $0.particulars.yearGroup)
      }
      let list = OnSite(due, on: session.date, codes: school.policies.codes) { pupil in
        let marked = code(pupil, session)
        return OnSite.Facts(
          code: marked.isEmpty ? drafted[pupil] ?? "" : marked,
          morning: session.half == .pm ? code(pupil, morning) : "",
          planned: planned[pupil] ?? "", whereabouts: whereabouts[pupil])
      }
      lines += list.lines.map { (group, $0) }
      missing += list.missing.map { (group, $0.member, $0.since) }
    }
    return (lines, missing)
  }

  /// The marks of everybody's drafts of the session: what was seen counts before it is sent.
  private func drafts(of session: Session) throws -> [Pupil.ID: String] {
    var codes: [Pupil.ID: String] = [:]
    for file in DraftFile.all(in: school.folder) where file.key.session == session {
      for (pupil, mark) in Draft(try file.changes()).marks where !mark.code.isEmpty {
        codes[pupil] = mark.code
      }
    }
    return codes
  }
}
