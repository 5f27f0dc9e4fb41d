import Attendance
import Policies
import Storage

/// What is to be changed of a pupil; what stays as it is, is nil.
struct PupilEdit {
  var surname: String?
  var forename: String?
  var preferred: String?
  var sayAs: String?
  var upn: UPN?
  var born: SchoolDate?
  var sex: String?
  var lastSchool: String?
  var starts: SchoolDate?
  var kind: Enrolment.Kind?
  var isBoarder: Bool?
  var yearGroup: YearGroup?
  var campus: String?
  var characteristics: [Characteristic: String] = [:]
  var lastSchoolAddress: String?
  var secondAddress: String?
  /// A home the pupil is to move to; one with an empty address takes all away.
  var newHome: NewHome?
  /// Another school of the pupil; one without a name takes all away.
  var otherSchool: OtherSchool?
}

extension AdmissionDesk {
  /// Makes the changes: what is dated holds from the date on, what is not is a correction.
  func change(_ pupil: Pupil, _ edit: PupilEdit, from date: SchoolDate?) throws -> [PupilRevision] {
    try require(.editPupils, group: group(of: pupil.id))
    var changes: [RollChange] = []
    let changed = try self.changed(pupil, edit, from: date)
    if changed != pupil { changes.append(.pupil(changed)) }
    if let enrolment = try enrolment(of: pupil, edit) { changes.append(.enrolment(enrolment)) }
    if let particulars = particulars(of: pupil.id, edit, from: date) {
      changes.append(.particulars(pupil.id, particulars))
    }
    let record = try school.store.admission(of: pupil.id)
    let edited = edit.applied(to: record)
    if edited != record { changes.append(.admission(pupil.id, edited)) }
    return try keep(changes, of: pupil.id)
  }

  private func changed(
    _ pupil: Pupil, _ edit: PupilEdit, from date: SchoolDate?
  ) throws -> Pupil {
    var changed = pupil
    var name = pupil.name
    if let surname = edit.surname { name.surname = surname }
    if let forename = edit.forename { name.forename = forename }
    if let preferred = edit.preferred { name.preferred = preferred }
    if let sayAs = edit.sayAs { name.sayAs = sayAs }
    if name.surname.isEmpty || name.forename.isEmpty { throw AdmissionRefusal.noName }
    if let date {
      if name != pupil.name, date > today { throw AdmissionRefusal.nameAhead(date) }
      changed.take(name, from: date)
    } else {
      changed.name = name
    }
    if let upn = edit.upn {
      if let other = roll.pupils.values.first(where: { $0.upn == upn && $0.id != pupil.id }) {
        throw AdmissionRefusal.takenUPN(upn, by: other.name.onRegister)
      }
      changed.upn = upn
    }
    if let born = edit.born {
      let starts = roll.enrolments[pupil.id]?.first?.starts ?? today
      if born >= starts { throw AdmissionRefusal.bornAfterStart(born, starts) }
      changed.dateOfBirth = born
    }
    if let sex = edit.sex { changed.sex = sex }
    if let school = edit.lastSchool { changed.lastSchool = school }
    return changed
  }

  /// The time on roll as it is to be; refuses a starting day that would hide marks.
  private func enrolment(of pupil: Pupil, _ edit: PupilEdit) throws -> Enrolment? {
    let known = try enrolment(of: pupil.id)
    var enrolment = known
    if let kind = edit.kind { enrolment.kind = kind }
    if let isBoarder = edit.isBoarder { enrolment.isBoarder = isBoarder }
    if let starts = edit.starts {
      if pupil.dateOfBirth >= starts {
        throw AdmissionRefusal.bornAfterStart(pupil.dateOfBirth, starts)
      }
      let hidden = try marks(of: pupil.id, from: known.starts).filter { $0.date < starts }
      if !hidden.isEmpty {
        throw Refused(
          "rollcall: starting on \(starts) would hide \(hidden.count) marks, from \(hidden[0]); take "
            + "those marks back first")
      }
      if let ends = known.ends, ends < starts { throw AdmissionRefusal.leavesBeforeStart(starts) }
      enrolment.starts = starts
    }
    return enrolment == known ? nil : enrolment
  }

  private func particulars(
    of pupil: Pupil.ID, _ edit: PupilEdit, from date: SchoolDate?
  ) -> Particulars? {
    let wanted = max(date ?? today, roll.particulars[pupil]?.first?.from ?? today)
    guard let known = roll.particulars(of: pupil, on: wanted) else { return nil }
    var particulars = known
    particulars.from = wanted
    if let year = edit.yearGroup { particulars.yearGroup = year }
    if let campus = edit.campus { particulars.campus = campus }
    for (characteristic, text) in edit.characteristics {
      particulars.characteristics[characteristic] = text.isEmpty ? nil : text
    }
    return particulars.saysTheSame(as: known) ? nil : particulars
  }

  /// Moves a pupil to another form from the date on; the marks made in the old one stay.
  func move(
    _ pupil: Pupil, to written: String, from date: SchoolDate, yearGroup: YearGroup? = nil
  ) throws -> [PupilRevision] {
    let form = try form(written, on: date)
    for group in [group(of: pupil.id), form] {
      try require(.editGroups, group: group, to: "move a pupil to another form")
    }
    guard let known = roll.particulars(of: pupil.id, on: date) else {
      throw StoreFault.unknownPupil
    }
    if known.group == form { throw AdmissionRefusal.sameGroup(form, date) }
    let ways = roll.ways(of: form, on: date)
    let first = roll.particulars[pupil.id]?.first?.from ?? date
    // What was changed later (an address) goes along, as long as it is the same form.
    let later = (roll.particulars[pupil.id] ?? []).filter {
      $0.from > date && $0.group == known.group && $0.yearGroup == known.yearGroup
    }
    let changes = ([known] + later).map { one in
      var moved = one
      moved.from = max(one == known ? date : one.from, first)
      moved.group = form
      moved.yearGroup = yearGroup ?? ways?.yearGroup ?? one.yearGroup
      moved.campus = ways?.campus ?? one.campus
      return RollChange.particulars(pupil.id, moved)
    }
    return try keep(changes, of: pupil.id)
  }
}

extension PupilEdit {
  /// The record as it is to be.
  fileprivate func applied(to record: AdmissionRecord) -> AdmissionRecord {
    var record = record
    if let address = lastSchoolAddress { record.lastSchoolAddress = address }
    if let address = secondAddress { record.secondAddress = address }
    if let home = newHome {
      record.newHomes = home.address.isEmpty ? [] : record.newHomes + [home]
    }
    if let school = otherSchool {
      let others = record.otherSchools.filter { $0.name != school.name }
      record.otherSchools = school.name.isEmpty ? [] : others + [school]
    }
    return record
  }
}
