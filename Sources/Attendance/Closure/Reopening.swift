/// The one act that takes a closure back: every mark it made gives way to what stood before.
public struct Reopening: Hashable, Sendable {
  /// The closure line taken back, with the marks that follow.
  public let act: Act
  /// How many sessions are blank again.
  public let blanked: Int
  /// How many marks are back that the closure had replaced.
  public let restored: Int
  /// How many marks were changed since the closure, and stand as they are.
  public let kept: Int

  /// The taking back of a closure, from the entries its act made.
  ///
  /// `standing` is the entry that stands now where each was made; `replaced` has the lines of those
  /// that were replaced.
  public init(
    of line: DayLine.ID, _ entries: [Entry], standing: [Entry.ID: Entry],
    replaced: [Entry.ID: HistoryLine], because why: String, by person: Person, now: Instant
  ) {
    var marks: [ProposedMark] = []
    var counts = (blanked: 0, restored: 0, kept: 0)
    let reason = "closure taken back: \(why)"
    for entry in entries where entry.beside == nil {
      guard standing[entry.id]?.id == entry.id else {
        counts.kept += 1
        continue
      }
      if let earlier = entry.replaces.flatMap({ replaced[$0] }), !earlier.entry.isBlank {
        counts.restored += 1
        marks.append(
          ProposedMark(
            pupil: entry.pupil, session: entry.session, code: earlier.entry.code,
            minutes: earlier.entry.minutes, note: earlier.entry.note, how: earlier.entry.how,
            basis: earlier.basis, seen: entry.id, reason: reason))
      } else {
        counts.blanked += 1
        marks.append(.blank(entry.pupil, at: entry.session, seen: entry.id, reason: reason))
      }
    }
    (blanked, restored, kept) = counts
    act = Act(
      kind: .amended, by: person, at: now, detail: "closure taken back", marks: marks,
      lines: [
        ProposedLine(
          pupil: nil, date: now.date, about: .kept(line), matter: .withdrawn, words: why)
      ])
  }
}
