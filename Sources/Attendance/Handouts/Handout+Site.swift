extension Handout {
  /// One pupil of a dismissal list, with those who may collect them and their siblings here.
  public struct Dismissed: Hashable, Sendable {
    /// Who, and where they are.
    public let line: DueList.Line
    /// Those who may be told, first to be called first.
    public let contacts: [Contact]
    /// Siblings in school, by name and group.
    public let siblings: [String]

    /// A pupil with these contacts and siblings.
    public init(_ line: DueList.Line, contacts: [Contact], siblings: [String]) {
      self.line = line
      self.contacts = contacts
      self.siblings = siblings
    }
  }

  /// The dismissal list for an early closure: who may collect whom, with consent and transport (U35).
  public static func dismissal(
    _ pupils: [Dismissed], at session: Session, moment: Instant
  ) -> Handout {
    let alone = pupils.count { $0.contacts.isEmpty }
    return Handout(
      .dismissal, on: session.date, at: moment,
      summary: "\(pupils.count) to go"
        + (alone == 0 ? "" : ", \(alone) with nobody who may be told"),
      columns: [
        Column("group", .heading), Column("name"), Column("contacts", .under),
        Column("siblings", .under), Column("boxes", .under),
        Column("upn", .fileOnly, isCode: true),
      ],
      rows: pupils.map { pupil in
        let contacts = pupil.contacts.map { contact in
          [
            "\(contact.priority) \(contact.name)", contact.relationship, contact.phone,
            contact.language,
          ].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        return Row(
          pupil.line.member.pupil.id,
          [
            pupil.line.group, pupil.line.member.pupil.name.onRegister,
            contacts.isEmpty
              ? "nobody may be told; ask the lead" : contacts.joined(separator: "\n"),
            pupil.siblings.isEmpty ? "" : "with " + pupil.siblings.joined(separator: ", "),
            "Collected by ______________  [ ] consent  Transport __________",
            pupil.line.member.pupil.upn.text,
          ])
      }, hasBoxes: true)
  }

  /// The sixth form with the number of each, and who is out.
  public static func sixthForm(_ due: DueList, at moment: Instant) -> Handout {
    let lines = due.lines.filter { $0.member.particulars.yearGroup.isSixthForm }
    let out = lines.count { if case .out = $0.state { true } else { false } }
    return Handout(
      .sixthForm, on: due.session.date, at: moment,
      summary: lines.isEmpty ? "this school has no sixth form" : "\(lines.count), \(out) out",
      columns: [
        Column("group", .heading), Column("number", isCode: true), Column("name"),
        Column("state"), Column("upn", .fileOnly, isCode: true),
      ],
      rows: lines.map { line in
        Row(
          line.member.pupil.id,
          [
            line.group, String(line.member.pupil.id.number), line.member.pupil.name.onRegister,
            "\(line.state)", line.member.pupil.upn.text,
          ])
      })
  }

  /// The pupils with fewer contacts than the policy asks for (O6).
  public static func fewContacts(
    _ counts: [(member: Roll.Member, count: Int)], atLeast wanted: Int, at moment: Instant
  ) -> Handout {
    let few = counts.filter { $0.count < wanted }
    return Handout(
      .contacts, on: moment.date, at: moment,
      summary: "\(few.count) with fewer than \(wanted)",
      columns: [
        Column("group", .heading), Column("name"), Column("contacts", isCode: true),
        Column("upn", .fileOnly, isCode: true),
      ],
      rows: few.sorted { one, other in
        let (mine, theirs) = (one.member.particulars, other.member.particulars)
        if mine.yearGroup != theirs.yearGroup { return mine.yearGroup < theirs.yearGroup }
        if mine.group != theirs.group { return mine.group < theirs.group }
        return Pupil.inRegisterOrder(one.member.pupil, other.member.pupil)
      }.map { pupil in
        Row(
          pupil.member.pupil.id,
          [
            pupil.member.particulars.group, pupil.member.pupil.name.onRegister,
            String(pupil.count), pupil.member.pupil.upn.text,
          ])
      })
  }
}
