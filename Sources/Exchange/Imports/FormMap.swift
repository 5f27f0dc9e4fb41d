public import Attendance

/// The forms of a new year as a school gives them: what each becomes, who takes it and where.
public struct FormMap: Sendable {
  enum Column: String, ImportColumn {
    case from
    case to
    case taker
    case room

    var isRequired: Bool { self == .from || self == .to }
  }

  /// The new form for each old one.
  public private(set) var forms: [String: String] = [:]
  /// The new forms whose taker or room is given.
  public private(set) var groups: [String: RegistrationGroup] = [:]

  /// A map that says nothing.
  public init() {}

  /// The map in a file, or every fault that keeps it out.
  public init(_ file: IncomingFile) throws(FaultList) {
    var forms: [String: String] = [:]
    var groups: [String: RegistrationGroup] = [:]
    var faults = FaultList(file: file.name)
    ImportRow<Column>.read(file, faults: &faults) { row in
      let (old, new) = (row.needed(.from), row.needed(.to))
      guard row.isSound else { return }
      if forms[old] != nil {
        row.fault("a second row for the form \(old); delete one")
        return
      }
      forms[old] = new
      let taker = row.has(.taker) ? row.text(.taker) : ""
      let room = row.has(.room) ? row.text(.room) : ""
      if !taker.isEmpty || !room.isEmpty {
        groups[new] = RegistrationGroup(name: new, taker: taker, room: room)
      }
    }
    if !faults.isEmpty { throw faults }
    self.forms = forms
    self.groups = groups
  }
}
