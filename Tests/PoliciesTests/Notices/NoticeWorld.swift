import Attendance
import Policies
import Testing

/// A pupil with marks and a day book, of whom a penalty notice is considered.
struct NoticeWorld {
  var world: FlagWorld
  var lines: [DayLine] = []
  var contacts = [
    contact(1, "Mrs Ash", "mother"), contact(2, "Mr Ash", "father"),
  ]

  /// A pupil marked present at every session, but for these stretches of a code.
  init(
    born: String = "2012-05-05", year: String = "9", through last: String = "2026-07-21",
    _ absences: [Absence]
  ) throws {
    world = try FlagWorld.onePupil(born: born, year: year, through: last) { session in
      absences.last { $0.covers(session) }?.code
    }
  }

  /// A code from one day through another: at every session, or at mornings only.
  struct Absence {
    let first: SchoolDate
    let last: SchoolDate
    let half: HalfDay?
    let code: String

    init(_ code: String, _ first: String, _ last: String? = nil, _ half: HalfDay? = nil) throws {
      self.first = try Shipped.date(first)
      self.last = try Shipped.date(last ?? first)
      self.half = half
      self.code = code
    }

    func covers(_ session: Session) -> Bool {
      first <= session.date && session.date <= last && (half.map { $0 == session.half } ?? true)
    }
  }

  static func contact(
    _ priority: Int, _ name: String, _ relationship: String, isParent: Bool? = true,
    _ mayContact: Contact.Permission = .yes
  ) -> Contact {
    Contact(
      pupil: FlagWorld.pupil, priority: priority, name: name, relationship: relationship,
      parentalResponsibility: isParent, mayContact: mayContact)
  }

  static let head = Person(login: "head", name: "A. Head", position: "Headteacher")

  /// Adds a line of the day book on that day and gives its number.
  @discardableResult
  mutating func add(
    _ work: Casework, on date: String, about: Int64? = nil, words: String = ""
  ) throws -> Int64 {
    let number = Int64(lines.count + 1)
    let day = try Shipped.date(date)
    lines.append(
      DayLine(
        id: DayLine.ID(number), by: Self.head, at: Instant(day, try Shipped.time("10:00")),
        pupil: FlagWorld.pupil, date: day, about: about.map { DayLine.ID($0) },
        matter: .casework(work), words: words))
    return number
  }

  /// Adds a notice to the parent that used the sessions of these days.
  @discardableResult
  mutating func addNotice(
    to parent: String = "Mrs Ash", on date: String, level: Int? = 1,
    using days: (String, String), issuer: String = "headteacher"
  ) throws -> Int64 {
    let first = Session(try Shipped.date(days.0), .am)
    let last = Session(try Shipped.date(days.1), .pm)
    return try add(
      .penalty(
        PenaltyNotice(
          parent: parent, issued: Shipped.date(date), issuer: issuer, level: level,
          checked: Shipped.date(date), sessions: first...last, count: 10)), on: date)
  }

  func window(_ policy: Policy, on date: String, today: String? = nil) throws -> NoticeWindow {
    try seen(policy, on: date, today: today).window
  }

  /// The window on the date, and the last day before it on which the line was met.
  private func seen(
    _ policy: Policy, on date: String, today: String? = nil
  ) throws -> (window: NoticeWindow, metBefore: SchoolDate?) {
    let day = try Shipped.date(date)
    let rules = RuleBook(policy, over: world.time)
    var reader = MarkReader(world.figures, over: world.time, lists: rules.lists)
    let year = SchoolYear(of: day)
    let line = reader.line(
      of: FlagWorld.pupil, from: world.calendar.years.first?.year ?? year, through: year)
    let facts = try world.facts(of: FlagWorld.pupil, on: day)
    let findings = rules.findings(of: line, facts, on: day, listing: true)
    let own = reader
    let window = try #require(
      NoticeWindow(
        policy, findings, of: line, facts, over: world.time, on: day,
        today: today.map { try Shipped.date($0) },
        code: { own.code(of: FlagWorld.pupil, at: $0) }))
    return (window, NoticeWindow.metBefore(window, rules, of: line, facts))
  }

  func grounds(_ policy: Policy, on date: String, met: String? = nil) throws -> NoticeGrounds {
    let seen = try seen(policy, on: met ?? date)
    return NoticeGrounds(
      of: try #require(world.roll.pupils[FlagWorld.pupil]), on: try Shipped.date(date),
      window: seen.window, metBefore: seen.metBefore, book: DayBook(lines), issuer: .head,
      seesSafeguarding: false)
  }

  func considered(
    to parent: Int = 1, _ policy: String = "ibstock", on date: String, met: String? = nil,
    ground: String? = nil
  ) throws -> NoticeConsidered {
    let policy = try Shipped.policy(policy)
    let contact = try #require(contacts.first { $0.priority == parent })
    return NoticeConsidered(
      to: contact, try grounds(policy, on: date, met: met), under: policy, ground: ground)
  }
}
