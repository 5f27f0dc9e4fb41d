import Attendance
import Policies

extension RegisterScreen {
  /// The row's number and name, with what tells look-alikes apart: `18 Rees, Rhys`.
  func numbered(_ row: Int) -> String {
    guard register.rows.indices.contains(row) else { return "\(row + 1)" }
    let tag = register.lookAlikes[row].map { " (born \($0))" } ?? ""
    return "\(row + 1) \(register.rows[row].pupil.name.onRegister)\(tag)"
  }

  /// The code the row shows.
  func shownCode(at row: Int) -> String { register.code(at: row) }

  /// A code with its meaning: `I, illness`; in class view only whether somebody is here.
  func words(ofCode code: String) -> String {
    if isClassView { return classWord(code) }
    if code.isEmpty { return "blank" }
    guard let meaning = register.rules.codes.code(code, on: key.session.date)?.meaning else {
      return code
    }
    return "\(code), \(meaning.prefix(1).lowercased())\(meaning.dropFirst())"
  }

  /// What a class may read of a code.
  func classWord(_ code: String) -> String {
    if code.isEmpty { return "blank" }
    if code == "L" { return "late" }
    let category = register.rules.codes.code(code, on: key.session.date)?.category
    return category == .present ? "present" : "away"
  }

  /// What a key did to the row: `Row 18 Rees, Rhys: I, illness. Undo: ^Z`.
  func resultOfMark(at row: Int) -> String {
    let code = shownCode(at: row)
    var text = "Row \(numbered(row)): \(words(ofCode: code))"
    if !isClassView, let minutes = register.minutes(at: row) { text += ", \(minutes) min" }
    if !isClassView, let note = register.note(at: row), !note.isEmpty { text += ", noted" }
    if !isClassView, register.rows[row].standing == nil, let plan = register.rows[row].plan,
      plan.code != code
    {
      text +=
        register.prospect(at: row) == .beside
        ? "; planned \(plan.code) will stand, both are kept"
        : "; not planned \(plan.code), both are kept"
    }
    return text + ". Undo: ^Z"
  }

  /// Who stands at the current row and what is known: read aloud when the cursor comes.
  mutating func sayRow(at desk: Desk) {
    guard register.rows.indices.contains(cursor) else { return }
    let line = register.rows[cursor]
    var text = "Row \(numbered(cursor))"
    if !line.pupil.name.sayAs.isEmpty { text += ", say \(line.pupil.name.sayAs)" }
    text += ": "
    if isClassView {
      say(text + classWord(shownCode(at: cursor)))
      return
    }
    let code = shownCode(at: cursor)
    if register.isPlanned(at: cursor), let plan = line.plan {
      text +=
        "expected \(words(ofCode: code)), \(plan.source.words), "
        + "by \(plan.by.name) \(plan.at.date == key.session.date ? plan.at.time.description : plan.at.date.short)"
    } else {
      text += words(ofCode: code)
      if let minutes = register.minutes(at: cursor) { text += ", \(minutes) min" }
    }
    if let standing = line.standing {
      text +=
        register.isDraft(at: cursor)
        ? "; on record \(standing.entry.code)" : ""
      text += ", by \(standing.by.name) \(standing.at.time)"
      if standing.contradiction != nil { text += "; two sightings differ, ! settles" }
    } else if let heed = line.heed, code.isEmpty {
      text += "; \(heed)"
    }
    if let note = register.note(at: cursor), !note.isEmpty { text += ". Note: \(note)" }
    say(text)
  }

  /// What is said when the register opens.
  mutating func greet(at desk: Desk) {
    if register.rows.isEmpty { return }
    if let bar = barToMarking(at: desk) {
      message = Message(bar.sentence, isRefusal: false)
    } else if !toSettle.isEmpty, desk.denial(of: .settleContradictions, open.relations) == nil {
      say("\(toSettle.count) to settle, marked !. The key ! takes them up.")
    } else if isLateTaking(at: desk) {
      say("Closed and not taken. Mark as seen; ^S asks at what time that was.")
    } else if let others = open.words {
      say(others)
    } else if register.taken == nil, let expectedAbsent {
      say(expectedAbsent + " One key marks a child who is in after all.")
    } else if register.taken == nil, register.draft.isEmpty {
      say("Mark those who are not here, then = and ^S.")
    } else if register.taken == nil {
      say("Your draft is as you left it: \(register.blankNumbers.count) still blank.")
    } else if let taken = register.taken {
      let seen = taken.observer.map { ", as seen at \($0.at.time) by \($0.by)" } ?? ""
      say("Taken \(taken.at.time) by \(taken.typist.name)\(seen). A change is an amendment.")
    }
    sayElsewhere()
  }

  /// Names those of the form who are on a list and not waited for here.
  private mutating func sayElsewhere() {
    guard !open.elsewhere.isEmpty else { return }
    let names = open.elsewhere.prefix(6).joined(separator: ", ")
    let rest = open.elsewhere.count - 6
    message.text +=
      " Elsewhere: \(names)" + (rest > 0 ? " and \(rest) more" : "") + "; not marked here."
  }
}

extension Plan.Source {
  /// Where the knowledge comes from, in a few words.
  var words: String {
    switch self {
    case .report: "told by the family"
    case .leave: "leave granted"
    case .timetable: "timetable of their own"
    case .visit: "off-site visit"
    case .list: "on a list"
    case .suspension: "suspension"
    case .closure: "closure"
    }
  }

  /// The same in at most five letters.
  var short: String {
    switch self {
    case .report: "told"
    case .leave: "leave"
    case .timetable: "own"
    case .visit: "visit"
    case .list: "list"
    case .suspension: "susp."
    case .closure: "shut"
    }
  }
}
