extension Unexplained {
  /// The one act that gives each of these N past its day the code that the policy proposes.
  ///
  /// A person confirms it, and it rests on nothing that anybody said: whatever reason another desk
  /// has written down meanwhile goes on standing, and one that comes later can still replace it.
  public static func settling(
    _ lapsed: [Unexplained], as code: String, within days: Int, by person: Person, now: Instant
  ) -> Act {
    Act(
      kind: .amended, by: person, at: now, detail: "\(lapsed.count) N past their day",
      marks: lapsed.map { absent in
        ProposedMark(
          pupil: absent.member.pupil.id, session: absent.session, code: code,
          note: absent.standing.entry.note, basis: .unexplained, seen: absent.standing.entry.id,
          reason: "no reason given within \(days) school days")
      })
  }
}
