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
  ///
  /// What does more to the register than it seems is asked about first. Sessions of the past that a
  /// change opens get the code for no reason yet, unless somebody saw the pupil and will say so.
  func change(
    _ pupil: Pupil, _ edit: PupilEdit, from date: SchoolDate?, wasSeen: Bool = false,
    confirm: ([String]) throws -> Void
  ) throws -> [PupilRevision] {
    try require(.editPupils, group: group(of: pupil.id))
    var changes: [RollChange] = []
    let changed = try self.changed(pupil, edit, from: date)
    if changed != pupil { changes.append(.pupil(changed)) }
    let times = try times(of: changed, edit, from: date)
    changes += times.changes
    let particulars = particulars(of: pupil.id, edit, from: date)
    if let particulars { changes.append(.particulars(pupil.id, particulars)) }
    let record = try school.store.admission(of: pupil.id)
    let edited = edit.applied(to: record)
    if edited != record { changes.append(.admission(pupil.id, edited)) }
    let now = particulars ?? roll.particulars(of: pupil.id, on: today)
    let isOtherAge = changed.dateOfBirth != pupil.dateOfBirth || edit.yearGroup != nil
    let misfit =
      isOtherAge
      ? now.flatMap { $0.yearGroup.misfit(born: changed.dateOfBirth, on: max($0.from, today)) }
      : nil
    let opened = times.effect.openedInWords.map { words in
      let code = school.policy.followUp.code
      return words
        + (wasSeen ? "; they stay blank until somebody marks them" : " and become \(code)")
    }
    try confirm([misfit, times.effect.uncountedInWords, opened].compactMap(\.self))
    return try keep(
      changes, of: pupil.id, unseen: wasSeen ? [] : times.effect.opened,
      since: times.effect.opened.first?.date ?? today)
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

  /// The times on roll that change, and what that does to the register; refuses a starting day that
  /// would hide marks.
  private func times(
    of pupil: Pupil, _ edit: PupilEdit, from date: SchoolDate?
  ) throws -> (changes: [RollChange], effect: RollEffect) {
    let before = roll.enrolments[pupil.id] ?? []
    if before.isEmpty { throw StoreFault.unknownEnrolment }
    let after = try EnrolmentEdit(
      starts: edit.starts, kind: edit.kind, isBoarder: edit.isBoarder
    ).applied(to: before, from: date, today: today, next: nextEnrolment)
    let changes = after.compactMap { time -> RollChange? in
      guard let old = before.first(where: { $0.id == time.id }) else { return .newEnrolment(time) }
      return old == time ? nil : .enrolment(time)
    }
    if changes.isEmpty {
      return ([], RollEffect(before: before, after: before, marked: [], met: []))
    }
    if let starts = edit.starts, pupil.dateOfBirth >= starts {
      throw AdmissionRefusal.bornAfterStart(pupil.dateOfBirth, starts)
    }
    let first = (before + after).map(\.starts).min() ?? today
    let marked = try marks(of: pupil.id, from: first)
    let hidden = marked.filter { session in
      before.contains { $0.isOnRoll(on: session.date) }
        && !after.contains { $0.isOnRoll(on: session.date) }
    }
    if let one = hidden.first, let starts = edit.starts {
      throw Refused(
        "rollcall: starting on \(starts) would hide \(hidden.count) marks, from \(one); take those "
          + "marks back first")
    }
    let met = calendar.sessions(from: first, through: today.adding(days: -1)).filter { session in
      let own = roll.particulars(of: pupil.id, on: session.date)
      return calendar.meets(at: session, campus: own?.campus, yearGroup: own?.yearGroup)
    }
    return (changes, RollEffect(before: before, after: after, marked: marked, met: met))
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
