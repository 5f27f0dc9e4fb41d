import Attendance
import Exchange
import Policies
import Storage

extension OfficeDesk {
  /// Refuses whoever neither leads the list nor has the right.
  func requireWork(on list: AwayList, else right: Right, to deed: String? = nil) throws {
    if !list.leader.isEmpty, list.leader == school.actor.person.login { return }
    try school.require(right, to: deed)
  }

  /// The pupils named one by one, by whole forms and in a file, each once.
  func members(
    pupils: [String], groups: [String], file: String?, on session: Session
  ) throws -> [Roll.Member] {
    var members = try pupils.map { try member($0) }
    for group in groups {
      members += try school.members(of: group, at: session)
    }
    if let file { members += try self.members(inFile: file) }
    var seen: Set<Pupil.ID> = []
    return members.filter { seen.insert($0.pupil.id).inserted }
  }

  private func members(inFile path: String) throws -> [Roll.Member] {
    let rows: [[String]]
    do {
      let bytes = try OwnRights.with { try FileBytes.read(path, orPipe: true) }
      rows = try CSVReader.rows(of: IncomingFile(named: path, bytes: bytes))
    } catch let faults as FaultList {
      throw Refused(lines: faults.lines + ["nothing was changed"])
    }
    guard let column = rows.first?.firstIndex(of: "upn") else {
      throw Refused("rollcall: \(path) has no column 'upn'; name it in the first row")
    }
    return try rows.dropFirst().map { try member($0[column]) }
  }

  /// The pupil who is on the list, by UPN or name; refuses anybody else.
  func member(_ written: String, on listed: Listed) throws -> Pupil.ID {
    let member = try member(written)
    guard members(of: listed).contains(where: { $0.pupil.id == member.pupil.id }) else {
      throw Refused(
        "rollcall: \(member.pupil.name.onRegister) is not on \(listed.list.name); "
          + "'list \"\(listed.list.name)\"' names everybody")
    }
    return member.pupil.id
  }

  /// The lists of a date that the person may see: all, or those that they lead.
  func listsToSee(on date: SchoolDate) throws -> RowTable {
    let login = school.actor.person.login
    let lists = try lists(on: date)
    let led = lists.filter { !$0.list.leader.isEmpty && $0.list.leader == login }
    if school.permissions.denial(of: .viewRegister) == nil { return try table(of: lists) }
    if led.isEmpty { try school.require(.viewRegister, to: "see lists that others lead") }
    return try table(of: led)
  }

  /// Lists with how many are expected and confirmed.
  private func table(of lists: [Listed]) throws -> RowTable {
    var table = RowTable([
      "line", "list", "from", "from_session", "through", "through_session", "code", "nature",
      "place", "leader", "pupils", "confirmed", "by",
    ])
    for listed in lists {
      let (line, list) = (listed.line, listed.list)
      let expected = try expectedElsewhere(at: listed.session).filter { $0.line.id == line.id }
      table.append([
        .number(Int(line.id.number)), .text(list.name), .date(list.from.date),
        .code(list.from.half.rawValue), .date(list.through.date),
        .code(list.through.half.rawValue), .code(orEmpty: list.code.isEmpty ? nil : list.code),
        .text(orEmpty: list.nature.isEmpty ? nil : list.nature),
        .text(orEmpty: list.place.isEmpty ? nil : list.place),
        .code(orEmpty: list.leader.isEmpty ? nil : list.leader),
        .number(members(of: listed).count),
        list.isOffSite(school.policies.codes)
          ? .number(expected.count(where: \.isConfirmed)) : .empty, .text(line.by.name),
      ])
    }
    return table
  }

  /// The pupils on a list, with what is known of each.
  func table(of listed: Listed) throws -> RowTable {
    let expected = Dictionary(
      try expectedElsewhere(at: listed.session).map { ($0.member.pupil.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return RowTable(
      ["list", "date", "session", "upn", "surname", "forename", "form", "state", "says"],
      rows: members(of: listed).map { member in
        let known = expected[member.pupil.id]
        return [
          .text(listed.list.name), .date(listed.session.date),
          .code(listed.session.half.rawValue), .code(member.pupil.upn.text),
          .text(member.pupil.name.surname), .text(member.pupil.name.knownAs),
          .text(member.particulars.group), .code(known?.state ?? "on site"),
          .text(orEmpty: known?.word?.by),
        ]
      })
  }

  /// What the disk has confirmed, as a row.
  func receipt(_ receipt: Receipt?) -> RowTable {
    RowTable(
      ["submission", "line"],
      rows: receipt.map { receipt in
        [
          [
            .number(Int(receipt.submission.number)),
            .number(orEmpty: receipt.lines.first.map { Int($0.number) }),
          ]
        ]
      } ?? [])
  }
}
