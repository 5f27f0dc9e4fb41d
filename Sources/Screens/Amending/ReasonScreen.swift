import Attendance
import Policies
import Terminal

/// An act that needs its reason, and is looked at before it is done: a registration withdrawn, a text
/// taken out.
struct ReasonScreen: Screen, Hashable {
  /// What is to be done.
  enum Matter: Hashable, Sendable {
    /// Withdraw the registration, or move it; the words say how it was taken.
    case withdrawal(RegisterKey, taken: String)
    /// Take out that text, which is shown first.
    case redaction(Pupil.ID, RemovableText, text: String)
  }

  var message = Message()
  let matter: Matter
  private var why = Field(limit: 200)
  private var target = Field(limit: 30)
  private var isOnTarget = false
  /// What was tried, which one more Enter does.
  private var tried: AmendDeed?
  private var said = ""

  init(_ matter: Matter) {
    self.matter = matter
    say(hint)
  }

  var place: Command.Place { .amendWords }

  private var hint: String {
    switch matter {
    case .withdrawal:
      isOnTarget
        ? "Nothing to withdraw it; or the register it was meant for: 8C, pm, 8C pm."
        : "Why is it withdrawn? It stands in the register for good."
    case .redaction:
      "Why is this text taken out? The mark stays, and a tombstone in the text's place."
    }
  }

  private var hasTarget: Bool { if case .withdrawal = matter { true } else { false } }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .answer(.accept): return accept()
    case .answer(.nextField):
      if hasTarget { isOnTarget.toggle() }
      say(hint)
      return []
    case .answer(.cancel), .common(.back): return [.back]
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private mutating func accept() -> [Move] {
    let words = why.text.split(separator: " ").joined(separator: " ")
    if words.isEmpty {
      isOnTarget = false
      return refuse("Type why, or Esc.")
    }
    switch matter {
    case .redaction(let pupil, let text, _):
      let deed = AmendDeed.redact(pupil, text, because: words)
      if tried == deed { return [.perform(.amend(deed))] }
      tried = deed
      say("Take this text out for good? Enter once more does it.")
      return []
    case .withdrawal(let key, _):
      if !isOnTarget, target.isEmpty, tried == nil {
        isOnTarget = true
        say(hint)
        return []
      }
      let to = target.isEmpty ? nil : Self.register(target.text, from: key)
      let deed = AmendDeed.withdraw(key, because: words, to: to, isTrial: true)
      if tried == deed {
        return [.perform(.amend(.withdraw(key, because: words, to: to, isTrial: false)))]
      }
      tried = deed
      return [.perform(.amend(deed))]
    }
  }

  /// The register that is meant by `8C`, `pm` or `8C pm`.
  private static func register(_ typed: String, from key: RegisterKey) -> RegisterKey {
    var words = typed.split(separator: " ").map(String.init)
    var half = key.session.half
    if let last = words.last, let named = HalfDay(rawValue: last.uppercased()) {
      half = named
      words.removeLast()
    }
    let group = words.isEmpty ? key.group : words.joined(separator: " ")
    return RegisterKey(group, at: Session(key.session.date, half))
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    let isUsed = isOnTarget ? target.handle(key) : why.handle(key)
    guard isUsed else { return nil }
    tried = nil
    said = ""
    say(hint)
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    if isOnTarget { target.insert(text) } else { why.insert(text) }
    tried = nil
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .amending(.trial(let words)):
      said = words
      say("Enter once more does it; Esc leaves it as it is.")
    case .amending(.changed(let words)), .unavailable(let words), .notKept(let words):
      tried = nil
      return refuse(words)
    // Every other answer is for another screen.
    default: break
    }
    return []
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size) + 1, headers: 0)
    TitleBar(titles, state: [desk.person.name, ""], isPractice: desk.isPractice).draw(on: &canvas)
    canvas.inside(frame.bodyArea) { body in
      var row = 0
      let room = max(body.size.columns - 2, 1)
      for line in lines.flatMap({ $0.wrapped(to: room) }).prefix(body.size.rows) {
        body.write(line, row: row, column: 1)
        row += 1
      }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(
      message, above: isOnTarget ? "Meant for:" : "Why:", isOnTarget ? target : why, on: &canvas)
  }

  private var titles: [String] {
    switch matter {
    case .withdrawal(let key, _): ["WITHDRAW  \(key.group)  \(key.session.inWords)", "WITHDRAW"]
    case .redaction: ["TAKE OUT A TEXT", "TAKE OUT"]
    }
  }

  private var lines: [String] {
    switch matter {
    case .withdrawal(_, let taken):
      return [taken] + (isOnTarget && !why.isEmpty ? ["Why: \(why.text)"] : [])
        + said.split(separator: "\n").map(String.init)
    case .redaction(_, _, let text): return ["\"\(text)\""]
    }
  }
}
