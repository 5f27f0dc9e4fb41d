import Attendance
import Exchange
import Policies
import Storage

/// What a letter says of a pupil's attendance: the figures of list, page and forecast, in words.
struct LetterFigures {
  let desk: FlagDesk
  let one: FlagDesk.Case
  let reader: MarkReader
  let forecast: Forecast
  /// How many missed sessions belong to an agreed part-time timetable.
  let partTime: Int
  /// How many missed sessions still lack a reason.
  let unexplained: Int

  /// The figures of the member as of the desk's date.
  init(_ desk: FlagDesk, of member: Roll.Member) throws {
    let survey = try desk.survey(of: [member], listing: true)
    guard let one = survey.cases.first else { throw StoreFault.unknownPupil }
    self.desk = desk
    self.one = one
    reader = survey.reader
    forecast = Forecast(one.line, over: desk.rules.time, on: desk.date, under: desk.policy)
    let (time, pupil, reader) = (desk.rules.time, member.pupil.id, reader)
    let codes = one.line.places(of: MarkLine.absent, in: desk.yearSoFar).map {
      reader.code(of: pupil, at: time.sessions[$0])
    }
    partTime = codes.count { $0 == Timetable.leftOutCode }
    unexplained = codes.count { $0 == desk.policy.followUp.code }
  }

  /// Attendance of these days, as far as they have come; nil where no session of theirs counts, or
  /// where they begin in another school year.
  func attendance(from first: SchoolDate, through last: SchoolDate) -> Share? {
    guard SchoolYear(of: first) == SchoolYear(of: desk.date) else { return nil }
    let begins = time.end(of: first.adding(days: -1))
    let ends = time.end(of: min(last, desk.date))
    return one.line.tally(in: begins..<max(begins, ends)).attendance
  }

  private var time: SchoolTime { desk.rules.time }
  private var pupil: Pupil.ID { one.member.pupil.id }

  /// For each letter, the names of the rules that flag the pupil and of the band that lead to it.
  var leading: [String: [String]] {
    var leading: [String: [String]] = [:]
    func add(_ letter: String?, _ name: String) {
      guard let letter, !(leading[letter] ?? []).contains(name) else { return }
      leading[letter, default: []].append(name)
    }
    for finding in one.findings.findings where finding.isMet {
      add(finding.rule.letter, finding.rule.name)
    }
    let tally = forecast.tally
    if let band = desk.policy.band(attended: tally.attended, of: tally.possible) {
      add(band.letter, band.name)
    }
    return leading
  }

  /// Puts what is counted into the fields, for a letter with that id.
  func fill(_ fields: inout LetterFields, for letter: Letter) throws {
    let tally = forecast.tally
    fields[.possible] = "\(tally.possible)"
    fields[.attended] = "\(tally.attended)"
    fields[.absences] = "\(tally.absent)"
    fields[.daysMissed] = HalfDays(tally.absent).inWords
    fields[.authorised] = "\(tally.authorised)"
    fields[.unauthorised] = "\(tally.unauthorised)"
    fields[.unexplained] = unexplained > 0 ? "\(unexplained)" : nil
    fields[.partTime] = partTime > 0 ? "\(partTime)" : nil
    let due = one.line.places(of: MarkLine.possible, in: desk.yearSoFar)
    fields[.countedFrom] = due.first.map { time.sessions[$0].date.inWords }
    fields[.countedTo] = due.last.map { time.sessions[$0].date.inWords }
    let missed = one.line.places(of: MarkLine.absent, in: desk.yearSoFar)
    fields[.absencesList] = listed(missed)
    fields[.unauthorisedList] = listed(missed.filter(isUnauthorised))
    fields[.target] =
      (desk.policy.targets.attendance ?? desk.policy.targets.rewardsFrom)?
      .description
    fillShares(&fields, for: letter)
    fillNotice(&fields, for: letter)
    try fillLateness(&fields)
    fillAway(&fields)
  }

  /// The share and what hangs by it; held back where no letter may rest on it (U26).
  private func fillShares(_ fields: inout LetterFields, for letter: Letter) {
    let tally = forecast.tally
    fields[.attendance] = tally.attendance?.description
    fields[.band] = desk.policy.band(attended: tally.attended, of: tally.possible)?.name
    if let line = forecast.persistent {
      let left = line.isKept ? line.mayMiss ?? 0 : 0
      fields[.sessionsLeft] = left > 0 ? "\(left)" : nil
      fields[.daysLeft] = left > 0 ? HalfDays(left).inWords : nil
      fields[.backOn] = line.backOn?.inWords
    }
    guard let bar = barToShares(in: letter) else { return }
    for field in LetterField.allCases where field.waitsForSessions {
      fields.withhold(field, because: bar)
    }
  }

  /// Why a letter may not speak of the year's share yet; nil where it may.
  ///
  /// A certificate or a plan waits for nothing: it is no step against anybody.
  private func barToShares(in letter: Letter) -> String? {
    switch letter.kind {
    case .letter, .text, .script: break
    case .form, .certificate, .card, .slip: return nil
    }
    if let bar = desk.policy.barToLetters(countingOnly: forecast.tally.possible) { return bar }
    if forecast.isDriven(byPartTime: partTime) {
      return "the figure rests on \(partTime) sessions of an agreed part-time timetable, so no "
        + "letter is sent about it; talk with the family about the timetable's review"
    }
    return nil
  }

  /// What a notice rests on: nothing without a reason that may still come (U24).
  private func fillNotice(_ fields: inout LetterFields, for letter: Letter) {
    let amounts = desk.policy.penaltyNotices.amounts(on: desk.date)
    fields[.firstFine] = amounts.map { "\($0.first)" }
    fields[.firstFineLate] = amounts.map { "\($0.firstLate)" }
    fields[.secondFine] = amounts?.second.map { "\($0)" }
    let found = one.findings.findings
    let sending = Set(desk.policy.flags.rules.filter { $0.letter == letter.id }.map(\.id))
    let counted = found.filter { $0.isMet && sending.contains($0.rule.id) }
    fields[.countedList] = listed(counted.flatMap(\.sessions))
    if counted.isEmpty {
      fields.withhold(
        .countedList,
        because:
          "no rule that leads to '\(letter.id)' flags this pupil; 'rollcall flags --why-not' "
          + "says how far away each is")
    }
    if let bar = barToUnexplained(in: counted) { fields.withhold(.countedList, because: bar) }
    guard let rule = desk.policy.rule(desk.policy.penaltyNotices.consideredOn) else { return }
    fields[.threshold] = "\(rule.limit.tenths / 10)"
    guard let threshold = found.first(where: { $0.rule.id == rule.id }) else {
      let why = "\(rule.name) is about \(rule.scope.rawValue), and this pupil is not one of them"
      for field in [LetterField.tenWeekCount, .tenWeekList, .thresholdCount] {
        fields.withhold(field, because: why)
      }
      return
    }
    fields[.tenWeekCount] = threshold.amount.description
    fields[.tenWeekList] = listed(threshold.sessions)
    fields[.thresholdCount] = threshold.amount.description
    if !threshold.isMet {
      fields.withhold(
        .thresholdCount,
        because: "\(rule.name) is not met: \(threshold.figure), and the line is "
          + "\(rule.limit.inWords)")
    }
    if let bar = barToUnexplained(in: [threshold]) {
      for field in [LetterField.tenWeekCount, .tenWeekList, .thresholdCount] {
        fields.withhold(field, because: bar)
      }
    }
  }

  /// That sessions without a reason are among those counted, and which; nil where none is.
  private func barToUnexplained(in findings: [Finding]) -> String? {
    let waiting = findings.flatMap(\.sessions).filter {
      reader.code(of: pupil, at: $0) == desk.policy.followUp.code
    }
    guard !waiting.isEmpty else { return nil }
    let named = waiting.prefix(3).map(\.named).joined(separator: ", ")
    return
      "no notice rests on \(desk.policy.followUp.code): for \(waiting.count) of these sessions "
      + "the reason is not known (\(named)\(waiting.count > 3 ? ", …" : "")); settle them first"
  }

  private func isUnauthorised(_ place: Int) -> Bool {
    let session = time.sessions[place]
    let code = reader.code(of: pupil, at: session)
    return desk.policy.codes.code(code, on: session.date)?.category == .unauthorisedAbsence
  }

  /// The sessions as runs with their reason in the words of the code set, one a line.
  private func listed(_ sessions: [Session]) -> String? {
    listed(Set(sessions).compactMap(time.position(of:)))
  }

  private func listed(_ places: [Int]) -> String? {
    let runs = SessionRun.runs(of: places, in: time) { reader.code(of: pupil, at: $0) }
    // A session without a mark is no absence, and is never shown as one.
    let lines = runs.filter { !$0.code.isEmpty }.map { run in
      let meaning = desk.school.policies.codes.code(run.code, on: run.first.date)?.meaning
      let words = meaning.map { $0.prefix(1).lowercased() + $0.dropFirst() } ?? run.code
      return "- \(run.inWords): \(words)"
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// Each time the pupil was late this year, with the minutes that were written down.
  var latenesses: [(session: Session, minutes: Int?)] {
    get throws {
      try one.line.places(of: MarkLine.late, in: desk.yearSoFar).map { place in
        let session = time.sessions[place]
        let standing = try desk.school.store.standing(of: [pupil], at: session, asAt: nil)
        return (session, standing[pupil]?.entry.minutes)
      }
    }
  }

  private func fillLateness(_ fields: inout LetterFields) throws {
    let times = try latenesses
    if times.isEmpty {
      let name = one.member.pupil.name.onRegister
      fields.withhold(.latesList, because: "\(name) was not late this school year")
      return
    }
    fields[.latesYear] = "\(times.count)"
    fields[.latesList] = times.map { session, minutes in
      "- \(session.inWords)"
        + (minutes.map { ", \($0) \($0 == 1 ? "minute" : "minutes") late" } ?? "")
    }.joined(separator: "\n")
  }

  /// When the pupil was last in school, and how long ago that was.
  private func fillAway(_ fields: inout LetterFields) {
    let seen = one.line.places(of: MarkLine.arrived, in: desk.yearSoFar).last
    fields[.lastSeen] = seen.map { time.sessions[$0].inWords }
    let away = seen.map { time.schoolDays(after: $0, before: time.end(of: desk.date)) }
    fields[.daysAway] = away.flatMap { $0 > 0 ? "\($0)" : nil }
  }
}
