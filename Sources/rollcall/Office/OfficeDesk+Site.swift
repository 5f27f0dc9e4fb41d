import Attendance
import Policies
import Screens
import Storage

extension OfficeDesk {
  /// What the screens ask of the day, the door and the week.
  func answer(_ question: SiteQuestion, for person: Actor) throws -> SiteAnswer {
    switch question {
    case .handout(let request):
      return .handout(
        request, try handout(request, for: person.permissions(under: school.policy)))
    case .inAndOut: return .inAndOut(try inAndOut())
    case .leaver(let pupil):
      guard let member = roll.member(pupil, on: now.date) else { throw StoreFault.unknownPupil }
      return .leaver(try leaver(member))
    case .day(let pupil, let date): return .day(try day(of: pupil, on: date, for: person))
    case .reminders: return .reminders(try school.reminders(for: person))
    case .week(let date): return .week(try week(of: date))
    case .contacts(let pupil): return .contacts(try contacts(of: pupil, for: person))
    }
  }

  /// A child's day: every mark made for it, and what the day book says.
  func timeline(of pupil: Pupil.ID, on date: SchoolDate) throws -> Timeline {
    Timeline(
      of: pupil, on: date, marks: try school.store.history(of: pupil, at: nil),
      try school.store.dayBook(.about(pupil)))
  }

  private func day(
    of id: Pupil.ID, on date: SchoolDate, for person: Actor
  ) throws -> PupilDay {
    guard let pupil = roll.pupils[id], let particulars = roll.particulars(of: id, on: date) else {
      throw StoreFault.unknownPupil
    }
    let closures = HalfDay.allCases.map {
      calendar.closure(
        at: Session(date, $0), campus: particulars.campus, yearGroup: particulars.yearGroup)
    }
    return PupilDay(
      pupil: pupil, group: particulars.group, date: date,
      closed: closures.contains { $0 == nil } ? nil : closures[0]?.description,
      timeline: try timeline(of: id, on: date),
      relations: try school.relations(of: person, to: particulars.group))
  }
}
