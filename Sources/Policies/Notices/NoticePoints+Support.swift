public import Attendance

/// What was tried before, and what keeps a notice waiting.
extension NoticePoints {
  /// What keeps letters and ladders waiting for the pupil (U36).
  var holds: [NoticePoint] {
    grounds.book.holds(of: grounds.pupil, on: grounds.date).map { line, hold in
      NoticePoint(
        .hold, .blocks,
        "a hold until \(hold.until.inWords): \(hold.reason.rawValue)"
          + (line.words.isEmpty ? "" : ", \(line.words)") + "; end it first if it no longer holds")
    }
  }

  /// How the last notice to improve to the parent stands.
  func improvement(to parent: String) -> [NoticePoint] {
    let name = FoldedName(parent)
    let given = grounds.book.improvements(of: grounds.pupil).filter {
      FoldedName($0.notice.parent) == name && $0.state(on: grounds.date) != .withdrawn
    }
    guard let last = given.last else {
      return [
        NoticePoint(
          .improve, .weigh,
          "no notice to improve was given; it may be left out where it would not help, as after a "
            + "holiday")
      ]
    }
    let period =
      "notice to improve \(last.id.number), \(last.notice.from.inWords) to "
      + last.notice.until.inWords
    switch last.state(on: grounds.date) {
    case .ahead, .running:
      return [
        NoticePoint(
          .improve, .blocks,
          "\(period), runs; where it is clearly failing note 'notice outcome \(last.id.number) "
            + "breached' first"
            + (last.notice.earlyGround.isEmpty ? "" : " (its ground: \(last.notice.earlyGround))"))
      ]
    case .ended:
      return [
        NoticePoint(
          .improve, .warns,
          "\(period), is over; note with 'notice outcome \(last.id.number)' whether it was met")
      ]
    case .breached, .notMet:
      return [NoticePoint(.improve, .fine, "\(period): \(last.state(on: grounds.date).rawValue)")]
    case .met:
      return [
        NoticePoint(.improve, .warns, "\(period): met; weigh whether a notice is still right")
      ]
    case .withdrawn: return []
    }
  }

  /// What was tried to support the family.
  var support: [NoticePoint] {
    let tried = grounds.support
    if tried.isEmpty {
      return [
        NoticePoint(
          .support, .warns,
          "nothing is on record that was tried: support comes first, unless it is a holiday")
      ]
    }
    return tried.map { NoticePoint(.support, .fine, grounds.book.inWords($0)) }
  }

  /// What the policy weighs.
  var weighing: [NoticePoint] { notices.weighs.map { NoticePoint(.weigh, .weigh, $0) } }
}

extension DayBook {
  /// What was done on the line's day, and what came of it: `Mon 22 Sep 2025: clinic, held in absence`.
  func inWords(_ line: DayLine) -> String {
    let became = answers(to: line).compactMap(\.outcome?.kind.rawValue).last
    return "\(line.date.inWords): "
      + line.matter.inWords.replacing("arranged: ", with: "") + (became.map { ", \($0)" } ?? "")
  }
}

extension PenaltyRecord {
  /// When it was issued, and how it stands: `issued Fri 19 Sep 2025 by the headteacher, paid`.
  public var inWords: String {
    let when =
      notice.isReferral && issuedOn == nil
      ? "asked for \(notice.issued.inWords)" : "issued \((issuedOn ?? notice.issued).inWords)"
    let by = notice.isReferral ? "" : " by the \(notice.issuer.lowercased())"
    let sessions = "\(notice.count) \(notice.count == 1 ? "session" : "sessions")"
    return "\(when)\(by), \(sessions)" + (state == .issued ? "" : ", \(state.inWords)")
  }

  /// Whether it is one of the two within three years on the date, in words.
  public func counting(on date: SchoolDate) -> String {
    if notice.level == nil { return "for an excluded pupil, outside the count" }
    if !stands { return "outside the count, and its sessions count again" }
    guard let countsBefore, let issuedOn else {
      return issuedOn == nil ? "not issued yet" : "before 19 August 2024, outside the count"
    }
    if issuedOn > date { return "after the date" }
    return date < countsBefore
      ? "counts until \(countsBefore.adding(days: -1).inWords)" : "three years ago or more"
  }
}

extension PenaltyRecord.State {
  /// The state as sentences have it.
  public var inWords: String {
    switch self {
    case .asked: "the authority has not answered"
    case .issued, .declined, .withdrawn, .paid, .unpaid, .prosecuted: rawValue
    }
  }
}
