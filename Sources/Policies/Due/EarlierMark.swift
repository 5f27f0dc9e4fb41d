public import Attendance

/// A mark as it was entered for a session on a day, whether or not it still stands.
public struct EarlierMark: Hashable, Sendable {
  /// The session.
  public let session: Session
  /// The code.
  public let code: String
  /// The day on which it was entered.
  public let enteredOn: SchoolDate

  /// A code entered for a session on that day.
  public init(_ session: Session, _ code: String, enteredOn: SchoolDate) {
    self.session = session
    self.code = code
    self.enteredOn = enteredOn
  }
}

/// The marks of a pupil as they were entered one after the other, and when they met a threshold.
///
/// Ten N meet it on the day; once six of them have a reason it is as if they never had, and only what
/// was entered can tell that somebody was asked to consider it.
struct EarlierMarks {
  private let marks: [EarlierMark]
  private let rule: PreparedRule
  private let time: SchoolTime

  init(_ marks: [EarlierMark], _ rule: PreparedRule, _ time: SchoolTime) {
    self.marks = marks
    self.rule = rule
    self.time = time
  }

  /// A time at which the threshold stood in the register.
  struct Once {
    /// The day of the session by which it was met.
    let metOn: SchoolDate
    /// The day on which the mark was entered that met it.
    let day: SchoolDate
    let count: Int
  }

  /// When the threshold was met by what was in the register then, oldest first.
  func met(
    _ line: MarkLine, _ facts: PupilFacts, from first: SchoolDate, through date: SchoolDate
  ) -> [Once] {
    var counted: Set<Int> = []
    var met: [Once] = []
    var isMet = false
    for mark in marks where mark.enteredOn <= date {
      guard let position = time.position(of: mark.session) else { continue }
      let before = counted.count
      if rule.rule.measure.codes.contains(mark.code) {
        counted.insert(position)
      } else {
        counted.remove(position)
      }
      if counted.count == before { continue }
      let reading = PupilReading(line, facts, over: time, on: mark.enteredOn, listing: false)
      let window = reading.window(of: rule.rule.over, for: rule.rule.scope)
      let inside = counted.filter(window.contains)
      let holds =
        rule.rule.scope.holds(facts, on: mark.enteredOn)
        && rule.rule.limit.holds(forTenths: inside.count * 10)
      if holds, !isMet, let last = inside.max(), time.sessions[last].date >= first {
        met.append(
          Once(metOn: time.sessions[last].date, day: mark.enteredOn, count: inside.count))
      }
      isMet = holds
    }
    return met
  }
}
