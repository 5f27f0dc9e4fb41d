import Attendance
import Policies
import Terminal

/// Whether a penalty notice about a pupil is possible, for each parent: what counts, what stands in
/// the way, the evidence pack, and the form to issue one.
struct NoticeScreen: Screen, Hashable {
  var message = Message()
  private(set) var sheet: NoticeSheet
  /// What is typed of a notice; kept while the screen is left open.
  private(set) var form = NoticeForm()
  /// Whether the form is open.
  private(set) var isTyping = false
  private var list = ListView<Int>([], height: 10)

  init(_ sheet: NoticeSheet) { self.sheet = sheet }

  var place: Command.Place { isTyping ? .noticeForm : .notices }

  func questions(at desk: Desk) -> [Question] { [.notices(sheet.pupil.id)] }

  func label(of command: Command.ID) -> String? { nil }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .office(.makePack):
      if let first = sheet.toSettle.first {
        let more = sheet.toSettle.count - 1
        return Bar(
          "No pack rests on N: settle \(first.named)"
            + (more > 0 ? " and \(more.of("other"))" : "") + " first")
      }
      return sheet.considered.isEmpty ? Bar("No parent is recorded") : nil
    case .office(.issueNotice):
      if let bar = desk.denial(of: .considerPenalty, []) { return bar }
      return sheet.considered.contains { $0.blockers.isEmpty }
        ? nil : Bar("No notice is possible; the lines that begin with NO say why")
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return [.perform(.ask(.year(sheet.pupil.id, nil)))]
    case .common(.move):
      fit(NoticeLines(sheet, width: desk.size.columns), frame(desk.size).body.count)
      if let key { _ = list.handle(key) }
      say("")
    case .common(.back): return [.back]
    case .office(.makePack): return [.perform(.notice(.pack(sheet.pupil.id)))]
    case .office(.issueNotice):
      isTyping = true
      form.turn(to: form.nextEmpty ?? .words)
      say(form.focus.hint)
    case .answer(.nextField):
      form.move(by: key == .backTab ? -1 : 1)
      say(form.focus.hint)
    case .answer(.accept): return send(at: desk)
    case .answer(.cancel):
      isTyping = false
      say(form.isEmpty ? "" : "What was typed is kept while this sheet is open; i goes on.")
    case .common, .today, .register, .answer, .year, .office: break
    }
    return []
  }

  /// Goes to the next empty field, or asks for the notice to be kept.
  private mutating func send(at desk: Desk) -> [Move] {
    if let next = form.nextEmpty, next != form.focus, !form.text(form.focus).isEmpty {
      form.turn(to: next)
      say(next.hint)
      return []
    }
    do throws(FieldFault<NoticeForm.FieldName>) {
      let order = try form.order(about: sheet, today: desk.now.date)
      return [.perform(.notice(.issue(order)))]
    } catch {
      form.turn(to: error.field)
      return refuse(error.sentence)
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    guard isTyping else { return nil }
    if key == .up || key == .down {
      form.move(by: key == .up ? -1 : 1)
      say(form.focus.hint)
      return []
    }
    guard form.type(key) else { return nil }
    // What was wrong is being put right.
    if message.isRefusal { say(form.focus.hint) }
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    guard isTyping else { return refuse("A paste does nothing here.") }
    form.insert(text)
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .notices(let fresh) where fresh.pupil.id == sheet.pupil.id: sheet = fresh
    case .noticeDone(let fresh, let said) where fresh.pupil.id == sheet.pupil.id:
      sheet = fresh
      if isTyping {
        isTyping = false
        form = NoticeForm()
      }
      say(said)
    default: break
    }
    return []
  }

  /// Fits the list to its lines.
  mutating func fit(_ lines: NoticeLines, _ height: Int) {
    list.height = max(height, 1)
    if list.rows.count != lines.lines.count { list.show(Array(lines.lines.indices)) }
  }

  /// The list with its place, for drawing.
  func fitted(_ lines: NoticeLines, _ height: Int) -> ListView<Int> {
    var copy = self
    copy.fit(lines, height)
    return copy.list
  }

  /// What the message line says while nothing else does.
  var spoken: Message {
    if !message.text.isEmpty { return message }
    let possible = sheet.considered.count { $0.blockers.isEmpty }
    let what = sheet.isReferral ? "referral to the authority" : "notice"
    return Message(
      possible == 0
        ? "No \(what) is possible now; a person decides each case"
        : "A \(what) is possible for \(possible.of("parent")); a person decides each case")
  }

  func frame(_ size: Size) -> Frame {
    Frame(size, messageLines: Frame.lines(of: spoken, size))
  }
}
