/// A change to what the school keeps of a pupil: who made it, when, and what was there before.
public struct PupilRevision: Hashable, Sendable {
  /// What was changed, as it was and as it is.
  public enum Record: Hashable, Sendable {
    /// Names, number, date of birth; nothing before where the pupil was not known.
    case pupil(before: Pupil?, after: Pupil)
    /// What is true of the pupil from a date on; nothing before where nothing was known.
    case particulars(before: Particulars?, after: Particulars)
    /// The contacts.
    case contacts(before: [Contact], after: [Contact])
    /// A time on roll, with the ground of its end; nothing before where it is new.
    case enrolment(before: Enrolment?, after: Enrolment)
    /// What else the admission register holds.
    case admission(before: AdmissionRecord, after: AdmissionRecord)
  }

  /// When it was made, by the program's clock.
  public let at: Instant
  /// Who made it, with name and position as they were then.
  public let by: Person
  /// What was changed.
  public let record: Record

  /// A change made then by that person.
  public init(at: Instant, by person: Person, _ record: Record) {
    self.at = at
    by = person
    self.record = record
  }

  /// What is left of it for somebody who sees these contacts alone, or nil where nothing is.
  ///
  /// The address and the other characteristics are known to those who may see contacts only.
  public func seen(
    withContacts maySee: Bool, but hidden: (Contact) -> Bool
  ) -> PupilRevision? {
    var seen = record
    switch record {
    case .pupil: break
    case .particulars(var before, var after):
      if !maySee {
        before?.characteristics = [:]
        after.characteristics = [:]
      }
      seen = .particulars(before: before, after: after)
    case .contacts(let before, let after):
      guard maySee else { return nil }
      seen = .contacts(before: before.filter { !hidden($0) }, after: after.filter { !hidden($0) })
    case .enrolment: break
    case .admission: if !maySee { return nil }
    }
    let revision = PupilRevision(at: at, by: by, seen)
    return revision.inWords.isEmpty ? nil : revision
  }
}
