import Attendance
import Policies

/// Everybody due in the registers of one school year, form by form, each with the year's story.
struct Roster {
  /// A pupil of a form.
  struct Attendee {
    let pupil: Pupil
    let enrolments: [Enrolment]
    let particulars: Particulars
    let story: YearStory

    /// Whether the pupil is due on the date.
    func isDue(on date: SchoolDate) -> Bool {
      enrolments.contains { $0.isOnRoll(on: date) && $0.isMarked }
    }
  }

  /// A form and the pupils who were ever in it, in register order.
  struct Form {
    let name: String
    let attendees: [Attendee]
    /// What all the pupils of a form share.
    let particulars: Particulars
    /// For each session of the year, whether the form meets.
    let meets: [Bool]

    /// Whether the form meets at the session.
    func meets(at session: Session, in year: SchoolYear) -> Bool {
      YearSheet.cell(of: session, in: year).map { meets[$0] } ?? false
    }
  }

  /// The school year.
  let year: SchoolYear
  /// The forms, by name.
  let forms: [Form]

  /// The roster of a year of the calendar, from what the roll says at its end.
  init(_ roll: Roll, in calendar: CalendarYear, under policy: Policy, seed: Int) {
    let year = calendar.year
    self.year = year
    let members = Self.members(of: roll, in: year)
    let groups = Dictionary(grouping: members, by: \.particulars.group)
    let names = groups.keys.sorted()
    forms = names.compactMap { name in
      guard let own = groups[name], let shared = own.first?.particulars else { return nil }
      let campus = shared.campus.isEmpty ? nil : shared.campus
      let meets = calendar.meetings(campus: campus, yearGroup: shared.yearGroup)
      let days = stride(from: 0, to: meets.count, by: 2).filter { meets[$0] && meets[$0 + 1] }
        .map { year.firstDay.adding(days: $0 / 2) }
      guard let first = days.first,
        let morning = policy.window(
          for: .am, on: first, campus: campus, yearGroup: shared.yearGroup, group: name)
      else { return nil }
      let stage = YearStory.Stage(
        year: year, days: days, morning: morning, phase: policy.school.phase, seed: seed,
        forms: names, terms: calendar.terms)
      let attendees = own.map { member in
        Attendee(
          pupil: member.pupil, enrolments: member.enrolments, particulars: member.particulars,
          story: YearStory(
            of: member.pupil, member.enrolments.last?.kind ?? .main, member.particulars,
            on: stage))
      }
      return Form(name: name, attendees: attendees, particulars: shared, meets: meets)
    }
  }

  private typealias Member = (pupil: Pupil, enrolments: [Enrolment], particulars: Particulars)

  /// Everybody on roll for any part of the year, in register order.
  private static func members(of roll: Roll, in year: SchoolYear) -> [Member] {
    // Names are folded once and not in every comparison: that is most of the work of a sort.
    roll.pupils.values.map { (order: $0.name.order, pupil: $0) }
      .sorted { ($0.order, $0.pupil.upn) < ($1.order, $1.pupil.upn) }
      .compactMap { _, pupil in
        let enrolments = (roll.enrolments[pupil.id] ?? []).filter {
          $0.starts <= year.lastDay && ($0.ends.map { $0 >= year.firstDay } ?? true)
        }
        guard !enrolments.isEmpty,
          let particulars = roll.particulars(of: pupil.id, on: year.lastDay)
        else { return nil }
        return (pupil, enrolments, particulars)
      }
  }
}
