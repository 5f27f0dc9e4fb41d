import Attendance
import Policies

/// How often a pupil is away and late, near the national figures of the school's phase.
struct Habits {
  /// The share of sessions missed, excursions of the calendar apart.
  let absence: Double
  /// The share of absences nobody excuses.
  let unexcused: Double
  /// The share of mornings on which the pupil is late, and of those how many after closing.
  let late: Double
  let lateAfterClosing: Double
  /// The weekday the pupil is away on more than on others, or nil.
  let weakDay: Weekday?

  /// The habits of the pupil in a year group.
  init(of pupil: Pupil.ID, in yearGroup: YearGroup, phase: School.Phase, seed: Int) {
    var dice = Dice(seed, Dice.part("habits"), Int(pupil.number))
    // Steps of the golden ratio spread any number of pupils evenly over the curve, so that a small
    // school comes as near to the national figure as a large one.
    let place = (Double(pupil.number) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
    let stage = Self.stage(yearGroup)
    absence = min(Self.curve(phase, at: place) * stage * 0.87, 0.9)
    let isSecondary = phase != .primary
    unexcused = min((isSecondary ? 0.2 : 0.12) + absence * (isSecondary ? 1.2 : 1.6), 0.72)
    let unsteady = dice.share()
    late =
      (isSecondary ? 0.056 : 0.022) * (unsteady < 0.6 ? 0.2 : unsteady < 0.93 ? 1.3 : 6.5)
    lateAfterClosing = isSecondary ? 0.1 : 0.14
    weakDay = dice.happens(0.09) ? dice.pick([.monday, .monday, .friday]) : nil
  }

  /// The youngest and the oldest are away most.
  private static func stage(_ yearGroup: YearGroup) -> Double {
    switch yearGroup.ageAtStart {
    case ..<4: 1.5
    case 4: 1.2
    case 11: 0.8
    case 14, 15: 1.1
    default: 1
    }
  }

  /// The share of sessions missed by the pupil at that place of a hundred, the least absent first.
  ///
  /// The shape is that of the published figures of 2025/26: means of 5.3, 8.5 and 13.2 per cent,
  /// and 14, 24 and 36 pupils of a hundred who miss a tenth or more.
  private static func curve(_ phase: School.Phase, at place: Double) -> Double {
    let points: [(place: Double, absence: Double)] =
      switch phase {
      case .primary:
        [
          (0, 0.002), (0.1, 0.010), (0.25, 0.019), (0.5, 0.034), (0.75, 0.061), (0.87, 0.098),
          (0.95, 0.14), (0.985, 0.21), (0.996, 0.45), (1, 0.6),
        ]
      case .secondary, .allThrough:
        [
          (0, 0.002), (0.1, 0.012), (0.25, 0.024), (0.5, 0.047), (0.7, 0.083), (0.77, 0.10),
          (0.88, 0.16), (0.95, 0.27), (0.985, 0.5), (1, 0.85),
        ]
      case .special, .alternativeProvision:
        [
          (0, 0.005), (0.1, 0.021), (0.25, 0.041), (0.5, 0.077), (0.64, 0.10), (0.8, 0.18),
          (0.92, 0.33), (0.97, 0.55), (1, 0.9),
        ]
      }
    guard let above = points.firstIndex(where: { $0.place >= place }), above > 0 else {
      return points[0].absence
    }
    let (low, high) = (points[above - 1], points[above])
    return low.absence
      + (high.absence - low.absence) * (place - low.place) / (high.place - low.place)
  }
}
