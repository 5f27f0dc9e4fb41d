import Attendance

extension RegisterRow.Standing {
  /// What stands after these lines of one session, oldest first; nil where there are none.
  ///
  /// With an instant, only what was typed up to then is known. Nothing stands where the last mark
  /// was taken back.
  ///
  /// A sighting kept beside another with a different code contradicts it, until a later entry
  /// stands in its place.
  init?(_ lines: [HistoryLine], asAt: Instant? = nil) {
    let lines = asAt.map { moment in lines.filter { $0.submission.at <= moment } } ?? lines
    guard let standing = lines.last(where: { $0.entry.beside == nil }), !standing.entry.isBlank
    else { return nil }
    let contradiction = lines.last {
      $0.entry.beside == standing.entry.id && $0.entry.code != standing.entry.code
        && $0.entry.id > standing.entry.id && $0.basis == .seen && standing.basis == .seen
    }
    self.init(
      entry: standing.entry, by: standing.submission.typist, at: standing.submission.at,
      contradiction: contradiction?.entry)
  }
}
