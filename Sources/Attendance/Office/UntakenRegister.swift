/// A register of a session begun today that nobody has taken: one line, never thirty children (U7).
public struct UntakenRegister: Hashable, Sendable {
  /// Which register.
  public let key: RegisterKey
  /// How many pupils are due.
  public let pupils: Int
  /// How many of them a draft marks that is not sent yet.
  public let marked: Int
  /// Whose draft marks all of them, by name, so that the office can send it; empty where nobody's does.
  public let drafted: String
  /// The room, or empty.
  public let room: String
  /// Who takes it as a rule, by name, or empty.
  public let taker: String
  /// Who has declared to cover it today, by name, or empty.
  public let cover: String
  /// Its times.
  public let window: RegisterWindow
  /// When its taker was last reminded, or nil.
  public let reminded: TimeOfDay?

  /// A register with these details.
  public init(
    _ key: RegisterKey, pupils: Int, marked: Int = 0, drafted: String = "", room: String = "",
    taker: String = "", cover: String = "",
    window: RegisterWindow, reminded: TimeOfDay? = nil
  ) {
    self.key = key
    self.pupils = pupils
    self.marked = marked
    self.drafted = drafted
    self.room = room
    self.taker = taker
    self.cover = cover
    self.window = window
    self.reminded = reminded
  }

  /// How it stands at the time: `open till 09:05`, `closed 09:05`.
  public func state(at time: TimeOfDay) -> String {
    window.phase(at: time) == .open ? "open till \(window.closes)" : "closed \(window.closes)"
  }

  /// What is marked and not sent: `12 of 30 marked`, or that one draft is complete; else nothing.
  public var draft: String {
    if !drafted.isEmpty { return "draft complete, \(pupils == 1 ? "1 mark" : "\(pupils) marks")" }
    return marked > 0 ? "\(marked) of \(pupils) marked" : ""
  }

  /// All that is known of it, in words: `reminded 09:02, 30 pupils, room 12, cover Ms K, closed 09:05`.
  public func words(at time: TimeOfDay) -> String {
    [asked, count, place, state(at: time)].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The same with less and less of it, longest first; where and by whom it is taken goes last.
  public var shorterWords: [String] {
    // Where a draft waits only to be sent, nobody need run to the room.
    let parts =
      drafted.isEmpty
      ? [[asked, count, place], [asked, place], [place], [count]]
      : [[asked, count, place], [count, place], [count]]
    return parts.map {
      $0.filter { !$0.isEmpty }.joined(separator: ", ")
    }.filter { !$0.isEmpty }
  }

  private var asked: String { reminded.map { "reminded \($0)" } ?? "" }
  private var count: String { draft.isEmpty ? "\(pupils) pupils" : draft }
  private var place: String {
    [room.isEmpty ? "" : "room \(room)", cover.isEmpty ? taker : "cover \(cover)"]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The act that reminds whoever takes the register.
  public func nudge(by person: Person, now: Instant) -> Act {
    Self.nudge([key], by: person, now: now)
  }

  /// The one act that reminds whoever takes these registers.
  public static func nudge(_ keys: [RegisterKey], by person: Person, now: Instant) -> Act {
    Act(
      kind: .logged, by: person, at: now,
      lines: keys.map { ProposedLine(pupil: nil, date: $0.session.date, matter: .nudge($0)) })
  }
}

extension DayBook {
  /// When the taker of each register of the date was last reminded.
  public func nudges(on date: SchoolDate) -> [RegisterKey: TimeOfDay] {
    var times: [RegisterKey: TimeOfDay] = [:]
    for line in standing {
      if case .nudge(let key) = line.matter, key.session.date == date { times[key] = line.at.time }
    }
    return times
  }
}

extension Handout {
  /// The runner's list of registers not taken, with their rooms (U32).
  public static func untaken(
    _ registers: [UntakenRegister], on date: SchoolDate, at moment: Instant
  ) -> Handout {
    Handout(
      .untaken, on: date, at: moment,
      summary: registers.isEmpty ? "every register begun is taken" : "\(registers.count) not taken",
      columns: [
        Column("session", .heading, isCode: true), Column("group"), Column("room"),
        Column("taker"), Column("cover"), Column("pupils", .fileOnly, isCode: true),
        Column("state"), Column("reminded", isCode: true), Column("draft"),
      ],
      rows: registers.map { register in
        Row(
          nil,
          [
            register.key.session.half.rawValue, register.key.group, register.room, register.taker,
            register.cover, String(register.pupils), register.state(at: moment.time),
            register.reminded.map { "\($0)" } ?? "", register.draft,
          ])
      }, hasBoxes: true)
  }
}
