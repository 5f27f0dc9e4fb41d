import Attendance

/// Which pupil a row is about.
struct PupilMatching {
  /// The pupil a row is about, or why that cannot be said.
  enum Match {
    case known(AdmissionEntry)
    case new
    case refused(String)
  }

  /// The names and the birth by which a child without a UPN is known again.
  private struct Child: Hashable {
    let name: PupilName.Order
    let born: SchoolDate
  }

  private let byUPN: [UPN: AdmissionEntry]
  private let byID: [Pupil.ID: AdmissionEntry]
  /// Whose number a UPN was that nobody has now.
  private let once: (UPN) -> Pupil.ID?
  private let byChild: [Child: [AdmissionEntry]]
  /// The line on which each pupil already known stands.
  private var lines: [Pupil.ID: Int] = [:]
  private var linesOfUPNs: [UPN: Int] = [:]
  /// The new children of the file: the line, and whether it gives a UPN.
  private var newChildren: [Child: (line: Int, hasUPN: Bool)] = [:]

  init(_ context: ImportContext, once: @escaping (UPN) -> Pupil.ID?) {
    self.once = once
    byUPN = context.pupilsByUPN
    byID = Dictionary(context.pupils.map { ($0.pupil.id, $0) }, uniquingKeysWith: { one, _ in one })
    byChild = Dictionary(grouping: context.pupils) {
      Child(name: $0.pupil.name.order, born: $0.pupil.dateOfBirth)
    }
  }

  /// The pupil the row is about; a pupil may stand in one row only.
  mutating func match(_ row: PupilRow, warnings: inout FaultList) -> Match {
    if let upn = row.upn {
      if let first = linesOfUPNs[upn] { return .refused(Self.repeated("UPN \(upn)", first)) }
      linesOfUPNs[upn] = row.line
    }
    let name = PupilName(surname: row.surname, forename: row.forename)
    let child = Child(name: name.order, born: row.dateOfBirth)
    if let entry = row.upn.flatMap({ byUPN[$0] }) { return claim(entry, row) }
    if let upn = row.upn, let entry = once(upn).flatMap({ byID[$0] }) {
      warnings.add(
        line: row.line,
        "\(upn) is no longer this pupil's UPN, which is \(entry.pupil.upn) and stays; correct the file"
      )
      return claim(entry, row)
    }

    let alike = byChild[child, default: []]
    let waiting = row.upn == nil ? alike : alike.filter(\.pupil.upn.isTemporary)
    if waiting.count > 1 {
      let upns = waiting.map(\.pupil.upn.text).sorted().joined(separator: ", ")
      return .refused(
        "\(waiting.count) pupils have these names and this date of birth (\(upns)); "
          + "give the UPN that is meant")
    }
    // A temporary UPN gives way to the real one, and every mark stays with the child.
    if let entry = waiting.first { return claim(entry, row) }
    if let first = newChildren[child], row.upn == nil || !first.hasUPN {
      return .refused(Self.repeated("these names and this date of birth", first.line))
    }
    newChildren[child] = (row.line, row.upn != nil)
    if let other = alike.first {
      warnings.add(
        line: row.line,
        "\(other.pupil.upn) has the same names and date of birth; check that it is another child")
    }
    return .new
  }

  private mutating func claim(_ entry: AdmissionEntry, _ row: PupilRow) -> Match {
    if let first = lines[entry.pupil.id] {
      return .refused(Self.repeated("the pupil with UPN \(entry.pupil.upn)", first))
    }
    lines[entry.pupil.id] = row.line
    return .known(entry)
  }

  private static func repeated(_ what: String, _ first: Int) -> String {
    "a second row for \(what); the first is on line \(first), delete one"
  }
}
