import Attendance

/// The reading of one file of marks: what each row says, and what is wrong with it.
struct MarkReading {
  /// A row that may be kept.
  struct Row {
    var line: UInt32
    /// The place of its note, or -1.
    var note: Int32
    /// Minutes late, or -1.
    var minutes: Int16
    var code: UInt16
    var fate: Fate
  }

  /// What becomes of a row.
  enum Fate: UInt8 {
    case new
    case same
    case amended
  }

  let context: ImportContext
  let mayAmend: Bool
  let rules: CodeRules
  private(set) var cells: MarkCells
  private(set) var rows: [Row] = []
  private(set) var notes: [String] = []
  private(set) var same = 0
  private(set) var amended = 0
  private(set) var faults: FaultList
  var warnings: FaultList
  /// The first row of each claim that a session did not take place for more than one pupil.
  private(set) var closures: [ClosureClaim: (line: Int, pupil: Int)] = [:]
  private let upns: UPNTable
  /// The byte each code has in the sheets on record, 0 where it has none.
  private let bytesOnRecord: [UInt8]
  /// Answers with the minutes and notes on record of a pupil.
  private let ask: (Pupil.ID) -> [Session: MarkRemark]
  /// What was answered, by the pupil's place.
  private var remarks: [Int: [Session: MarkRemark]] = [:]

  init(
    _ file: String, _ context: ImportContext, mayAmend: Bool,
    remarks: @escaping (Pupil.ID) -> [Session: MarkRemark]
  ) {
    ask = remarks
    self.context = context
    self.mayAmend = mayAmend
    rules = CodeRules(context.codes)
    cells = MarkCells(context)
    upns = UPNTable(context.pupils.map(\.pupil.upn))
    bytesOnRecord = rules.texts.map { context.alphabet.byte(of: $0) ?? 0 }
    faults = FaultList(file: file)
    warnings = FaultList(file: file)
  }

  /// Reads every row.
  mutating func read(_ bytes: UnsafeRawBufferPointer) {
    guard var csv = CSVRows(bytes, faults: &faults),
      let header = CSVHeader<MarkImport.Column>(csv.header, faults: &faults),
      let upn = header.places[.upn], let date = header.places[.date],
      let session = header.places[.session], let code = header.places[.code]
    else { return }
    let fields = MarkFields(
      bytes: bytes, upn: upn, date: date, session: session, code: code,
      minutes: header.places[.minutes], note: header.places[.note])
    while csv.next(&faults) { take(csv, fields) }
  }

  private mutating func take(_ csv: CSVRows, _ fields: MarkFields) {
    let row = csv.scanner.fields
    let line = csv.line
    if row.allSatisfy({ $0.start == $0.end }) {
      faults.add(line: line, "every field of this row is empty; delete the line")
      return
    }
    let pupil = upns.place(fields.bytes, row[fields.upn])
    if pupil == nil { faults.add(line: line, Objection.unknownPupil(csv.text(at: fields.upn))) }
    let date = fields.date(row[fields.date])
    if date == nil {
      let text = csv.text(at: fields.date)
      faults.add(line: line, Objection.noDate(text))
    }
    let half = fields.half(row[fields.session])
    if half == nil {
      faults.add(line: line, Objection.noSession(csv.text(at: fields.session)))
    }
    let code = rules.place(fields.bytes, row[fields.code])
    if code == nil {
      faults.add(line: line, Objection.unknownCode(csv.text(at: fields.code), rules.texts))
    }
    let minutes = fields.minutes.map { fields.minutes(row[$0]) } ?? -1
    if minutes == nil, let place = fields.minutes {
      faults.add(line: line, Objection.wrongMinutes(csv.text(at: place)))
    }
    var note = ""
    if let place = fields.note, row[place].end > row[place].start {
      switch CleanText.checked(csv.text(at: place), .line) {
      case .success(let clean): note = clean
      case .failure(let problem): faults.add(line: line, problem.sentence(in: "note"))
      }
    }
    guard let pupil, let date, let half, let code, let minutes else { return }
    place(
      Mark(
        line: line, pupil: pupil, session: Session(date, half), code: code, minutes: minutes,
        note: note))
  }

  /// A row whose fields all mean something.
  private struct Mark {
    let line: Int
    let pupil: Int
    let session: Session
    let code: Int
    var minutes: Int16
    var note: String
  }

  /// Holds the mark against calendar, roll, codes and record.
  private mutating func place(_ mark: Mark) {
    var mark = mark
    let session = mark.session
    guard let year = cells.year(of: session.date) else {
      faults.add(line: mark.line, Refusal.outsideCalendar(session.date).description)
      return
    }
    let cell = cells.cell(
      pupil: mark.pupil, year: year, date: session.date, half: session.half)
    let state = cells.states[cell]
    guard state.contains(.open) else {
      faults.add(
        line: mark.line, Objection.notOpen(context.pupils[mark.pupil], session, context))
      return
    }
    let rule = rules.rule(mark.code, on: session.date)
    let isCompulsory = state.contains(.compulsory)
    let wanted: CodeRules.Rule = [
      session.half == .am ? .morning : .afternoon, isCompulsory ? .compulsory : .notCompulsory,
    ]
    guard rule.isSuperset(of: wanted) else {
      faults.add(
        line: mark.line,
        Objection.wrongCode(
          rules.texts[mark.code], session, ofCompulsoryAge: isCompulsory, context.codes))
      return
    }
    guard cells.rows[cell] == 0 else {
      let first = rows[Int(cells.rows[cell]) - 1].line
      faults.add(
        line: mark.line,
        "a second row for \(context.pupils[mark.pupil].pupil.upn) at \(session); "
          + "the first is on line \(first), delete one")
      return
    }
    guard let fate = fate(of: &mark, in: cell) else { return }
    switch fate {
    case .new: break
    case .same: same += 1
    case .amended: amended += 1
    }
    if fate != .same { warn(of: mark, rule) }
    let notePlace = mark.note.isEmpty || fate == .same ? -1 : Int32(clamping: notes.count)
    if notePlace >= 0 { notes.append(mark.note) }
    rows.append(
      Row(
        line: UInt32(clamping: mark.line), note: notePlace, minutes: mark.minutes,
        code: UInt16(clamping: mark.code), fate: fate))
    cells.rows[cell] = UInt32(clamping: rows.count)
  }

  /// Whether the mark is new, equals the record or amends it; nil where it may not.
  ///
  /// An empty field says nothing about minutes or a note on record, and takes neither away.
  private mutating func fate(of mark: inout Mark, in cell: Int) -> Fate? {
    let recorded = cells.recorded[cell]
    if recorded == 0 { return .new }
    let text = rules.texts[mark.code]
    if recorded == bytesOnRecord[mark.code] {
      if mark.minutes < 0, mark.note.isEmpty { return .same }
      let known = remark(of: mark)
      let isSame =
        (mark.minutes < 0 || known.minutes == Int(mark.minutes))
        && (mark.note.isEmpty || known.note == mark.note)
      if isSame { return .same }
      if mark.minutes < 0 { mark.minutes = Int16(clamping: known.minutes ?? -1) }
      if mark.note.isEmpty { mark.note = known.note ?? "" }
    }
    if mayAmend { return .amended }
    faults.add(
      line: mark.line,
      Objection.differs(text, context.alphabet.code(of: recorded), mark.session))
    return nil
  }

  /// The minutes and the note that stand beside the mark on record.
  private mutating func remark(of mark: Mark) -> MarkRemark {
    let known = remarks[mark.pupil] ?? ask(context.pupils[mark.pupil].pupil.id)
    remarks[mark.pupil] = known
    return known[mark.session] ?? MarkRemark()
  }

  private mutating func warn(of mark: Mark, _ rule: CodeRules.Rule) {
    if rule.contains(.needsNote), mark.note.isEmpty {
      let text = rules.texts[mark.code]
      let needed = context.codes.code(text, on: mark.session.date)?.neededNote ?? "the reason"
      warnings.add(line: mark.line, "code \(text) needs a note of \(needed); add it")
    }
    guard rule.contains(.needsLook) else { return }
    let text = rules.texts[mark.code]
    let particulars = context.pupils[mark.pupil].particulars(on: mark.session.date)
    if let claim = ClosureClaim(text, at: mark.session, particulars) {
      if closures[claim] == nil { closures[claim] = (mark.line, mark.pupil) }
    } else if let sentence = Objection.misplaced(
      text, context.pupils[mark.pupil], on: mark.session.date)
    {
      warnings.add(line: mark.line, sentence)
    }
  }
}
