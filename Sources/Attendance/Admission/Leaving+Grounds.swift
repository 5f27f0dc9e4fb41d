/// What a ground of deletion clearly excludes, by what is on record of the pupil and the school's days.
extension Leaving {
  /// Refuses a ground that is not for such a school, a pupil of that year group, or one who is
  /// registered nowhere else.
  ///
  /// A child in reception may not have begun there yet, so that only the years above are refused.
  public func checkPupil(
    yearGroup: YearGroup?, _ record: AdmissionRecord, inStateSchool isStateSchool: Bool
  ) throws(AdmissionRefusal) {
    let ground = deletion.ground
    if ground == .ceasedIndependent, isStateSchool { throw .stateSchool }
    if ground == .nurseryEnded || ground == .nurseryLeft, let yearGroup, yearGroup > .reception {
      throw .notInNursery(ground, yearGroup)
    }
    let isElsewhere =
      enrolment.kind != .main || record.otherSchools.contains { $0.kind == .registered }
    if ground == .consented, !isElsewhere { throw .notElsewhere }
  }

  /// Refuses the ground of age where the school meets for the pupil before it is reached.
  ///
  /// No calendar need have the year in which that is: it is never a later school year than that of
  /// the leaving.
  public func checkAge(_ calendar: SchoolCalendar) throws(AdmissionRefusal) {
    guard deletion.ground == .overAge else { return }
    let ends = CompulsorySchoolAge(born: pupil.dateOfBirth).ends
    guard last < ends else { return }
    let meets = calendar.sessions(from: last.adding(days: 1), through: ends)
    if !meets.isEmpty { throw .stillOfAge(until: ends) }
    if SchoolYear(of: last) != SchoolYear(of: ends) { throw .otherYearOfAge(ends) }
  }

  /// Refuses, until somebody is sure, a first day at the other school that leaves school days on which
  /// the pupil is on no roll.
  public func checkRollBetween(
    _ calendar: SchoolCalendar, _ particulars: Particulars?
  ) throws(AdmissionRefusal) {
    guard let first = deletion.date(.startsThere), first > last.adding(days: 1) else { return }
    let days = Set(
      calendar.sessions(from: last.adding(days: 1), through: first.adding(days: -1)).filter {
        calendar.meets(
          at: $0, campus: particulars?.campus, yearGroup: particulars?.yearGroup)
      }.map(\.date))
    if !days.isEmpty { throw .daysOnNoRoll(days.count, after: last, until: first) }
  }

  /// Refuses the ground of leave not returned from where our own marks of the week up to its end have
  /// no authorised absence; of whom there are none, it cannot say.
  public func checkLeave(
    _ marks: [(session: Session, category: AttendanceCode.Category)]
  ) throws(AdmissionRefusal) {
    guard deletion.ground == .notBackFromLeave, let ended = deletion.date(.leaveEnded) else {
      return
    }
    let week = marks.filter {
      $0.session.date <= ended && ended.adding(days: -7) < $0.session.date
    }
    if !week.isEmpty, !week.contains(where: { $0.category == .authorisedAbsence }) {
      throw .noLeave(ended)
    }
  }
}
