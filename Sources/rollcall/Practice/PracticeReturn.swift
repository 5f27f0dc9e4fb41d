import Attendance
import Policies
import Storage

/// Coming back to a practice school on a later day: its clock is set to the last school day up to
/// today, and the days between are told as they went, so that there is no hole in its year.
struct PracticeReturn {
  private let store: any Store
  private let policy: Policy
  private let folder: SchoolFolder
  /// The day it will stand on.
  let day: PracticeDay
  private let machine: Instant
  /// What time somebody says it is there, or nil.
  private let asked: Instant?

  /// The return to a school, or nil where its clock still runs within the last school day.
  init?(
    to store: any Store, in folder: SchoolFolder, under policy: Policy, when machine: Instant,
    notAfter asked: Instant? = nil
  ) throws {
    let shown = try store.school().practice?.shows(machine) ?? machine
    guard let day = PracticeDay(of: try store.calendar(), upTo: (asked ?? machine).date),
      asked != nil || !day.isRunning(at: shown, under: policy)
    else { return nil }
    self.store = store
    self.policy = policy
    self.folder = folder
    self.day = day
    self.machine = machine
    self.asked = asked
  }

  /// Tells the days between and sets the clock.
  func keep(progress: (Double) -> Void = { _ in }) throws {
    let moment = day.moment(under: policy, notAfter: asked)
    let last = try firstHole()
    if last < day.date {
      var history = try history(from: last)
      var batch = ActBatch(store)
      let days = day.date.days(after: last)
      for offset in 0..<days {
        try batch.add(history.acts(on: last.adding(days: offset)))
        progress(Double(offset) / Double(days))
      }
      let morning = PracticeMorning(history, at: moment)
      try batch.add(morning?.taken ?? [])
      try batch.finish()
      try morning?.keep(in: store, drafts: folder)
      // Those days are over: whoever left a draft on them finds the register taken by its tutor.
      for draft in DraftFile.all(in: folder) where draft.key.session.date < day.date {
        draft.remove()
      }
    }
    var school = try store.school()
    school.practice = PracticeClock(showing: moment, when: machine)
    try store.keep(school)
  }

  /// The first school day after the last one whose registers were all taken.
  ///
  /// The clock cannot say it: it runs on through weekends and over days that nobody opened. Where
  /// no day is whole, the school was not made by a demo, and its days are its own affair.
  private func firstHole() throws -> SchoolDate {
    let roll = try store.roll()
    var hole = day.date
    for _ in 0..<Self.longestWayBack {
      guard let earlier = day.calendar.lastSchoolDay(upTo: hole.adding(days: -1)) else { break }
      if try isWhole(earlier, roll) { return hole }
      hole = earlier
    }
    return day.date
  }

  private static let longestWayBack = 100

  private func isWhole(_ date: SchoolDate, _ roll: Roll) throws -> Bool {
    let taken = try store.taken(on: date)
    return !taken.isEmpty
      && HalfDay.allCases.allSatisfy { half in
        let session = Session(date, half)
        return roll.groups(at: session).allSatisfy { group, members in
          taken[RegisterKey(group, at: session)] != nil
            || !day.calendar.meets(
              at: session, campus: members.first?.particulars.campus,
              yearGroup: members.first?.particulars.yearGroup)
        }
      }
  }

  private func history(from last: SchoolDate) throws -> PracticeHistory {
    let roll = try store.roll()
    let rosters = day.calendar.years.filter { $0.year.contains(last) || $0.year == day.year }.map {
      Roster(roll, in: $0, under: policy, seed: PracticeSchool.seed(of: policy))
    }
    var record = PracticeHistory.OnRecord()
    var date = last
    while date <= day.date {
      record.taken.formUnion(try store.taken(on: date).keys)
      date = date.adding(days: 1)
    }
    var sheets: [SchoolYear: [Pupil.ID: YearSheet]] = [:]
    for year in Set([SchoolYear(of: last), day.year]) {
      sheets[year] = try store.sheets(of: year, pupils: nil)
    }
    let alphabet = try store.alphabet()
    record.code = { pupil, session in
      sheets[SchoolYear(of: session.date)]?[pupil].map { alphabet.code(of: $0[session]) } ?? ""
    }
    let store = store
    record.plans = { try store.plans(at: $0) }
    return PracticeHistory(
      rosters, under: policy, by: PracticePeople(try store.staff()),
      answering: day.calendar.firstDay, over: record)
  }
}

extension SchoolCalendar {
  /// The first day of its first year.
  fileprivate var firstDay: SchoolDate {
    years.first?.year.firstDay ?? SchoolDate(daysSince1970: 0)
  }
}
