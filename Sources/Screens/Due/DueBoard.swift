public import Attendance
public import Policies
import Terminal

/// What asks for something on a day, as the screen shows it.
public struct DueBoard: Hashable, Sendable {
  /// One thing that asks.
  public struct Row: Hashable, Sendable {
    /// What it is.
    public let item: DueItem
    /// Whom it is about.
    public let pupil: Pupil
    /// The form, or nothing for a leaver.
    public let form: String
    /// Who sees to it, in words; empty where nobody is named.
    public let owner: String

    /// A row of these.
    public init(_ item: DueItem, _ pupil: Pupil, form: String, owner: String) {
      self.item = item
      self.pupil = pupil
      self.form = form
      self.owner = owner
    }
  }

  /// The day.
  public let date: SchoolDate
  /// The rows: what is due today first, then what is overdue, then the rest, each by its day.
  public let rows: [Row]

  /// What asks for something on the date.
  public init(on date: SchoolDate, rows: [Row]) {
    self.date = date
    func rank(_ row: Row) -> Int {
      switch row.item.state(on: date) {
      case .dueToday: 0
      case .overdue: 1
      case .coming: 2
      case .held: 3
      case .settled: 4
      }
    }
    self.rows = rows.enumerated().sorted { one, other in
      (rank(one.element), one.element.item.due, one.offset)
        < (rank(other.element), other.element.item.due, other.offset)
    }.map(\.element)
  }

  /// How much there is, the fullest words first.
  var counts: [String] {
    let states = rows.map { $0.item.state(on: date) }
    let today = states.count { $0 == .dueToday }
    let late = states.count { $0 == .overdue }
    return [
      "\(rows.count) to see to: \(today) today, \(late) overdue", "\(today) today, \(late) overdue",
    ]
  }
}

extension DueBoard.Row {
  /// The key that the cursor keeps to when the list changes.
  struct ID: Hashable, Sendable {
    let kind: DueItem.Kind
    let pupil: Pupil.ID
    let what: String
    let since: SchoolDate
    let line: DayLine.ID?
  }

  var id: ID {
    ID(
      kind: item.kind, pupil: item.pupil, what: item.what, since: item.since, line: item.line)
  }

  /// How it stands, in a word or two, with the day where it is not today and there is room for it.
  func state(on date: SchoolDate, width: Int) -> String {
    let (words, day): (String, SchoolDate?) =
      switch item.state(on: date) {
      case .dueToday: ("today", nil)
      case .overdue: ("overdue", item.due)
      case .coming: ("coming", item.due)
      case .held(let until): ("held to", until)
      case .settled(let words): (words, nil)
      }
    // A day of another year says so, in as few letters as may be.
    let whole =
      day.map { day in
        "\(words) \(day.short)" + (day.year == date.year ? "" : " \(day.year % 100)")
      } ?? words
    return whole.columns <= width ? whole : words.cut(to: width)
  }

  /// The dates, the figures, what comes next and who sees to it.
  func details(on date: SchoolDate) -> [String] {
    let due = item.due == item.since ? "" : "; due \(item.due.inWords)"
    return ["Since \(item.since.inWords)\(due)" + (item.value.isEmpty ? "" : ": \(item.value)")]
      + ["Next: \(item.next)"] + (owner.isEmpty ? [] : ["With: \(owner)"])
  }
}
