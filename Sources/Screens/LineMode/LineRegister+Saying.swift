import Attendance

extension LineRegister {
  /// The row that the word numbers, counted from 1; nil where there is no such row.
  func number(_ word: Substring?) -> Int? {
    guard let number = word.flatMap({ Int($0) }), register.rows.indices.contains(number - 1)
    else { return nil }
    return number - 1
  }

  /// A row in words: `11 Kofi, Kwame: L, late before the register closed, 5 minutes`.
  func line(_ row: Int) -> String {
    let pupil = register.rows[row].pupil
    var text = "\(row + 1) \(pupil.name.onRegister)"
    if let alike = register.lookAlikes[row] { text += " (\(alike))" }
    if !pupil.name.sayAs.isEmpty { text += " (say \(pupil.name.sayAs))" }
    let code = register.code(at: row)
    guard !code.isEmpty else { return text + ": blank" }
    let meaning = register.rules.codes.code(code, on: register.key.session.date)?.meaning
    text += ": \(code)" + (meaning.map { ", " + $0.prefix(1).lowercased() + $0.dropFirst() } ?? "")
    if let minutes = register.minutes(at: row) { text += ", \(minutes) minutes" }
    if let note = register.note(at: row) { text += ", \"\(note)\"" }
    if register.isPlanned(at: row) {
      text += ", planned"
    } else if let plan = register.rows[row].plan, plan.code != code,
      register.rows[row].standing == nil
    {
      text +=
        register.prospect(at: row) == .beside
        ? ", but planned \(plan.code) will stand" : ", not planned \(plan.code)"
    }
    return text
  }

  /// The rows still blank.
  var blanks: String {
    let numbers = register.blankNumbers
    return numbers.isEmpty
      ? "0 blank." : "\(numbers.count) blank: \(numbers.map(String.init).joined(separator: ", "))."
  }

  /// Every code that may be marked, with its meaning.
  var codes: String {
    register.rules.codes.codes(on: register.key.session.date)
      .filter { register.rules.allowed?.contains($0.text) ?? true }
      .filter { $0.half == nil || $0.half == register.key.session.half }
      .map { "\($0.text) \($0.meaning)" }.joined(separator: "\n")
  }

  /// The rows whose name matches.
  func find(_ name: String) -> String {
    let found = register.rows.indices.filter { register.rows[$0].pupil.name.matches(name) }
    return found.isEmpty
      ? "Nobody here is called '\(name)'." : found.map(line).joined(separator: "\n")
  }
}

/// The words that are commands in line mode.
enum LineCommand: String, CaseIterable {
  case help
  case list
  case blank
  case codes
  case find
  case fill
  case equals = "="
  case undo
  case redo
  case clear
  case note
  case minutes
  case seen
  case submit
  case quit

  /// The command of a first word; `?` and `*` are help and codes, as they are on the screen.
  static func named(_ word: String) -> LineCommand? {
    switch word {
    case "?": .help
    case "*": .codes
    default: LineCommand(rawValue: word)
    }
  }

  /// Whether it changes the draft or sends it.
  var changes: Bool {
    switch self {
    case .fill, .equals, .undo, .redo, .clear, .note, .minutes, .seen, .submit: true
    case .help, .list, .blank, .codes, .find, .quit: false
    }
  }

  /// How it is typed, and what it does; nil where another word says it.
  var words: (typed: String, does: String)? {
    switch self {
    case .help: ("help", "says this")
    case .list: ("list", "every row with its mark")
    case .blank: ("blank", "the rows still blank")
    case .codes: ("codes", "the codes you may use")
    case .find: ("find NAME", "the rows of that name")
    case .fill: ("fill or =", "sets the blanks to present, but for those to be looked at")
    case .equals: nil
    case .undo: ("undo", "takes back the last step")
    case .redo: ("redo", "makes it again")
    case .clear: ("clear 5", "takes the mark of row 5 away")
    case .note: ("note 5 WORDS", "notes something beside row 5")
    case .minutes: ("minutes 11 12", "row 11 was 12 minutes late")
    case .seen: ("seen 08:40", "you saw the class then, and type it now")
    case .submit: ("submit", "submits; 'submit as N' sets the blanks to N first")
    case .quit: ("quit", "leaves; the draft is kept")
    }
  }

  /// What `help` says.
  static var allWords: String {
    let commands = allCases.compactMap(\.words).map { "\($0.typed): \($0.does)" }
    return
      ([
        "5 N: marks row 5; several by commas: 5 N, 11 L, or 2,3,4 N",
        "N: marks the row of the prompt and goes on",
        "5 I because WORDS: amends a submitted mark",
      ] + commands).joined(separator: "\n")
  }
}
