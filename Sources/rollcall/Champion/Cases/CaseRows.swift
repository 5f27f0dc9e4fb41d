import Attendance
import Exchange
import Policies

/// The rows that cases are printed as.
struct CaseRows {
  private let desk: CaseDesk

  init(_ desk: CaseDesk) {
    self.desk = desk
  }

  /// A row for each case, the one due first first; those without a day after them.
  func list(_ cases: [Case]) throws -> RowTable {
    var table = RowTable([
      "due", "case", "upn", "surname", "forename", "form", "ladder", "step", "next", "state",
      "owner", "flag", "opened", "hold",
    ])
    for one in cases.inOrder(on: desk.date) {
      guard let pupil = one.pupil, let known = desk.desk.roll.pupils[pupil] else { continue }
      let member = desk.desk.roll.member(pupil, on: desk.date)
      let ladder = desk.desk.policy.ladder(one.opening.ladder)
      let next = ladder.flatMap { LadderClimb($0, over: desk.desk.rules.time).step(one.step + 1) }
      table.append([
        .date(one.due), .number(Int(one.id.number)), .code(known.upn.text),
        .text(known.name.surname), .text(known.name.forename),
        .text(orEmpty: member?.particulars.group), .text(ladder?.name ?? one.opening.ladder),
        .text(orEmpty: one.stepName), .text(orEmpty: one.isOpen ? next?.name : nil),
        .text(one.state(on: desk.date).inWords), .text(desk.name(of: one.owner)),
        .code(orEmpty: one.opening.flag.isEmpty ? nil : one.opening.flag),
        .date(one.line.date),
        .text(
          orEmpty: desk.book.holds(of: pupil, on: desk.date).last?.hold.inShort(
            desk.reads(about: pupil))),
      ])
    }
    return table
  }

  /// What the review of the case finds: one row, or none before its first step.
  func review(_ one: Case) throws -> RowTable {
    var table = RowTable([
      "case", "step_taken", "before_attended", "before_possible", "before_percent",
      "since_attended", "since_possible", "since_percent", "verdict", "reason",
    ])
    guard let review = try desk.review(one) else { return table }
    let (before, since) = (review.progress.before, review.progress.since)
    table.append([
      .number(Int(one.id.number)), .date(one.stepTaken), .number(before.attended),
      .number(before.possible), .percentage(orEmpty: before.share), .number(since.attended),
      .number(since.possible), .percentage(orEmpty: since.share), .code(review.verdict.rawValue),
      .text(review.reason),
    ])
    return table
  }

  /// A row for each line about a case, oldest first, with those taken back among them.
  func history(_ one: Case) -> RowTable {
    var table = RowTable(["line", "date", "kind", "what", "words", "by", "position", "at", "state"])
    let (lines, takenBack) = desk.everything(about: one)
    for line in lines {
      table.append([
        .number(Int(line.id.number)), .date(line.date), .code(line.matter.kind),
        .text(line.inWords), .text(orEmpty: line.words.isEmpty ? nil : line.words),
        .text(line.by.name), .text(line.by.position), .instant(line.at),
        .code(orEmpty: takenBack.contains(line.id) ? "taken back" : nil),
      ])
    }
    return table
  }
}

extension Case.State {
  /// The state in a word or two: `overdue`.
  var inWords: String {
    switch self {
    case .waiting: "waiting"
    case .due: "due today"
    case .overdue: "overdue"
    case .snoozed(let until): "left until \(until)"
    case .closed: "closed"
    }
  }
}

extension Hold {
  /// Until when, and why for whoever reads that: `bereavement to 2026-12-04`.
  fileprivate func inShort(_ saysWhy: Bool) -> String {
    (saysWhy ? "\(reason.rawValue) " : "") + "to \(until)"
  }
}
