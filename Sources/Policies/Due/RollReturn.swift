public import Attendance

/// A pupil who came on roll or left it, so that the authority is told (regulation 13).
public struct RollReturn: Hashable, Sendable {
  /// Which of the two.
  public enum Kind: String, Hashable, Sendable {
    case newPupil = "new-pupil"
    case deletion
  }

  /// Which of the two; the id of the return in the policy.
  public let kind: Kind
  /// The time on roll that began or ends.
  public let enrolment: Enrolment
  /// The starting day, or the leaving date.
  public let on: SchoolDate
  /// When the return is due at the latest.
  public let due: SchoolDate

  /// The return about that time on roll.
  public init(kind: Kind, enrolment: Enrolment, on date: SchoolDate, due: SchoolDate) {
    self.kind = kind
    self.enrolment = enrolment
    on = date
    self.due = due
  }

  /// Whose.
  public var pupil: Pupil.ID { enrolment.pupil }

  /// What is recorded once it is made.
  public var record: ReturnMade {
    ReturnMade(
      kind.rawValue, episode: on, enrolment: enrolment.id,
      ground: kind == .deletion ? enrolment.deletion?.ground : nil)
  }

  /// Whether that return told the authority of this.
  ///
  /// A starting day that is moved is the same child coming. Another leaving date or another ground is
  /// something the authority was not told: where a child goes to school and whether one is looked for
  /// hang on both.
  public func isTold(by made: ReturnMade) -> Bool {
    guard made.id == kind.rawValue else { return false }
    guard let told = made.enrolment else { return made.episode == on }
    switch kind {
    case .newPupil: return told == enrolment.id
    case .deletion:
      return told == enrolment.id && made.episode == on
        && made.ground == enrolment.deletion?.ground
    }
  }
}

extension Roll {
  /// The returns about enrolments that began in the range of days, or that end in it or have an end
  /// to come.
  ///
  /// Whoever enters the youngest year on its first day, or leaves the oldest at the end of the last
  /// term, is told of only where the authority asks.
  public func returns(
    from first: SchoolDate, through date: SchoolDate, _ calendar: SchoolCalendar
  ) -> [RollReturn] {
    var returns: [RollReturn] = []
    var years: [SchoolDate: ClosedRange<YearGroup>] = [:]
    func yearGroups(on day: SchoolDate) -> ClosedRange<YearGroup>? {
      if let known = years[day] { return known }
      let all = members(on: day).filter(\.enrolment.kind.counts).map(\.particulars.yearGroup)
      guard let youngest = all.min(), let oldest = all.max() else { return nil }
      years[day] = youngest...oldest
      return youngest...oldest
    }
    for enrolment in enrolments.values.joined() where enrolment.kind.counts {
      guard let particulars = particulars(of: enrolment.pupil, on: enrolment.starts) else {
        continue
      }
      if enrolment.starts >= first, enrolment.starts <= date, !continues(enrolment) {
        // Who else is on roll that day is asked last: it is the dearest to answer.
        let isUsual =
          calendar.isFirstDay(enrolment.starts, of: particulars)
          && particulars.yearGroup == yearGroups(on: enrolment.starts)?.lowerBound
        if !isUsual {
          returns.append(
            RollReturn(
              kind: .newPupil, enrolment: enrolment, on: enrolment.starts,
              due: enrolment.starts.adding(days: 5)))
        }
      }
      if let ends = enrolment.ends, ends >= first, enrolment.starts <= date,
        !isContinued(enrolment)
      {
        let group = self.particulars(of: enrolment.pupil, on: ends)?.yearGroup
        let isUsual =
          (calendar.year(of: ends)?.terms.last.map { $0.ends <= ends } ?? false)
          && group == yearGroups(on: ends)?.upperBound
        if !isUsual {
          returns.append(
            RollReturn(kind: .deletion, enrolment: enrolment, on: ends, due: ends))
        }
      }
    }
    return returns.sorted { one, other in
      (one.due, one.pupil, one.kind.rawValue) < (other.due, other.pupil, other.kind.rawValue)
    }
  }

  /// Whether it goes on from another enrolment that ended the day before.
  private func continues(_ enrolment: Enrolment) -> Bool {
    enrolments[enrolment.pupil]?.contains { $0.ends == enrolment.starts.adding(days: -1) } ?? false
  }

  /// Whether another enrolment goes on from the day after: another kind, not a leaver.
  private func isContinued(_ enrolment: Enrolment) -> Bool {
    guard let ends = enrolment.ends else { return true }
    return enrolments[enrolment.pupil]?.contains { $0.starts == ends.adding(days: 1) } ?? false
  }
}

extension SchoolCalendar {
  /// Whether the date is no later than the first day of its school year on which such pupils meet.
  fileprivate func isFirstDay(_ date: SchoolDate, of particulars: Particulars) -> Bool {
    guard let year = year(of: date), let first = year.terms.first?.starts else { return false }
    var day = first
    while day < date {
      let meets = HalfDay.allCases.contains {
        year.closure(
          at: Session(day, $0), campus: particulars.campus, yearGroup: particulars.yearGroup) == nil
      }
      if meets { return false }
      day = day.adding(days: 1)
    }
    return true
  }
}
