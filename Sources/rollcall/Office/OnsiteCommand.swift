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
      Nobody is left out for lack of a mark; each line says how it is known. --not-here takes a \
      pupil off the list who was marked in and cannot be found; --seen puts them back. With --step \
      a step of the policy's checklist is noted as done, by its number or in words.
      """)

  @Option(help: "This pupil was marked in and is not here.")
  var notHere: String?
  @Option(help: "This pupil was seen after all.")
  var seen: String?
  @Option(help: "With --not-here: this step of the search is done.")
  var step: String?
  @Option(help: "Words beside it.")
  var words = ""
  @Option(help: "Only this group.")
  var group: String?
  @Flag(name: .customLong("print"), help: "As a sheet to print, form by form, with boxes to tick.")
  var isPrinted = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if step != nil, notHere == nil { throw ValidationError("--step goes with --not-here") }
    if step == "" { throw ValidationError("say what was done") }
  }

  func perform() throws {
    let school = try options.open()
    if let pupil = notHere, let step {
      let act = try OfficeDesk(school).act(searching: pupil, doing: step, words)
      return try OfficeAct(school: school, act: act).perform(as: format)
    }
    if let pupil = notHere ?? seen {
      let act = try OfficeDesk(school).act(pupil, isSeen: seen != nil, words)
      return try OfficeAct(school: school, act: act).perform(as: format)
    }
    let session = school.currentSession
    let group = try group.map { try school.group(named: $0, at: session) }
    try school.require(.fireList, group: group, on: session.date)
    let desk = try OfficeDesk(school)
    let list = try desk.onSite(at: session, group: group)
    if isPrinted { return try Output.print(desk.sheet(of: list).text) }
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
    if isSeen {
      try requireSought(member)
    } else {
      try requireIn(member)
    }
    return Act(
      kind: .logged, by: school.actor.person, at: now,
      lines: [
        ProposedLine(
          pupil: member.pupil.id, date: now.date,
          matter: isSeen ? .seen(now.time) : .notHere(now.time), words: words)
      ])
  }

  /// The act that notes a step of a search as done; it begins the search where none has begun.
  func act(searching written: String, doing step: String, _ words: String) throws -> Act {
    let member = try member(written)
    try school.require(.reportNotHere, group: member.particulars.group)
    if let search = try searches().first(where: { $0.member.pupil.id == member.pupil.id }) {
      return try search.act(doing: step, by: school.actor.person, now: now)
    }
    var act = try act(written, isSeen: false, words)
    let what = try Search.step(step, of: missingChecklist?.steps ?? [])
    act.lines.append(
      ProposedLine(
        pupil: member.pupil.id, date: now.date, about: .ofThisAct(0), matter: .step,
        words: what))
    return act
  }

  /// The fire list of the session, group by group.
  func onSite(at session: Session, group only: String? = nil) throws -> (
    lines: [(group: String, line: OnSite.Line)],
    missing: [(group: String, member: Roll.Member, since: TimeOfDay)]
  ) {
    let facts = try facts(at: session)
    var lines: [(String, OnSite.Line)] = []
    lines.reserveCapacity(roll.members(on: session.date).count)
    var missing: [(String, Roll.Member, TimeOfDay)] = []
    for (group, due) in due(at: session) where only == nil || only == group {
      let list = OnSite(due, on: session.date, codes: school.policies.codes, facts: facts)
      for line in list.lines { lines.append((group, line)) }
      missing += list.missing.map { (group, $0.member, $0.since) }
    }
    return (lines, missing)
  }

  /// The list as it is printed.
  func sheet(
    of list: (
      lines: [(group: String, line: OnSite.Line)],
      missing: [(group: String, member: Roll.Member, since: TimeOfDay)]
    )
  ) -> FireListSheet {
    let alike = LookAlike.among(list.lines.map(\.line.member.pupil))
    let entries = zip(list.lines, alike).map { place, alike in
      FireListSheet.Entry(
        group: place.group,
        name: place.line.member.pupil.name.onRegister + (alike.map { " (\($0))" } ?? ""),
        known: (place.line.isGuest ? "guest, " : "") + "\(place.line.knowledge)")
    }
    return FireListSheet(
      school: school.identity.name, at: now, entries,
      missing: list.missing.map {
        FireListSheet.Entry(
          group: $0.group, name: $0.member.pupil.name.onRegister, known: "since \($0.since)")
      })
  }

  /// Writes the fire list of now into the school's folder, so that a power cut still leaves one.
  func keepFireList() throws {
    let list = sheet(of: try onSite(at: school.currentSession))
    try FileBytes.write(Array(list.text.utf8), to: school.folder.lists + "/fire-list.txt")
  }
}
