import Attendance
import Policies
import Terminal

/// The lines of a sheet of notices, whole at any width: what stands in the way comes first.
struct NoticeLines {
  /// One line, and how it is meant.
  struct Line: Hashable {
    let text: String
    let style: Style
    /// The notice or agreement on record that it is part of, or nil.
    var record: DayLine.ID?
    /// The last of the sessions that it speaks of, or nil.
    var session: Session?
  }

  private(set) var lines: [Line] = []
  private let width: Int

  /// What each parent comes to, then what is so for all of them, then what for one only.
  init(_ sheet: NoticeSheet, width: Int) {
    self.width = max(width - 2, 1)
    let all = sheet.considered
    if all.isEmpty {
      add("No contact with parental responsibility is recorded; c on the pupil's page adds one.")
    }
    for one in all { add("\(one.contact.priority) \(one.inBrief)", style: .heading) }
    let shared = all.shared
    addSection(all.count == 1 ? "" : "For each of them", shared)
    for one in all {
      addSection("Only for \(one.contact.name)", one.points.filter { !shared.contains($0) })
    }
    add(sheet.records)
  }

  private mutating func add(_ records: [NoticeRecord]) {
    if records.isEmpty { return }
    lines.append(Line(text: "", style: .plain))
    add("On record", style: .bold)
    for record in records {
      let start = lines.count
      add(record.title, style: record.outcomes.isEmpty ? .plain : .heading)
      for detail in record.details where !detail.isEmpty { add(detail, sign: "    ") }
      for index in start..<lines.count { lines[index].record = record.id }
    }
  }

  private mutating func addSection(_ title: String, _ points: [NoticePoint]) {
    if points.isEmpty { return }
    lines.append(Line(text: "", style: .plain))
    if !title.isEmpty { add(title, style: .bold) }
    let order: [NoticePoint.Standing] = [.blocks, .warns, .fine, .weigh]
    for standing in order {
      for point in points where point.standing == standing {
        let start = lines.count
        add(
          point.words, style: standing == .blocks ? .notice : .plain,
          sign: standing.sign.padded(to: 4))
        for index in start..<lines.count { lines[index].session = point.sessions.last }
      }
    }
  }

  /// A text over as many lines as it needs, the sign before its first.
  private mutating func add(_ text: String, style: Style = .plain, sign: String = "") {
    let later = String(repeating: " ", count: sign.isEmpty ? 2 : sign.count)
    for (index, part) in text.wrapped(to: max(width - later.count, 1)).enumerated() {
      lines.append(Line(text: (index == 0 ? sign : later) + part, style: style))
    }
  }
}

extension NoticeConsidered {
  /// The parent, and whether a notice is possible: `Mrs Ash, mother: a first notice is possible`.
  var inBrief: String {
    let who = contact.name + (contact.relationship.isEmpty ? "" : ", \(contact.relationship)")
    let count = blockers.count
    if count > 0 {
      return "\(who): no notice, \(count.of("thing")) \(count == 1 ? "stands" : "stand") in the way"
    }
    return "\(who): a \(next == .second ? "second" : "first") notice is possible"
  }
}

extension NoticePoint.Standing {
  /// The sign before a point.
  var sign: String {
    switch self {
    case .blocks: "NO"
    case .warns: " !"
    case .fine: " -"
    case .weigh: "[ ]"
    }
  }
}
