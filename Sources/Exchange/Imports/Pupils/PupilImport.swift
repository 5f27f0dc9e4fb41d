public import Attendance

/// Reads pupils.csv: new pupils, and what changes of those already known.
public enum PupilImport {
  /// What the file changes, or every fault that keeps it out.
  ///
  /// A pupil already known with other particulars has them from the date given, by default today.
  /// `once` says whose number a UPN was that nobody has now: a child keeps the number that replaced it.
  public static func plan(
    _ file: IncomingFile, over context: ImportContext, numbering: PupilNumbering,
    from date: SchoolDate? = nil, once: @escaping (UPN) -> Pupil.ID?
  ) throws(FaultList) -> PupilPlan {
    var work = PupilWork(
      file.name, context, numbering, from: date ?? context.today, once: once)
    var faults = FaultList(file: file.name)
    ImportRow<PupilColumn>.read(file, faults: &faults) { row in
      guard let pupil = PupilRow(&row) else { return }
      do throws(PupilWork.Objection) {
        try work.take(pupil)
      } catch {
        row.fault(error.sentence)
      }
    }
    if !faults.isEmpty { throw faults }
    return PupilPlan(
      file: file.name, admissions: work.admissions, changes: work.changes, same: work.same,
      warnings: work.warnings)
  }
}

/// An import of pupils under way.
struct PupilWork {
  /// Why a row cannot be taken.
  struct Objection: Error {
    let sentence: String
  }

  private(set) var admissions: [AdmissionEntry] = []
  private(set) var changes: [PupilChange] = []
  private(set) var same = 0
  private(set) var warnings: FaultList
  private let context: ImportContext
  private let from: SchoolDate
  private var numbering: PupilNumbering
  private var matching: PupilMatching
  private var takenUPNs: Set<UPN>
  private let once: (UPN) -> Pupil.ID?

  init(
    _ file: String, _ context: ImportContext, _ numbering: PupilNumbering, from: SchoolDate,
    once: @escaping (UPN) -> Pupil.ID?
  ) {
    self.once = once
    self.context = context
    self.numbering = numbering
    self.from = from
    matching = PupilMatching(context, once: once)
    takenUPNs = Set(context.pupils.map(\.pupil.upn))
    warnings = FaultList(file: file)
  }

  /// Takes a row in.
  mutating func take(_ row: PupilRow) throws(Objection) {
    switch matching.match(row, warnings: &warnings) {
    case .refused(let sentence): throw Objection(sentence: sentence)
    case .new: try admit(row)
    case .known(let entry): try change(entry, row)
    }
  }

  private mutating func admit(_ row: PupilRow) throws(Objection) {
    let upn = if let given = row.upn { given } else { try temporaryUPN(for: row) }
    takenUPNs.insert(upn)
    let id = numbering.takePupil()
    let pupil = Pupil(
      id: id, upn: upn, name: row.name(over: nil), dateOfBirth: row.dateOfBirth,
      sex: row.sex ?? "", lastSchool: row.lastSchool ?? "")
    let enrolment = Enrolment(
      id: numbering.takeEnrolment(), pupil: id, kind: row.kind ?? .main,
      isBoarder: row.isBoarder ?? false, starts: row.starts, ends: row.ends ?? nil)
    admissions.append(
      AdmissionEntry(
        pupil: pupil, enrolments: [enrolment],
        particulars: [row.particulars(over: nil, from: row.starts)]))
    warnOfMisfit(row, on: max(row.starts, min(from, enrolment.ends ?? from)))
  }

  private mutating func change(_ entry: AdmissionEntry, _ row: PupilRow) throws(Objection) {
    var pupil = entry.pupil
    pupil.name = row.name(over: pupil.name)
    pupil.dateOfBirth = row.dateOfBirth
    // A number that was replaced never comes back.
    if let upn = row.upn, once(upn) != pupil.id {
      pupil.upn = upn
      takenUPNs.insert(upn)
    }
    if let sex = row.sex { pupil.sex = sex }
    if let lastSchool = row.lastSchool { pupil.lastSchool = lastSchool }

    let times = try EnrolmentChange(row, entry.enrolments, from: from)
    let enrolment = times.enrolment.map { numbered($0, of: pupil) }
    let others = times.others.map { numbered($0, of: pupil) }
    let effective = max(from, max(row.starts, entry.particulars.first?.from ?? row.starts))
    let standing = entry.particulars(on: effective)
    let particulars = row.particulars(over: standing, from: effective)
    let isNews = !(standing?.saysTheSame(as: particulars) ?? false)

    let change = PupilChange(
      before: entry, pupil: pupil == entry.pupil ? nil : pupil, enrolment: enrolment,
      otherEnrolments: others, particulars: isNews ? particulars : nil)
    if change.isEmpty {
      same += 1
    } else {
      changes.append(change)
      warnOfMarksLeftOut(by: change, line: row.line)
    }
    if pupil.dateOfBirth != entry.pupil.dateOfBirth || isNews { warnOfMisfit(row, on: effective) }
  }

  /// The time on roll with a number of its own, where it has none yet.
  private mutating func numbered(_ enrolment: Enrolment, of pupil: Pupil) -> Enrolment {
    guard enrolment.id == EnrolmentChange.new else { return enrolment }
    return Enrolment(
      id: numbering.takeEnrolment(), pupil: pupil.id, kind: enrolment.kind,
      isBoarder: enrolment.isBoarder, starts: enrolment.starts, ends: enrolment.ends,
      deletion: enrolment.deletion)
  }

  private mutating func temporaryUPN(for row: PupilRow) throws(Objection) -> UPN {
    while let upn = UPN.firstFree(
      in: row.starts.year, taken: takenUPNs, authority: numbering.authority,
      establishment: numbering.establishment)
    {
      if once(upn) == nil { return upn }
      takenUPNs.insert(upn)
    }
    throw Objection(
      sentence: "no temporary UPN is left for \(row.starts.year); give the pupil's real UPN")
  }

  private mutating func warnOfMisfit(_ row: PupilRow, on date: SchoolDate) {
    if let sentence = row.misfit(on: date) { warnings.add(line: row.line, sentence) }
  }

  /// A change of dates edits no mark, so those outside the new dates are counted and named.
  private mutating func warnOfMarksLeftOut(by change: PupilChange, line: Int) {
    guard change.enrolment != nil else { return }
    let after = change.after
    var count = 0
    for sheet in context.sheets[after.pupil.id] ?? [] {
      for cell in sheet.cells.indices where sheet.cells[cell] != 0 {
        let date = YearSheet.session(at: cell, in: sheet.year).date
        if change.before.enrolment(on: date) != nil, after.enrolment(on: date) == nil { count += 1 }
      }
    }
    guard count > 0 else { return }
    let marks = count == 1 ? "1 mark" : "\(count) marks"
    warnings.add(
      line: line,
      "the new dates leave out \(marks) of \(after.pupil.upn), which stay in the register; "
        + "check the dates")
  }
}
