import Attendance
import GRDB

extension SQLiteStore {
  func revisions(of pupil: Pupil.ID) throws(StoreFault) -> [PupilRevision] {
    try reading { db in
      // By the index, one name at a time: the log of a large school has many thousand lines.
      try RollChange.subjects(of: pupil).flatMap { subject in
        try Row.fetchAll(
          db.cachedStatement(
            sql: "SELECT \(KeptChange.columns) FROM change WHERE what = ? ORDER BY id"),
          arguments: [subject]
        ).map { try KeptChange($0) }
      }.sorted { $0.id < $1.id }.map { change in
        guard let record = change.record(of: pupil) else {
          throw StoreFault.damaged("\(change.place) cannot be read")
        }
        return PupilRevision(at: Instant(seconds: change.at), by: change.by, record)
      }
    }
  }
}

extension KeptChange {
  /// What it changed of the pupil's records; nil where it cannot be read.
  fileprivate func record(of pupil: Pupil.ID) -> PupilRevision.Record? {
    guard let new = LoggedValue(after) else { return nil }
    let old = before.isEmpty ? nil : LoggedValue(before)
    if old == nil, !before.isEmpty { return nil }
    if what.hasPrefix(RollChange.contacts) {
      return .contacts(
        before: old?.items.map { Contact($0, of: pupil) } ?? [],
        after: new.items.map { Contact($0, of: pupil) })
    }
    if what.hasPrefix(RollChange.particulars) {
      guard let after = Particulars(new) else { return nil }
      return .particulars(before: old.flatMap(Particulars.init), after: after)
    }
    guard let after = Pupil(new, id: pupil) else { return nil }
    return .pupil(before: old.flatMap { Pupil($0, id: pupil) }, after: after)
  }
}

extension Pupil {
  /// The pupil as the change log has it, or nil where it cannot be read.
  fileprivate init?(_ logged: LoggedValue, id: Pupil.ID) {
    guard let upn = try? UPN(logged.text("upn")), let born = SchoolDate(logged.text("dateOfBirth")),
      let name = logged.fields["name"]
    else { return nil }
    self.init(
      id: id, upn: upn,
      name: PupilName(
        surname: name.text("surname"), forename: name.text("forename"),
        preferred: name.text("preferred"), sayAs: name.text("sayAs")), dateOfBirth: born,
      sex: logged.text("sex"), lastSchool: logged.text("lastSchool"))
  }
}

extension Particulars {
  /// The particulars as the change log has them, or nil where they cannot be read.
  fileprivate init?(_ logged: LoggedValue) {
    guard let from = SchoolDate(logged.text("from")),
      let yearGroup = YearGroup(logged.text("yearGroup"))
    else { return nil }
    var known: [Characteristic: String] = [:]
    for (name, value) in logged.fields["characteristics"]?.fields ?? [:] {
      // The log has the name of the case, not the word of the files.
      if let key = Characteristic.allCases.first(where: { "\($0)" == name }) {
        known[key] = value.text
      }
    }
    self.init(
      from: from, yearGroup: yearGroup, group: logged.text("group"), campus: logged.text("campus"),
      characteristics: known)
  }
}

extension Contact {
  /// The contact as the change log has it.
  fileprivate init(_ logged: LoggedValue, of pupil: Pupil.ID) {
    self.init(
      pupil: pupil, priority: Int(logged.text("priority")) ?? 0, name: logged.text("name"),
      relationship: logged.text("relationship"), phone: logged.text("phone"),
      email: logged.text("email"),
      parentalResponsibility: Bool(logged.text("parentalResponsibility")),
      livesWith: Bool(logged.text("livesWith")),
      mayContact: Permission(rawValue: logged.text("mayContact")) ?? .no,
      courtOrder: logged.text("courtOrder"), language: logged.text("language"),
      safeTimes: logged.text("safeTimes"))
  }
}
