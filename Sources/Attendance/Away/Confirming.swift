/// What a leader, a provider or another school says of those expected with them, as one act.
public struct Confirming: Hashable, Sendable {
  /// The words about each pupil, with the marks that follow.
  public let act: Act
  /// Those who are not there and return from their list to their forms as blank.
  public let back: [Pupil.ID]

  /// The act that says who is there.
  ///
  /// For a list it takes the list's own register: whoever is there has the code of the list with its
  /// nature, and whoever is not is blank again in their form. Who is missed by a provider has N and
  /// is followed up; D stays, since the other school answers for it (U30).
  public init(
    _ expected: [ExpectedElsewhere], notThere: Set<Pupil.ID>, at session: Session, says who: String,
    standing: [Pupil.ID: Entry], taken: Set<String>, by person: Person, now: Instant
  ) {
    var lines: [ProposedLine] = []
    var marks: [ProposedMark] = []
    var back: [Pupil.ID] = []
    for pupil in expected {
      let id = pupil.member.pupil.id
      let isThere = !notThere.contains(id)
      lines.append(
        ProposedLine(
          pupil: id, date: session.date, about: .kept(pupil.line.id),
          matter: .elsewhere(Elsewhere(at: session, isThere: isThere, by: who))))
      let entry = standing[id]
      if let list = pupil.list {
        if isThere, entry == nil {
          marks.append(
            ProposedMark(
              pupil: id, session: session, code: list.code,
              note: list.nature.isEmpty ? nil : list.nature, how: .planned, basis: .plan))
        } else if !isThere {
          back.append(id)
          if let entry, entry.code == list.code {
            marks.append(
              .blank(id, at: session, seen: entry.id, reason: "not there, says \(who)"))
          }
        }
      } else if !isThere, pupil.code != "D", entry == nil || entry?.code == pupil.code {
        marks.append(
          ProposedMark(
            pupil: id, session: session, code: "N", basis: .unexplained, seen: entry?.id,
            reason: "not there, says \(who)"))
      }
    }
    self.back = back
    let list = expected.first?.list.map { RegisterKey($0.name, at: session) }
    let takes = list.map { !taken.contains($0.group) && back.count < expected.count } ?? false
    act = Act(
      kind: takes ? .taken : marks.isEmpty ? .logged : .amended, by: person, at: now,
      observer: who == person.name ? nil : Observation(by: who, at: now),
      register: takes ? list : nil, marks: marks, lines: lines)
  }

  /// The act that takes pupils off a list before anybody has confirmed it.
  public init(
    takingOff expected: [ExpectedElsewhere], at session: Session, says who: String,
    standing: [Pupil.ID: Entry], by person: Person, now: Instant
  ) {
    self.init(
      expected, notThere: Set(expected.map(\.member.pupil.id)), at: session, says: who,
      standing: standing, taken: [], by: person, now: now)
  }
}
