import Attendance
import Policies

extension CallForm {
  /// What the focused field offers, item by item; a digit or Enter takes one.
  func offers(at desk: Desk) -> [String] {
    switch focus {
    case .pupil: pupilOffers
    case .from: contacts.prefix(9).enumerated().map { "\($0 + 1) \($1.label)" }
    case .channel:
      Attendance.Message.Channel.allCases.enumerated().map { "\($0 + 1) \($1.rawValue)" }
    case .overlap: ["1 beside: both stay", "2 instead"]
    case .callBack: ["y yes", "n no"]
    case .code:
      suggestions(at: desk).enumerated().map { index, suggestion in
        let meaning = desk.policy.codes.code(suggestion.code, on: desk.now.date)?.meaning ?? ""
        return "\(index + 1) \(suggestion.code) \(meaning), said \"\(suggestion.word)\""
      }
    case .words, .doubt, .first, .last, .out, .back, .telephone: []
    }
  }

  /// Those found, with what tells them apart; look-alikes also by their birthday.
  private var pupilOffers: [String] {
    let choices = choices
    return choices.prefix(9).enumerated().map { index, found in
      let name = found.pupil.name
      let alike = choices.filter { $0 != found && $0.pupil.name.looksLike(name) }
      let born = alike.isEmpty ? "" : " born \(found.pupil.dateOfBirth.short)"
      let isTwin = alike.contains { $0.pupil.dateOfBirth == found.pupil.dateOfBirth }
      return "\(index + 1) \(name.onRegister) \(found.group)\(born)" + (isTwin ? " twin" : "")
    }
  }

  /// What the focused field is for, in a sentence.
  func hint(at desk: Desk) -> String {
    switch focus {
    case .pupil:
      if !siblings.isEmpty { return "Siblings unaccounted for: a digit adds one to this message." }
      if !chosen.isEmpty { return "Another pupil of the same message? Bksp takes one back." }
      return linking == nil
        ? "Name, form or UPN. Without a pupil the message stays unlinked."
        : "Name, form or UPN of the pupil whom the message is about."
    case .from: return "Who told it: a name, then a comma and what they are to the pupil."
    case .words: return "The words as they were said."
    case .code: return codeHint(at: desk)
    case .doubt: return "Why the illness is doubted. Saving notes that the parent was told."
    case .first:
      return daysHint(at: desk) ?? "Today unless typed: 23 Mar, mon, +2, 2026-03-23; am, pm."
    case .last: return daysHint(at: desk) ?? "The last day away; without it, the first."
    case .out, .back:
      return "An appointment, 10:30. M only where registration is missed; else no code."
    case .telephone:
      return caller.map { $0.phone.isEmpty ? "The number to ring." : "Else \($0.phone)." }
        ?? "The number to ring."
    case .overlap: return planned
    case .channel, .callBack: return ""
    }
  }

  /// What is planned already, in a sentence, each with its number.
  var planned: String {
    "Planned already: "
      + overlapping.map { "\($0.line.id.number) \($0.absence.inWords)" }.joined(separator: "; ")
      + "."
  }

  private func codeHint(at desk: Desk) -> String {
    func meaning(_ code: String) -> String? {
      desk.policy.codes.code(code, on: desk.now.date).map { "\($0.text) \($0.meaning)" }
    }
    let typed = text(.code).uppercased()
    if !typed.isEmpty { return meaning(typed) ?? "No code is called \(typed)." }
    if !suggestions(at: desk).isEmpty { return "A digit takes it; - or empty: decide later" }
    return (["I", "M"].compactMap(meaning) + ["- or empty: decide later"]).joined(separator: "   ")
  }

  private func daysHint(at desk: Desk) -> String? {
    guard !text(focus).isEmpty, let absence = try? absence(at: desk) else { return nil }
    return "Away " + absence.days(in: desk.now.date) + "."
  }

  /// What matters before a code is chosen: the circumstances, the year's figure, what is known
  /// already, and what the message would amend.
  func facts(at desk: Desk) -> String {
    let absence = try? absence(at: desk)
    let whole = KnownAbsence(
      from: Session(desk.now.date, .am), through: Session(desk.now.date, .pm), code: nil,
      source: .report)
    return chosen.compactMap { briefs[$0.pupil.id] }.map { brief in
      var words = brief.concerns.map(\.asSentence)
      words += brief.advice(under: desk.policy, on: absence, by: channel, at: desk.now)
      if let share = brief.attendance { words.append("\(share)% this year.") }
      if brief.daysAbsent > 0 { words.append("Absent \(brief.daysAbsent.of("day")) running.") }
      let calls = brief.recentMessages
      if calls > 0 { words.append("\(calls.of("message")) in 7 days.") }
      words += brief.plans.prefix(2).map { "Planned already: \($0.inWords(on: desk.now.date))." }
      let covered = brief.unexplained.filter { (absence ?? whole).covers($0.entry.session) }.count
      if covered > 0 { words.append("\(covered) N on record, which a code amends.") }
      let others = brief.unexplained.count - covered
      if others > 0 { words.append("\(others) N on other days.") }
      return "\(brief.pupil.name.onRegister) \(brief.group): "
        + (words.isEmpty ? "nothing else is known." : words.joined(separator: " "))
    }.joined(separator: " ") + timing(absence?.from.date, at: desk)
  }
}

extension CallForm {
  /// Whether the report came before or after the time the policy asks for, once there is a pupil.
  private func timing(_ day: SchoolDate?, at desk: Desk) -> String {
    guard linking == nil, !briefs.isEmpty,
      let timing = desk.policy.reporting.timing(of: day ?? desk.now.date, at: desk.now)
    else { return "" }
    return " \(timing.asSentence)"
  }
}

extension KnownAbsence {
  /// From when to when, in few words: `today`, `today PM to 16 Oct`.
  func days(in today: SchoolDate) -> String { Session.range(from, through, today: today) }
}

extension Plan {
  /// The code and the days: `I 14 Oct to 16 Oct`.
  func inWords(on today: SchoolDate) -> String {
    "\(code) \(Session.range(from, through, today: today))"
  }
}

extension Session {
  /// The days of a range, the half only where it is not a whole day.
  static func range(_ first: Session, _ last: Session, today: SchoolDate) -> String {
    func day(_ date: SchoolDate) -> String {
      date == today ? "today" : "\(date.weekday.short) \(date.short)"
    }
    if first == last { return "\(day(first.date)) \(first.half.rawValue)" }
    if first.date == last.date { return day(first.date) }
    return day(first.date) + (first.half == .pm ? " PM" : "") + " to " + day(last.date)
      + (last.half == .am ? " AM" : "")
  }
}
