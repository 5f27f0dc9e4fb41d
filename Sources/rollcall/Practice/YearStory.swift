import Attendance
import Policies

/// One pupil's year: every session at which something happened.
///
/// It is made from the seed, the pupil and the year alone, so that it can be told again, and told
/// on, whenever the school is opened.
struct YearStory {
  private var happenings: [Session: Happening] = [:]
  private var dice: Dice
  private let habits: Habits
  private let stage: Stage
  private let pupil: Pupil

  /// Tells the year of the pupil.
  init(of pupil: Pupil, _ enrolment: Enrolment.Kind, _ particulars: Particulars, on stage: Stage) {
    self.pupil = pupil
    self.stage = stage
    habits = Habits(
      of: pupil.id, in: particulars.yearGroup, phase: stage.phase, seed: stage.seed)
    dice = Dice(
      stage.seed, Dice.part("year"), stage.year.startYear, Int(pupil.id.number))
    tellAbsences()
    tellLateness()
    tellHolidays(particulars)
    tellFeasts(particulars)
    let arrangements = Arrangements(pupil, enrolment, particulars, on: stage)
    for (session, happening) in arrangements.happenings { happenings[session] = happening }
  }

  /// What happened at the session, or nil where the pupil was simply present.
  subscript(session: Session) -> Happening? { happenings[session] }

  /// Every absence whose reason came later.
  var answers: [(session: Session, answer: Happening.Answer)] {
    happenings.compactMap { session, happening in
      guard case .unexplained(let answer) = happening else { return nil }
      return (session, answer)
    }
  }

  private mutating func tellAbsences() {
    var day = 0
    let days = stage.days
    while day < days.count {
      guard dice.happens(likelihood(on: days[day])) else {
        day += 1
        continue
      }
      let absence = Absence(habits, stage.phase, &dice)
      let last = min(day + absence.days, days.count) - 1
      tell(absence, on: days[day...last])
      day = last + 1
    }
  }

  /// How likely an absence begins on the day, so that the year comes to the pupil's share.
  private func likelihood(on date: SchoolDate) -> Double {
    let usual = habits.absence / (Absence.meanDays(habits) * (1 - habits.absence))
    let season =
      switch date.month {
      case 9: 0.7
      case 11, 12: 1.25
      case 1, 2: 1.2
      case 6, 7: 0.9
      default: 1.0
      }
    guard let weak = habits.weakDay else { return usual * season }
    return usual * season * (date.weekday == weak ? 3 : 0.5)
  }

  /// Says what each session of the absence was, and when somebody explained it.
  private mutating func tell(_ absence: Absence, on days: ArraySlice<SchoolDate>) {
    let note = dice.pick(absence.notes)
    let sessions = days.flatMap { date in absence.halves.map { Session(date, $0) } }
    for (place, session) in sessions.enumerated() {
      happenings[session] = .known(
        code: absence.code, basis: absence.basis, note: place == 0 ? note : nil)
    }
    guard let telling = absence.telling else { return }
    // What nobody excuses is decided once the pupil is back; an illness is told while it lasts.
    let asked = absence.code == "O" ? days.endIndex - 1 : days.startIndex
    let answerDay = stage.days[min(asked + telling.delay, stage.days.count - 1)]
    let answer = Happening.Answer(
      code: absence.code,
      at: Instant(answerDay, stage.morning.closes.adding(minutes: dice.within(10...100))),
      reason: telling.reason, note: note)
    // On the day of the answer only the morning's register had to do without it.
    for session in sessions
    where session.date < answerDay || session == Session(stage.days[days.startIndex], .am) {
      happenings[session] = .unexplained(answer)
    }
  }

  private mutating func tellLateness() {
    let window = stage.morning
    let open = window.closes.minutes - window.lateFrom.minutes
    for date in stage.days where dice.happens(habits.late) {
      let session = Session(date, .am)
      guard happenings[session] == nil else { continue }
      if dice.happens(habits.lateAfterClosing) {
        let rest = window.ends.minutes - window.lateFrom.minutes - 1
        happenings[session] = .lateAfterClosing(min(open + dice.within(0...80), rest))
      } else if open > 1 {
        let most = dice.within(1...open - 1)
        happenings[session] = .late(dice.within(1...most))
      }
    }
  }

  /// A week away in September or June, taken without leave by some families, all children at once.
  private mutating func tellHolidays(_ particulars: Particulars) {
    let home = particulars.characteristics[.address] ?? ""
    var family = Dice(stage.seed, Dice.part(home), stage.year.startYear)
    guard family.happens(0.07) else { return }
    let month = family.happens(0.45) ? 9 : 6
    let monday = family.within(6...20)
    let isAnnounced = family.happens(0.6)
    guard
      let first = stage.days.firstIndex(where: { $0.month == month && $0.day >= monday })
    else { return }
    let week = stage.days[first..<min(first + 5, stage.days.count)]
    let back = stage.days[min(first + 5, stage.days.count - 1)]
    let answer = Happening.Answer(
      code: "G", at: Instant(back, stage.morning.closes.adding(minutes: 35)),
      reason: "a holiday, said on the return", note: "holiday without leave")
    for date in week {
      for half in HalfDay.allCases {
        happenings[Session(date, half)] =
          isAnnounced
          ? .known(code: "G", basis: .report, note: "holiday, leave refused")
          : .unexplained(answer)
      }
    }
  }

  private mutating func tellFeasts(_ particulars: Particulars) {
    let ethnicity = particulars.characteristics[.ethnicity] ?? ""
    guard Heritage.all.contains(where: { $0.keepsEid && $0.ethnicity == ethnicity }),
      dice.happens(0.6)
    else { return }
    for (date, feast) in Feasts.eids(in: stage.year) where stage.days.contains(date) {
      for half in HalfDay.allCases {
        happenings[Session(date, half)] = .known(code: "R", basis: .plan, note: feast)
      }
    }
  }
}

extension YearStory {
  /// Where and when the years of some pupils are played: those who share calendar and times.
  struct Stage {
    let year: SchoolYear
    /// The days on which these pupils' part of the school meets.
    let days: [SchoolDate]
    /// The times of the morning register.
    let morning: RegisterWindow
    let phase: School.Phase
    let seed: Int
    /// Every form, to say whose turn it is to go on a visit.
    let forms: [String]
    /// The terms, for what is agreed for a part of one.
    let terms: [Term]
  }
}

/// The feasts of Islam, by the tabular calendar, which is true to a day or so.
enum Feasts {
  /// Eid al-Fitr and Eid al-Adha within the school year.
  static func eids(in year: SchoolYear) -> [(date: SchoolDate, feast: String)] {
    let hijri = (year.startYear - 622) * 33 / 32
    return (hijri - 1...hijri + 3).flatMap { hijri in
      [
        (date: date(hijri, month: 10, day: 1), feast: "Eid al-Fitr"),
        (date: date(hijri, month: 12, day: 10), feast: "Eid al-Adha"),
      ]
    }.filter { year.contains($0.date) }
  }

  private static func date(_ year: Int, month: Int, day: Int) -> SchoolDate {
    let months = 29 * (month - 1) + month / 2
    let julianDay = (11 * year + 3) / 30 + 354 * (year - 1) + months + day + 1_948_439
    return SchoolDate(daysSince1970: Int32(julianDay - 2_440_588))
  }
}
