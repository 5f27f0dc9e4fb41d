import Attendance

/// What a mark says of others than its pupil: that a session did not take place for all of them.
struct ClosureClaim: Hashable {
  /// How many more the code speaks of.
  enum Extent: Hashable {
    /// Everybody of the site: Y4.
    case site
    /// Everybody of the year group, at the least: #.
    case yearGroup(YearGroup)
  }

  let session: Session
  let campus: String
  let extent: Extent

  /// The claim that a code makes at the session of a pupil of whom this is true, or nil.
  init?(_ code: String, at session: Session, _ particulars: Particulars?) {
    guard let particulars else { return nil }
    switch code {
    case "Y4": extent = .site
    case "#": extent = .yearGroup(particulars.yearGroup)
    default: return nil
    }
    self.session = session
    campus = particulars.campus
  }
}
