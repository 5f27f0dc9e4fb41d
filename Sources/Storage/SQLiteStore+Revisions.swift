import Attendance
import GRDB

extension SQLiteStore {
  func revisions(of pupil: Pupil.ID) throws(StoreFault) -> [PupilRevision] {
    try reading { db in
      // By the index, one name at a time: the log of a large school has many thousand lines.
      let enrolments = try Int64.fetchAll(
        db, sql: "SELECT id FROM enrolment WHERE pupil = ? ORDER BY id", arguments: [pupil.number]
      ).map { Enrolment.ID($0) }
      return try RollChange.subjects(of: pupil, enrolments).flatMap { subject in
        try Row.fetchAll(
          db.cachedStatement(
            sql: "SELECT \(KeptChange.columns) FROM change WHERE what = ? ORDER BY id"),
          arguments: [subject]
        ).map { try KeptChange($0) }
      }.sorted { $0.id < $1.id }.compactMap { change in
        // What was taken away again leaves nothing that could be read.
        if change.after.isEmpty { return nil }
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
    if what.hasPrefix(RollChange.admission) {
      return .admission(
        before: old.map { AdmissionRecord($0) } ?? AdmissionRecord(), after: AdmissionRecord(new))
    }
    if what.hasPrefix(RollChange.enrolment) {
      guard let after = Enrolment(new, of: pupil) else { return nil }
      return .enrolment(before: old.flatMap { Enrolment($0, of: pupil) }, after: after)
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
      id: id, upn: upn, name: PupilName(name), dateOfBirth: born, sex: logged.text("sex"),
      lastSchool: logged.text("lastSchool"),
      earlierNames: logged.fields["earlierNames"]?.items.compactMap { earlier in
        guard let name = earlier.fields["name"], let last = SchoolDate(earlier.text("through"))
        else { return nil }
        return EarlierName(PupilName(name), through: last)
      } ?? [])
  }
}

extension PupilName {
  /// The name as the change log has it.
  fileprivate init(_ logged: LoggedValue) {
    self.init(
      surname: logged.text("surname"), forename: logged.text("forename"),
      preferred: logged.text("preferred"), sayAs: logged.text("sayAs"))
  }
}

extension Enrolment {
  /// The time on roll as the change log has it, or nil where it cannot be read.
  fileprivate init?(_ logged: LoggedValue, of pupil: Pupil.ID) {
    guard let number = logged.fields["id"].flatMap({ Int64($0.text("number")) }),
      let starts = SchoolDate(logged.text("starts"))
    else { return nil }
    self.init(
      id: ID(number), pupil: pupil,
      kind: Kind.allCases.first { "\($0)" == logged.text("kind") } ?? .main,
      isBoarder: logged.text("isBoarder") == "true", starts: starts,
      ends: SchoolDate(logged.text("ends")),
      deletion: logged.fields["deletion"].flatMap { Deletion($0) })
  }
}

extension Deletion {
  /// The ground as the change log has it, or nil where there is none.
  fileprivate init?(_ logged: LoggedValue) {
    // The log has the names of cases, not the words of the files.
    let name = logged.text("ground")
    guard let ground = DeletionGround.allCases.first(where: { "\($0)" == name }) else { return nil }
    var facts: [DeletionFact: String] = [:]
    for fact in DeletionFact.allCases {
      facts[fact] = logged.fields["facts"]?.fields["\(fact)"]?.text
    }
    self.init(ground, facts)
  }
}

extension AdmissionRecord {
  /// The record as the change log has it.
  fileprivate init(_ logged: LoggedValue) {
    self.init(
      lastSchoolAddress: logged.text("lastSchoolAddress"),
      secondAddress: logged.text("secondAddress"),
      newHomes: logged.fields["newHomes"]?.items.map { home in
        NewHome(
          parent: home.text("parent"), address: home.text("address"),
          from: SchoolDate(home.text("from")))
      } ?? [],
      otherSchools: logged.fields["otherSchools"]?.items.map { school in
        OtherSchool(
          school.text("name"),
          OtherSchool.Kind.allCases.first { "\($0)" == school.text("kind") } ?? .registered,
          from: SchoolDate(school.text("from")))
      } ?? [])
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
      safeTimes: logged.text("safeTimes"), address: logged.text("address"))
  }
}
