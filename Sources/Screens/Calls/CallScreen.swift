import Attendance
import Policies
import Terminal

/// Messages in: the day's calls above, and below them the form of the one being written.
struct CallScreen: Screen, Hashable {
  var message = Message()
  var log: CallLog?
  var list = ListView<DayLine.ID>([], height: 10)
  /// The form, or nil while the list has the keys.
  var form: CallForm?
  /// What is kept of the person's forms for as long as they sit here.
  var kept = Kept()
  /// What the screen was opened for, until the messages have come.
  var purpose: Purpose?
  /// The siblings of those just written about who are unaccounted for (U34).
  var offered: [FoundPupil] = []
  /// The line just kept here, to which the cursor goes.
  var written: DayLine.ID?

  /// What the screen is opened for.
  enum Purpose: Hashable, Sendable {
    case newCall
    case line(DayLine.ID)
  }

  /// The forms left half typed, each with the message it links, and the last one that was kept.
  struct Kept: Hashable, Sendable {
    var drafts: [DayLine.ID?: CallForm] = [:]
    var last: CallForm?
    /// The forms that were left in an earlier sitting and not opened since, by name.
    var restored: [String: FormDraft] = [:]
    /// What lies on disk, by name.
    var onDisk: [String: FormDraft] = [:]

    init(_ forms: [FormDraft] = []) {
      restored = Dictionary(forms.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
      onDisk = restored
    }
  }

  private init(for purpose: Purpose) { self.purpose = purpose }

  /// Opens the screen and asks for what it shows.
  static func opening(for purpose: Purpose, at desk: Desk) -> [Move] {
    [
      .open(.calls(CallScreen(for: purpose))),
      .perform(.ask(.messages(on: desk.now.date))),
    ]
  }

  var place: Command.Place { form == nil ? .calls : .callForm }

  func questions(at desk: Desk) -> [Question] {
    [.messages(on: desk.now.date)]
      + (form.map { $0.chosen.map(\.pupil.id) + $0.awaited } ?? []).map { .brief($0) }
  }

  /// The message the cursor is on.
  var current: CallLog.Row? {
    list.current.flatMap { id in log?.rows.first { $0.id == id } }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open): return current == nil ? Bar("No message is here; n writes one") : nil
    case .office(.link):
      return current?.isUnlinked == true
        ? desk.denial(of: .logCalls, []) : Bar("Choose a message that is not linked yet")
    case .office(.done):
      return current.map { $0.isUnlinked || $0.wantsCall } == true
        ? desk.denial(of: .logCalls, []) : Bar("Choose a message that still waits")
    case .office(.newCall): return desk.denial(of: .logCalls, [])
    case .office(.sibling): return barToSibling(at: desk)
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return open()
    case .common(.move):
      list.height = CallLayout(desk.size, message, nil).list
      if let key { _ = list.handle(key) }
      if let current { say(current.inWords) }
      return []
    case .common(.back): return [.back]
    case .office(.newCall): return begin(nil)
    case .office(.sibling): return beginSibling()
    case .office(.link): return current.map { begin($0.line) } ?? []
    case .office(.done): return done(at: desk)
    case .office(.save): return save(at: desk)
    case .office(.keepDraft): return leaveForm()
    case .answer(.accept):
      if form?.takeFirst() == true { return next(at: desk, afterChoice: true) }
      return next(at: desk)
    case .answer(.nextField): return next(at: desk)
    case .office(.previousField):
      form?.move(by: -1)
      message = Message()
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private mutating func open() -> [Move] {
    guard let current else { return [] }
    if current.isUnlinked { return begin(current.line) }
    return current.pupils.first.map { [.perform(.ask(.year($0.pupil.id, nil)))] } ?? []
  }

  /// Opens the form of a new message, or of one that is linked, as it was left.
  mutating func begin(_ line: DayLine?) -> [Move] {
    let restored = kept.restored.removeValue(forKey: CallForm.name(linking: line?.id))
    let draft = kept.drafts[line?.id] ?? restored.map { CallForm($0, linking: line) }
    form = draft ?? CallForm(linking: line)
    if draft != nil {
      say("The draft is back as it was left. ^S saves")
    } else {
      say(line.map { "Whom is it about? \"\($0.words)\"" } ?? "A new message. ^S saves")
    }
    return (form.map { $0.chosen.map(\.pupil.id) + $0.awaited } ?? []).map {
      .perform(.ask(.brief($0)))
    }
  }

  /// Closes the form; what is typed stays, and comes back with the form.
  private mutating func leaveForm() -> [Move] {
    guard let form else { return [] }
    self.form = nil
    kept.drafts[form.linking?.id] = form.isEmpty ? nil : form
    say(
      form.isEmpty
        ? "Nothing was written." : "The draft is kept; \(form.linking == nil ? "n" : "u") goes on.")
    return []
  }

  private func done(at desk: Desk) -> [Move] {
    guard let current else { return [] }
    let line = ProposedLine(
      pupil: current.line.pupil, date: desk.now.date, about: .kept(current.id), matter: .done)
    return [
      .perform(.keep(Act(kind: .logged, by: desk.person, at: desk.now, lines: [line])))
    ]
  }

  private mutating func save(at desk: Desk) -> [Move] {
    form?.lookForPlans(at: desk)
    guard let form else { return [] }
    if let line = form.linking?.id, log?.rows.first(where: { $0.id == line })?.isUnlinked != true {
      return refuse("Not saved: another desk has linked this message; Esc closes the form")
    }
    do {
      let act = try form.act(at: desk)
      self.form?.saving = act.at
      return [.perform(.keep(act))]
    } catch {
      self.form?.focus = error.field
      return refuse("Not saved: \(error.sentence)")
    }
  }

  /// Goes to the next field, unless what stands in this one cannot be.
  mutating func next(at desk: Desk, afterChoice: Bool = false) -> [Move] {
    form?.lookForPlans(at: desk)
    guard let form else { return [] }
    // Who has been told once is not held in the field; saving asks again.
    if !afterChoice, let fault = form.fault(of: form.focus, at: desk),
      message != Message(fault.sentence, isRefusal: true)
    {
      return refuse(fault.sentence)
    }
    let asks = form.focus == .pupil ? form.chosen.filter { form.briefs[$0.pupil.id] == nil } : []
    self.form?.move(by: 1)
    message = Message()
    return asks.map { .perform(.ask(.brief($0.pupil.id))) }
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    guard let typed = form?.insert(text) else { return refuse("A paste does nothing here.") }
    return follow(typed, at: desk)
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    if form?.focus == .code, case .character(let digit) = key, let number = digit.wholeNumberValue,
      form?.takeSuggestion(number, at: desk) == true
    {
      return next(at: desk, afterChoice: true)
    }
    guard let typed = form?.type(key, repeating: kept.last) else { return nil }
    return follow(typed, at: desk)
  }

  private mutating func follow(_ typed: CallForm.Typed, at desk: Desk) -> [Move] {
    switch typed {
    case .taken:
      message = Message()
      return []
    case .search:
      message = Message()
      guard let search = form?[.pupil], !search.isEmpty else { return [] }
      return [.perform(.ask(.pupils(search.text)))]
    case .chosen: return next(at: desk, afterChoice: true)
    case .refused(let why): return refuse(why)
    }
  }
}
