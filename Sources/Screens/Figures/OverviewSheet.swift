import Attendance
import Policies
import Terminal

/// The school at a glance as lines for a width: today, the periods so far, and the weeks of the year.
struct OverviewSheet {
  /// One line, and where it leads.
  struct Line: Hashable {
    let text: String
    var style: Style = .plain
    /// The period whose groups it opens.
    var period: SchoolPeriod.Kind?
    /// Whether it speaks of today's registers.
    var isToday = false
  }

  private let overview: Overview
  private let width: Int
  private let height: Int

  init(_ overview: Overview, width: Int, height: Int) {
    self.overview = overview
    self.width = width
    self.height = height
  }

  var lines: [Line] {
    let above = today + stretches
    return above + weeks(rows: height - above.count)
  }

  private func wrapped(_ text: String, isToday: Bool = false) -> [Line] {
    text.wrapped(to: max(width, 1)).enumerated().map { index, line in
      Line(text: index == 0 ? line : "  " + line, isToday: isToday)
    }
  }

  /// A line for each session that has begun, and one for the registers that wait.
  private var today: [Line] {
    let heading = Line(text: "Today, \(overview.date.inWords)", style: .heading)
    if let closed = overview.closed { return [heading] + wrapped("No school: \(closed)") }
    if overview.today.isEmpty {
      // A session has begun, and its counts are hidden, or nobody was due.
      let hasBegun = overview.last.date == overview.date
      return [heading]
        + wrapped(
          hasBegun
            ? "Nothing to show: fewer than \(SmallGroups.least) pupils are due"
            : "No register has opened yet")
    }
    let isWide = width >= 56
    return [heading]
      + overview.today.flatMap { today -> [Line] in
        let tally = today.tally
        let words = [
          "\(today.half.rawValue) \(tally.attended) present", "\(tally.absent) absent",
          "\(tally.late) late", "\(today.unexplained) unexplained",
          isWide || tally.missing > 0 ? "\(tally.missing) not marked" : nil,
          isWide
            ? "\(today.untaken) of \(today.registers.of("register")) not taken"
            : today.untaken > 0 ? "\(today.untaken.of("register")) not taken" : nil,
        ].compactMap(\.self)
        let line = words.joined(separator: ", ")
        // Where one line is too short for all of it, the registers have one of their own.
        return line.columns <= width || !isWide
          ? wrapped(line, isToday: true)
          : wrapped(words.dropLast().joined(separator: ", "), isToday: true)
            + words.suffix(1).map { Line(text: "   " + $0, isToday: true) }
      }
  }

  /// A line for each period: attendance, how it lies to target and nation, and absence as a bar.
  private var stretches: [Line] {
    let rows = overview.stretches.compactMap { $0.row.row?.tally.absence?.tenths }
    let most = max(
      rows.max() ?? 0, overview.benchmarks.national.map { $0.absence.hundredths / 10 } ?? 0)
    let hasTarget = overview.benchmarks.target != nil
    let hasNation = overview.benchmarks.national != nil
    let name = overview.stretches.map { $0.period.kind.soFar.columns }.max() ?? 0
    let isWide = width >= 56
    var heading =
      (isWide ? "So far" : "").padded(to: name) + "Att%".paddedBefore(to: 7)
      + (hasTarget ? "+/-aim".paddedBefore(to: 7) : "")
      + (hasNation ? "+/-nat".paddedBefore(to: 7) : "")
    if isWide { heading += "PA%".paddedBefore(to: 6) + "Abs%".paddedBefore(to: 6) }
    let lines = overview.stretches.map { stretch -> Line in
      var text = stretch.period.kind.soFar.padded(to: name)
      guard let row = stretch.row.row else {
        return Line(text: text + "  " + stretch.row.hiddenWords, period: stretch.period.kind)
      }
      func add(_ words: String?, _ columns: Int) {
        text += (words ?? "-").paddedBefore(to: columns)
      }
      add(row.tally.attendance?.description, 7)
      if hasTarget { add(overview.benchmarks.points(fromTarget: row.tally)?.description, 7) }
      if hasNation { add(overview.benchmarks.points(fromNational: row.tally)?.description, 7) }
      if isWide {
        let share = row.persistent.flatMap { part in row.pupils.flatMap { Share(part, of: $0) } }
        add(share?.description, 6)
        add(row.tally.absence?.description, 6)
        text += bar(row.tally.absence?.tenths ?? 0, most, beside: text)
      }
      return Line(text: text, period: stretch.period.kind)
    }
    return [Line(text: heading, style: .muted)] + lines + nation(most, name, hasTarget, isWide)
  }

  /// The national figures under the school's own, in the same columns.
  private func nation(_ most: Int, _ name: Int, _ hasTarget: Bool, _ isWide: Bool) -> [Line] {
    guard isWide, let national = overview.benchmarks.national else { return [] }
    func tenths(_ share: PublishedShare) -> String {
      Share(share.hundredths, of: 10_000)?.description ?? ""
    }
    var text =
      "National".padded(to: name) + tenths(national.attendance).paddedBefore(to: 7)
      + String(repeating: " ", count: hasTarget ? 14 : 7)
    text += tenths(national.persistent).paddedBefore(to: 6)
    text += tenths(national.absence).paddedBefore(to: 6)
    text += bar(national.absence.hundredths / 10, most, beside: text)
    return [Line(text: text)]
  }

  private func bar(_ value: Int, _ most: Int, beside text: String) -> String {
    let room = width - text.columns - 2
    return room >= 6 ? "  " + AbsenceBar.cells(value, of: most, width: room) : ""
  }

  /// The absence of each week of the year as a column of cells, with the extremes in words.
  private func weeks(rows: Int) -> [Line] {
    let weeks = overview.weeks
    guard let last = weeks.last,
      let most = weeks.max(by: { Self.absence($0) < Self.absence($1) }),
      let least = weeks.min(by: { Self.absence($0) < Self.absence($1) })
    else { return [] }
    func share(_ week: Overview.Week) -> String { week.tally.absence.map { "\($0)%" } ?? "-" }
    let words =
      "Absence by week: most \(share(most)) in the week of \(most.monday.short), least "
      + "\(share(least)) of \(least.monday.short), last \(share(last))"
    let wrappedWords = words.wrapped(to: max(width, 1)).enumerated().map { index, line in
      Line(text: line, style: index == 0 ? .heading : .plain)
    }
    let left = rows - wrappedWords.count
    let chart = WeekChart(
      weeks.map { Self.absence($0) }, width: width, rows: left > 3 ? min(left - 1, 5) : left)
    guard !chart.lines.isEmpty else { return wrappedWords }
    let below = [
      Line(text: chart.axis(from: weeks[0].monday.short, to: last.monday.short), style: .muted),
      Line(text: ""), overview.benchmarks.nationWords.map { Line(text: $0, style: .muted) },
    ].compactMap(\.self)
    return wrappedWords + chart.lines.map { Line(text: $0) }
      + below.prefix(max(left - chart.lines.count, 0))
  }

  /// The absence of a week in tenths of a per cent, as it is shown.
  private static func absence(_ week: Overview.Week) -> Int { week.tally.absence?.tenths ?? 0 }
}

/// Figures of weeks as columns of cells that stand on nothing, so that heights compare.
struct WeekChart {
  private let values: [Int]
  private let rows: Int
  private let cells: Int
  /// The columns that the scale takes at the left.
  private static let scale = 6

  init(_ values: [Int], width: Int, rows: Int) {
    cells = (width - Self.scale) / max(values.count, 1) >= 2 ? 2 : 1
    // Where not all weeks have room, the last ones are shown.
    let most = max((width - Self.scale) / cells, 0)
    self.values = Array(values.suffix(most))
    self.rows = rows
  }

  /// The columns, the highest row first; none where there is no room for three rows.
  var lines: [String] {
    let most = values.max() ?? 0
    guard rows >= 3, most > 0 else { return [] }
    let full = Share(most, of: 1000).map { "\($0)%" } ?? ""
    return (0..<rows).map { row in
      let label = (row == 0 ? full : "").paddedBefore(to: Self.scale - 1)
      let filled = values.map { value in
        // A half row is a row, and something is never nothing.
        let height = value == 0 ? 0 : max(1, (2 * value * rows + most) / (2 * most))
        return rows - row <= height ? "#" : " "
      }
      let columns = filled.map { $0 + (cells == 2 ? " " : "") }.joined()
      return label + " " + columns
    }
  }

  /// The first and the last week under the columns.
  func axis(from first: String, to last: String) -> String {
    let room = values.count * cells
    let gap = room - first.columns - last.columns
    let indent = String(repeating: " ", count: Self.scale)
    return gap >= 1 ? indent + first + String(repeating: " ", count: gap) + last : indent + last
  }
}
