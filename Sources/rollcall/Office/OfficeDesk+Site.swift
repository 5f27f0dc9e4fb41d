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

  /// A child's day: every mark made for it, what the day book says, and what was changed of the
  /// pupil's records, as far as the person may see it.
  func timeline(of pupil: Pupil.ID, on date: SchoolDate, for person: Actor) throws -> Timeline {
    let group = roll.particulars(of: pupil, on: date)?.group ?? ""
    let relations = try school.relations(of: person, to: group)
    let permissions = person.permissions(under: school.policy)
    let maySee = permissions.may(.viewContacts, relations: relations)
    let book = try school.dayBook(.about(pupil), for: person)
    return Timeline(
      of: pupil, on: date, marks: try school.store.history(of: pupil, at: nil),
      permissions.may(.viewNotes, relations: relations) ? book : book.withoutCasework,
      try school.store.revisions(of: pupil).filter { $0.at.date == date }.compactMap { revision in
        revision.seen(withContacts: maySee) { $0.isHidden(from: permissions, relations) }
      })
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
      timeline: try timeline(of: id, on: date, for: person),
      relations: try school.relations(of: person, to: particulars.group))
  }
}

extension DayBook {
  /// The book as somebody sees it who may not read notes: cases, holds and meetings are left out, but
  /// for the sensitive notes that they may read.
  fileprivate var withoutCasework: DayBook {
    DayBook(
      lines.filter { line in
        if case .casework = line.matter { line.nature != .ordinary } else { true }
      })
  }
}
