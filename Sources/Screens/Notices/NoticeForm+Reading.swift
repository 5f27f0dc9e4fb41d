import Attendance
import Policies

extension NoticeForm {
  /// What is asked for; says at which field it is not.
  func deed(about sheet: NoticeSheet, today: SchoolDate) throws(Fault) -> NoticeDeed {
    switch kind {
    case .issue: return .issue(try order(about: sheet, today))
    case .other: return .issue(try otherOrder(about: sheet, today))
    case .improve: return .improve(try improveOrder(about: sheet, today))
    case .agree: return .agree(try agreementOrder(today))
    case .outcome(let record): return .outcome(try outcomeOrder(record, today))
    }
  }

  private func order(about sheet: NoticeSheet, _ today: SchoolDate) throws(Fault) -> NoticeOrder {
    let parent = try parent(of: sheet)
    let blockers = sheet.considered.first { $0.contact == parent }?.blockers ?? []
    if let first = blockers.first {
      throw Fault(.parent, "No notice for \(parent.name): \(first.words)")
    }
    return try order(for: parent, today)
  }

  private func otherOrder(
    about sheet: NoticeSheet, _ today: SchoolDate
  ) throws(Fault) -> NoticeOrder {
    var order = try order(for: parent(of: sheet), today)
    order.met = try past(.met, today)
    order.ground = try chosen(.ground)
    order.excluded = try past(.excluded, today)
    if order.met == nil, order.ground == nil, order.excluded == nil {
      throw Fault(.met, "Say when the line was met, the ground, or the day; else i issues a notice")
    }
    return order
  }

  private func order(for parent: Contact, _ today: SchoolDate) throws(Fault) -> NoticeOrder {
    guard let checked = try past(.checked, today) else {
      throw Fault(.checked, "Ask the authority first, and type the day")
    }
    let words = text(.words)
    if words.isEmpty { throw Fault(.words, "A notice has its ground; type it in words") }
    return NoticeOrder(pupil: pupil.id, parent: parent.priority, checked: checked, words: words)
  }

  private func improveOrder(
    about sheet: NoticeSheet, _ today: SchoolDate
  ) throws(Fault) -> ImproveOrder {
    let parent = try parent(of: sheet)
    guard let weeks = Int(text(.weeks)) else {
      throw Fault(.weeks, "Type for how many weeks of school, as a number")
    }
    let holds = parts(.holds, by: ",;")
    if holds.isEmpty {
      throw Fault(.holds, "Say which points the letter holds: all, or their numbers")
    }
    let (early, words) = (text(.early), text(.words))
    if early.isEmpty {
      throw Fault(.early, "Say on what ground a penalty notice may come before the end")
    }
    if words.isEmpty { throw Fault(.words, "Say what enough improvement is") }
    return ImproveOrder(
      pupil: pupil.id, parent: parent.priority, weeks: weeks,
      from: try day(.from, from: today, today: today), holds: holds, early: early, words: words)
  }

  private func agreementOrder(_ today: SchoolDate) throws(Fault) -> AgreementOrder {
    guard let kind = try chosen(.kind).flatMap(Agreement.Kind.init) else {
      throw Fault(.kind, "Say what it is")
    }
    let targets = parts(.targets, by: ";")
    if targets.isEmpty {
      throw Fault(.targets, "An agreement has a target; say what is to be reached")
    }
    var order = AgreementOrder(
      pupil: pupil.id, kind: kind, targets: targets, support: parts(.support, by: ";"),
      parties: parts(.parties, by: ","), words: text(.words))
    order.from = try day(.from, from: today, today: today)
    let first = order.from ?? today
    order.review = try day(.review, from: first, today: today)
    order.until = try day(.until, from: first, today: today)
    if kind == .partTime, order.until == nil {
      throw Fault(.until, "A part-time timetable is for a time; type its last day")
    }
    return order
  }

  private func outcomeOrder(
    _ record: NoticeRecord, _ today: SchoolDate
  ) throws(Fault) -> OutcomeOrder {
    guard let kind = try chosen(.outcome).flatMap(CaseOutcome.Kind.init) else {
      throw Fault(.outcome, "Say what became of it")
    }
    let (words, by) = (text(.words), text(.by))
    let needsWords =
      record.isAgreement
      ? kind != .signed : [.breached, .withdrawn, .declined, .notMet].contains(kind)
    if words.isEmpty, needsWords { throw Fault(.words, "Say why, or how it went") }
    if by.isEmpty, kind == .signed { throw Fault(.by, "Say who signed") }
    var order = OutcomeOrder(
      pupil: pupil.id, line: record.id, outcome: CaseOutcome(kind, by: by), words: words)
    if record.isAgreement {
      order.next = try day(.next, from: today, today: today)
    } else {
      order.day = try past(.day, today)
    }
    return order
  }

  /// The parent whose number or name was typed.
  private func parent(of sheet: NoticeSheet) throws(Fault) -> Contact {
    let typed = text(.parent)
    let parents = sheet.considered.map(\.contact)
    let found = parents.filter { contact in
      Int(typed).map { $0 == contact.priority } ?? FoldedName.matches(contact.name, search: typed)
    }
    guard let parent = found.first, found.count == 1 else {
      let names = parents.map { "\($0.priority) \($0.name)" }.joined(separator: ", ")
      throw Fault(.parent, "Type the number of the parent: \(names)")
    }
    return parent
  }

  /// The day in the field, today or before; whoever says Monday means the last one.
  private func past(_ field: NoticeField, _ today: SchoolDate) throws(Fault) -> SchoolDate? {
    let day = try day(field, from: today.adding(days: -6), today: today)
    if let day, day > today {
      let asked = field == .checked ? " asked" : ""
      throw Fault(field, "\(day.inWords) is still to come; type the day it was\(asked)")
    }
    return day
  }
}
