import Attendance

/// What became of a message that was kept, as its receipt has it.
struct CallOutcome {
  private let act: Act
  private let receipt: Receipt
  private let pupils: [FoundPupil]
  private let today: SchoolDate

  init(_ act: Act, _ receipt: Receipt, of pupils: [FoundPupil], today: SchoolDate) {
    self.act = act
    self.receipt = receipt
    self.pupils = pupils
    self.today = today
  }

  /// All of it for the message line.
  ///
  /// As in `Logged 09:20, Rees, Rhys: 1 N amended to I; prefills Mon 23 Mar.`
  var inWords: String {
    if pupils.isEmpty { return "Logged \(act.at.time), not linked; u links it to a pupil." }
    let names = pupils.map(\.pupil.name.onRegister).joined(separator: " and ")
    let effects = [amended, outranked, contradicted, prefilled].compactMap(\.self)
    return "Logged \(act.at.time), \(names): "
      + (effects.isEmpty ? "no code, so no mark changes" : effects.joined(separator: "; ")) + "."
  }

  private var absences: [(pupil: Pupil.ID?, absence: KnownAbsence)] {
    act.lines.compactMap { line in
      if case .absence(let absence) = line.matter { (line.pupil, absence) } else { nil }
    }
  }

  private var amended: String? {
    let settled = Set(receipt.outranked + receipt.contradictions)
    let marks = act.marks.filter { !settled.contains($0.pupil) }
    return marks.first.map { "\(marks.count) N amended to \($0.code)" }
  }

  private var outranked: String? {
    receipt.outranked.isEmpty ? nil : "kept beside what outranks it"
  }

  private var contradicted: String? {
    receipt.contradictions.isEmpty ? nil : "another saw otherwise, the office settles"
  }

  /// The sessions still to come that the message prefills; they are the same for every pupil.
  private var prefilled: String? {
    guard let (_, absence) = absences.first else { return nil }
    guard absence.code != nil else { return "the code is to be decided" }
    var first = max(absence.from, Session(today, .am))
    for mark in act.marks where mark.session >= first {
      first =
        mark.session.half == .am
        ? Session(mark.session.date, .pm) : Session(mark.session.date.adding(days: 1), .am)
    }
    while first.date.weekday.isWeekend { first = Session(first.date.adding(days: 1), .am) }
    guard first <= absence.through else { return nil }
    return "prefills " + Session.range(first, absence.through, today: today)
  }
}
