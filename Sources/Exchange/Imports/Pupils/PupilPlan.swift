public import Attendance

/// What a file of pupils changes, whole or not at all.
public struct PupilPlan: Sendable {
  /// The file it came from.
  public let file: String
  /// The pupils that are new, with the numbers they shall have.
  public let admissions: [AdmissionEntry]
  /// What changes of pupils already known.
  public let changes: [PupilChange]
  /// How many rows say what is already known.
  public let same: Int
  /// What was accepted, but should be looked at.
  public let warnings: FaultList

  /// Whether there is nothing to change.
  public var isEmpty: Bool { admissions.isEmpty && changes.isEmpty }

  /// What the import does, in words.
  public var summary: String {
    Summary.line(
      total: admissions.count + changes.count + same, one: "pupil", many: "pupils",
      new: admissions.count, changed: changes.count, same: same)
  }
}

/// What changes of one pupil; what stays as it is, is nil.
///
/// Marks are never touched: a change of dates changes which sessions are possible, and no more.
public struct PupilChange: Hashable, Sendable {
  /// What the admission register said before.
  public let before: AdmissionEntry
  /// The pupil's own details, where they change.
  public let pupil: Pupil?
  /// The time on roll that changes, or the one that is added.
  public let enrolment: Enrolment?
  /// The times on roll that change with it: another kind from a day on ends the one before.
  public let otherEnrolments: [Enrolment]
  /// What is true of the pupil from its date on, where that changes.
  public let particulars: Particulars?

  /// Whether nothing changes.
  var isEmpty: Bool { pupil == nil && enrolment == nil && particulars == nil }

  /// What the admission register says after it.
  public var after: AdmissionEntry {
    var entry = before
    if let pupil { entry.pupil = pupil }
    let times = otherEnrolments + [enrolment].compactMap(\.self)
    let changed = Set(times.map(\.id))
    entry.enrolments = entry.enrolments.filter { !changed.contains($0.id) } + times
    if let particulars {
      entry.particulars =
        entry.particulars.filter { $0.from != particulars.from } + [particulars]
    }
    return AdmissionEntry(
      pupil: entry.pupil, enrolments: entry.enrolments, particulars: entry.particulars)
  }
}

/// The numbers that new pupils get.
public struct PupilNumbering: Sendable {
  /// The next free number of a pupil.
  public var pupil: Pupil.ID
  /// The next free number of an enrolment.
  public var enrolment: Enrolment.ID
  /// The number of the local authority, for temporary UPNs.
  public var authority: Int
  /// The number of the school in it, for temporary UPNs.
  public var establishment: Int

  /// Numbers from these on, for that school.
  public init(
    pupil: Pupil.ID, enrolment: Enrolment.ID, authority: Int = 0, establishment: Int = 0
  ) {
    self.pupil = pupil
    self.enrolment = enrolment
    self.authority = authority
    self.establishment = establishment
  }

  mutating func takePupil() -> Pupil.ID {
    defer { pupil = Pupil.ID(pupil.number + 1) }
    return pupil
  }

  mutating func takeEnrolment() -> Enrolment.ID {
    defer { enrolment = Enrolment.ID(enrolment.number + 1) }
    return enrolment
  }
}
