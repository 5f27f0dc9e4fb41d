import Attendance
import Policies

extension CallForm: TypedForm {
  /// The one act that keeps the message with what it says of each pupil.
  func act(at desk: Desk) throws(Fault) -> Act {
    try checkPupils()
    if linking == nil, text(.words).isEmpty {
      throw Fault(.words, "Type the words as they were said")
    }
    let absence = try absence(at: desk)
    try checkReasons(at: desk)
    if chosen.isEmpty {
      if linking != nil { throw Fault(.pupil, "Choose the pupil whom the message is about") }
      if absence != nil {
        let field: CallField = text(.code).isEmpty ? .first : .code
        throw Fault(field, "An absence needs its pupil; choose one, or empty this field")
      }
    }
    return try act(absence, at: desk)
  }

  /// What is wrong with the field as it stands, or nil; other fields may still be open.
  func fault(of field: CallField, at desk: Desk) -> Fault? {
    do throws(Fault) {
      if field == .pupil { try checkPupils() }
      if field == .code || field == .doubt { try checkReasons(at: desk) }
      _ = try act(try absence(at: desk), at: desk)
    } catch {
      return error.field == field ? error : nil
    }
    return nil
  }

  private func checkPupils() throws(Fault) {
    let search = text(.pupil)
    if !search.isEmpty {
      throw Fault(
        .pupil,
        choices.isEmpty
          ? "Nobody else on roll is called '\(search)'; correct it, or empty it to keep the message "
            + "unlinked"
          : "Choose the pupil: Enter takes the first, a digit any; or empty the field")
    }
    if let unknown = chosen.first(where: { briefs[$0.pupil.id] == nil }) {
      throw Fault(
        .pupil,
        "What is on record of \(unknown.pupil.name.onRegister) did not come; Bksp, then choose again"
      )
    }
  }

  private func act(_ absence: KnownAbsence?, at desk: Desk) throws(Fault) -> Act {
    if !overlapping.isEmpty, fate == nil {
      throw Fault(.overlap, "\(planned) 1 keeps both, 2 takes it back on these days")
    }
    let rules = Register.Rules(desk.policy, desk.permissions)
    let reports = chosen.compactMap { briefs[$0.pupil.id] }.map { brief in
      Report(
        of: brief.pupil.id, absence: absence,
        isOfCompulsoryAge: brief.pupil.isOfCompulsoryAge(
          on: absence?.from.date ?? desk.now.date), standing: brief.unexplained, doubt: doubt)
    }
    do {
      var act =
        if let linking {
          try Report.act(
            linking: linking, to: reports, under: rules, by: desk.person, now: desk.now)
        } else {
          try Report.act(
            message(at: desk), saying: text(.words), about: reports, under: rules,
            by: desk.person, now: desk.now)
        }
      if fate == .instead { act.stand(inPlaceOf: overlapping) }
      return act
    } catch {
      throw fault(of: error)
    }
  }

  private func message(at desk: Desk) -> Attendance.Message {
    let contact = caller
    let parts = text(.from).split(separator: ",", maxSplits: 1).map {
      $0.split(separator: " ").joined(separator: " ")
    }
    let typed = text(.telephone)
    return Attendance.Message(
      caller: contact?.name ?? parts.first ?? "",
      relationship: contact?.relationship ?? (parts.count > 1 ? parts[1] : ""), channel: channel,
      telephone: typed.isEmpty && wantsCall ? contact?.phone ?? "" : typed, wantsCall: wantsCall,
      heard: desk.now.time)
  }

  /// The absence it tells of, or nil where it tells of none.
  func absence(at desk: Desk) throws(Fault) -> KnownAbsence? {
    let fields: [CallField] = [.code, .first, .last, .out, .back]
    if fields.allSatisfy({ text($0).isEmpty }) { return nil }
    let today = desk.now.date
    let first = try phrase(.first, from: today, today: today)
    let start = first?.first ?? Session(today, .am)
    let last = try phrase(.last, from: start.date, today: today)
    let end = last?.last ?? Session(start.date, first?.half ?? .pm)
    if end < start { throw Fault(.last, Refusal.endsBeforeItStarts.description) }
    if start.date.weekday.isWeekend {
      throw Fault(.first, "The school does not meet on a \(start.date.weekday.name)")
    }
    try checkRoll(start, end)
    try checkDays(start, end, today)
    let out = try time(.out)
    let back = try time(.back)
    if let out, let back, back <= out {
      throw Fault(.back, Refusal.endsBeforeItStarts.description)
    }
    let code = text(.code).uppercased()
    return KnownAbsence(
      from: start, through: end, code: code.isEmpty ? nil : code, source: .report, out: out,
      back: back)
  }

  private func checkRoll(_ start: Session, _ end: Session) throws(Fault) {
    for brief in chosen.compactMap({ briefs[$0.pupil.id] }) {
      guard let enrolment = brief.enrolment else { continue }
      for (field, date) in [(CallField.first, start.date), (.last, end.date)]
      where !enrolment.isOnRoll(on: date) {
        throw Fault(
          field, Refusal.notOnRoll(name: brief.pupil.name.onRegister, on: date).description)
      }
    }
  }

  private func checkDays(
    _ start: Session, _ end: Session, _ today: SchoolDate
  ) throws(Fault) {
    for days in chosen.compactMap({ briefs[$0.pupil.id]?.matters.days }) {
      if let refusal = days.refusal(of: start, through: end, on: today) {
        throw Fault(.first, refusal.description)
      }
    }
  }

  private func time(_ field: CallField) throws(Fault) -> TimeOfDay? {
    let typed = text(field)
    if typed.isEmpty { return nil }
    guard let time = TimeOfDay(typed.replacing(".", with: ":")) else {
      throw Fault(field, "'\(typed)' is no time; type it like 10:30")
    }
    // Nobody leaves for an appointment by night: a wrong digit is likelier.
    guard (6 * 60..<19 * 60).contains(time.minutes) else {
      throw Fault(field, "\(time) is not in the school day; type it like 10:30")
    }
    return time
  }

  private func fault(of refusal: Refusal) -> Fault {
    switch refusal {
    case .unknownCode(let code):
      Fault(.code, "'\(code)' is no attendance code; correct it, or empty it and decide later")
    case .codeNotForRole(let code, let role):
      Fault(
        .code,
        "Code \(code) is not for the role of \(role.lowercased()); empty it, and the office decides"
      )
    default: Fault(.code, refusal.description)
    }
  }
}
