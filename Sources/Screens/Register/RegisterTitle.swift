import Attendance
import Terminal

/// The state of a register in words, as its title bar shows it.
///
/// Nothing in it ticks or counts, so that the title is still while the register is marked.
extension RegisterScreen {
  func title(at desk: Desk) -> TitleBar {
    let group =
      "REGISTER \(key.group)" + (isWeek ? "  week" : "") + (isClassView ? "  class view" : "")
    let taker = register.taker.isEmpty ? "" : "  \(register.taker)"
    let room = register.room.isEmpty ? "" : "  room \(register.room)"
    let others = open.alsoOpen.first.map { "  also open: \($0.person.name)" } ?? ""
    return TitleBar(
      [
        group + taker + room + others, group + taker + others, group + taker + room, group + taker,
        group, "REGISTER \(key.group)", key.group,
      ],
      state: state(at: desk), isPractice: desk.isPractice)
  }

  /// The state, longest form first.
  func state(at desk: Desk) -> [String] {
    if let unsaved {
      let marks = unsaved.count.of("mark")
      return [
        "[NOT SAVED] \(unsaved.why) - \(marks) only here", "[NOT SAVED] \(marks)", "[NOT SAVED]",
      ]
    }
    if open.closed != nil { return ["[NO SCHOOL]"] }
    let phase = register.phase(now: desk.now)
    if let taken = register.taken { return state(of: taken, phase, at: desk) }
    let bar = barToMarking(at: desk)
    guard let window = register.window, let phase else {
      return bar == nil ? draftState("[OPEN]") : ["[READ ONLY] view only", "[READ ONLY]"]
    }
    switch phase {
    case .notOpen:
      return key.session.date > desk.now.date ? ["[NOT YET]"] : ["[OPENS \(window.opens)]"]
    case .open:
      if bar != nil { return ["[READ ONLY] view only", "[READ ONLY]"] }
      return register.draft.isEmpty ? ["[NOT STARTED]"] : draftState("[OPEN]")
    case .closed, .ended:
      let closed = "[CLOSED \(window.closes), not taken]"
      return register.draft.isEmpty ? [closed, "[NOT TAKEN]"] : draftState(closed)
    }
  }

  private func draftState(_ word: String) -> [String] { [word + " draft saved", word] }

  private func state(
    of taken: Submission, _ phase: RegisterWindow.Phase?, at desk: Desk
  ) -> [String] {
    let changes = register.changesToSend
    if changes > 0 {
      return [
        "[SUBMITTED \(taken.at.time)] \(changes.of("change")) not sent",
        "[SUBMITTED] \(changes) not sent", "[\(changes) not sent]",
      ]
    }
    if !toSettle.isEmpty {
      return [
        "[SUBMITTED \(taken.at.time), \(toSettle.count) to settle]",
        "[\(toSettle.count) to settle]",
      ]
    }
    let isOpen = phase == .open || (phase == nil && desk.now.date == key.session.date)
    if !isOpen {
      let closed = register.window.map { "[CLOSED \($0.closes)]" } ?? "[CLOSED]"
      let who = barToMarking(at: desk) == nil ? "you can amend" : "office can amend"
      return ["\(closed) \(who)", closed]
    }
    let who = taken.typist == desk.person ? "you" : taken.typist.name
    return [
      "[SUBMITTED \(taken.at.time) by \(who)]", "[SUBMITTED \(taken.at.time)]", "[SUBMITTED]",
    ]
  }

  /// Date, session and closing time at the left, the counters at the right.
  func header(at desk: Desk) -> HeaderLine {
    let date = key.session.date
    let closes = register.window.map { "closes \($0.closes)" }
    let half = key.session.half
    let day = "\(date.weekday.short) \(date.short)"
    let counts = register.counts
    return HeaderLine(
      left: [
        "\(date.inWords)  \(half.name)" + (closes.map { "  " + $0 } ?? ""),
        "\(day) \(half.rawValue)" + (closes.map { "  " + $0 } ?? ""), "\(day) \(half.rawValue)",
      ],
      right: [
        "Blank \(counts.blank)  Present \(counts.present)  Other \(counts.other)",
        "Blank \(counts.blank) Other \(counts.other)", "Blank \(counts.blank)",
      ])
  }
}
