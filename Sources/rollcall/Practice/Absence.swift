import Attendance
import Policies

/// One absence as it might befall a pupil: what it is, how long, and how the school learns of it.
struct Absence {
  /// When, in school days after the first, and in what words the reason came.
  struct Telling {
    let delay: Int
    let reason: String
  }

  let code: String
  let days: Int
  let halves: [HalfDay]
  let basis: Precedence.Basis
  let notes: [String]
  /// How the reason came, or nil where the parent said it before the register was taken.
  let telling: Telling?

  /// An absence such as a pupil of those habits has.
  init(_ habits: Habits, _ phase: School.Phase, _ dice: inout Dice) {
    let isPrimary = phase == .primary
    if dice.happens(habits.unexcused) {
      let isLong = habits.absence > 0.25
      let isAfternoon = !isLong && !isPrimary && dice.happens(0.3)
      code = "O"
      days = isLong ? dice.within(1...6) : habits.absence > 0.08 ? dice.within(1...2) : 1
      halves = isAfternoon ? [.pm] : HalfDay.allCases
      basis = .report
      notes = ["reason not accepted", "no reason given", "stayed at home", "went shopping"]
      telling = Self.lapse(&dice)
      return
    }
    let kind = dice.share()
    if kind < Self.appointments {
      code = "M"
      days = 1
      halves = [dice.happens(0.55) ? .am : .pm]
      basis = .plan
      notes = ["dentist", "optician", "hospital appointment", "orthodontist", "doctor"]
      telling = nil
    } else if kind < Self.appointments + Self.leave {
      code = "C"
      days = 1
      halves = HalfDay.allCases
      basis = .plan
      notes = ["funeral of a grandparent", "wedding of a sister", "moving house", "court hearing"]
      telling = nil
    } else if kind < Self.appointments + Self.leave + (isPrimary ? 0.004 : Self.suspensions) {
      code = "E"
      days = dice.within(1...3)
      halves = HalfDay.allCases
      basis = .plan
      notes = ["suspended", "suspended after an incident at break"]
      telling = nil
    } else {
      code = "I"
      days =
        habits.absence > 0.25
        ? dice.within(3...10)
        : dice.pick([(1, 38.0), (2, 28), (3, 16), (4, 8), (5, 10)], weight: \.1).0
      halves = HalfDay.allCases
      basis = .report
      notes = [
        "temperature", "sickness bug", "cough and cold", "migraine", "ear infection",
        "chest infection", "anxious, seeing the doctor", "sore throat",
      ]
      telling = Self.call(&dice)
    }
  }

  /// How many days such an absence lasts on average.
  static func meanDays(_ habits: Habits) -> Double {
    let isLong = habits.absence > 0.25
    let unexcused = isLong ? 3.5 : habits.absence > 0.08 ? 1.45 : 0.93
    let ill = isLong ? 6.5 : 2.24
    let rest = 1 - appointments - leave - suspensions
    let excused = appointments * 0.5 + leave + suspensions * 2 + rest * ill
    return habits.unexcused * unexcused + (1 - habits.unexcused) * excused
  }

  /// Shares of excused absences.
  private static let appointments = 0.42
  private static let leave = 0.04
  private static let suspensions = 0.03

  /// How the reason for an illness comes: most parents ring before the register is taken.
  private static func call(_ dice: inout Dice) -> Telling? {
    switch dice.share() {
    case ..<0.6: nil
    case ..<0.87: Telling(delay: 0, reason: "a parent answered the school's call")
    case ..<0.985: Telling(delay: dice.within(1...3), reason: "a parent told us since")
    default: Telling(delay: 4, reason: "a note came with the pupil")
    }
  }

  /// When an absence is put down as unauthorised: a few wait longer than they may.
  private static func lapse(_ dice: inout Dice) -> Telling {
    switch dice.share() {
    case ..<0.75: Telling(delay: dice.within(1...3), reason: "the reason is not accepted")
    case ..<0.95: Telling(delay: 5, reason: "no reason within five school days")
    default: Telling(delay: dice.within(7...9), reason: "no reason, found as the week was closed")
    }
  }
}
