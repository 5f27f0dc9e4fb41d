import Attendance
import Policies
import Terminal

extension RegisterScreen {
  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .draftKept(key): return draftKept()
    case .draftNotKept(key, let why): return draftNotKept(why)
    case .submitted(key, let receipt): return submitted(receipt, at: desk)
    case .notSubmitted(key, let why):
      submitting = nil
      return refuse("Not submitted: \(why)")
    case .register(let fresh) where fresh.register.key == key:
      refresh(fresh, at: desk)
      return []
    case .week(let week) where week.key == key:
      self.week = week
      return []
    case .history(currentPupilID, key.session, let lines):
      if case .settle = prompt { showSightings(lines) }
      return []
    case .noteLeft(key):
      say("The note lies before the office.")
      return []
    case .noteNotLeft(key, let why): return refuse("The note was not left: \(why)")
    case .unavailable(let why): return refuse(why)
    // Every other answer is for another screen.
    default:
      return []
    }
  }

  private var currentPupilID: Pupil.ID {
    register.rows.indices.contains(cursor) ? currentPupil.id : Pupil.ID(0)
  }

  private mutating func draftKept() -> [Move] {
    sent = []
    if let late = unsaved {
      unsaved = nil
      say(
        "Saved: \(late.count.of("mark")) that stood only here \(late.count == 1 ? "is" : "are") on disk now."
      )
    }
    return []
  }

  private mutating func draftNotKept(_ why: String) -> [Move] {
    let isNew = unsaved == nil
    unsaved = Unsaved(why: why, changes: sent)
    guard isNew else { return [] }
    message = Message(
      "Underlined marks are not on disk (\(why)). They are tried again; ^Q will ask first.",
      isRefusal: true)
    return [.perform(.bell)]
  }

  /// Tries again what could not be kept.
  mutating func retry() -> [Move] {
    guard let unsaved else { return [] }
    sent = unsaved.changes
    return [.perform(.keepDraft(key, sent))]
  }

  /// Says that the disk has confirmed it, and asks for the register as it is now.
  private mutating func submitted(_ receipt: Receipt, at desk: Desk) -> [Move] {
    acknowledged = Acknowledged(act: submitting, receipt: receipt)
    if submitting?.kind != .resolved { register.forgetDraft() }
    amended = submitting?.kind == .amended ? receipt.submission : nil
    submitting = nil
    round = []
    say("Submitted \(receipt.at.time).")
    return [.perform(.ask(.register(key)))]
  }

  /// What has become of one's own act, in the figures of the register as it stands.
  private func words(for done: Acknowledged) -> String {
    let receipt = done.receipt
    var sentences: [String] = []
    switch done.act?.kind {
    case .resolved: sentences = ["Settled; both sightings stay in the history."]
    case .amended:
      let changes = done.act.map { Set($0.marks.map(\.pupil)).count.of("change") } ?? "changes"
      sentences = ["Submitted: \(changes). \(register.summary). ^Z takes it back."]
    default:
      sentences = ["Submitted \(receipt.at.time). \(register.summary)."]
      let planned = done.act?.marks.filter { $0.how == .planned }.map(\.pupil) ?? []
      let names = register.rows.filter {
        planned.contains($0.pupil.id) && $0.standing?.entry.how == .planned
          && isAway($0.standing?.entry.code)
      }.map(\.pupil.name.knownAs)
      if let expected = expectedAbsent(names) { sentences.append(expected) }
      let calls = register.unexplained
      if let first = calls.first {
        sentences.append(
          calls.count == 1
            ? "1 needs a call: \(numbered(first))."
            : "\(calls.count) need a call: "
              + calls.prefix(6).map { String($0 + 1) }.joined(separator: ", ") + ".")
      }
    }
    if !receipt.contradictions.isEmpty {
      sentences.append("\(receipt.contradictions.count) to settle by the office, marked !.")
    }
    if !receipt.outranked.isEmpty {
      sentences.append("\(receipt.outranked.count) kept beside what outranks it.")
    }
    return sentences.joined(separator: " ")
  }

  private func isAway(_ code: String?) -> Bool {
    code.flatMap { register.rules.codes.code($0, on: key.session.date) }?.isAttended == false
  }

  /// Takes in the register as another desk left it: cursor, digits and steps stay.
  mutating func refresh(_ fresh: OpenRegister, at desk: Desk) {
    let before = open
    let pupil = register.rows.indices.contains(cursor) ? currentPupil.id : nil
    open = fresh
    register.takeSteps(of: before.register)
    register.isTypedLater = before.register.isTypedLater
    if let unsaved { register.keep(unsaved.changes) }
    cursor =
      register.rows.firstIndex { $0.pupil.id == pupil }
      ?? min(cursor, max(register.rows.count - 1, 0))
    if let done = acknowledged {
      acknowledged = nil
      say(words(for: done))
    } else if let sent = draftSent(since: before, at: desk) {
      say(sent)
    } else if let news = news(since: before, at: desk) {
      say(news)
    }
    follow(before.register.rows.map(\.pupil.id))
    if case .settle = prompt, !toSettle.contains(cursor) { prompt = nil }
  }

  /// Lets what is asked follow its row where pupils have come or gone.
  private mutating func follow(_ before: [Pupil.ID]) {
    let now = register.rows.map(\.pupil.id)
    guard before != now else { return }
    lastLetter = nil
    endDigits()
    prompt = now.isEmpty ? nil : prompt?.moved { now.firstIndex(of: before[$0]) }
  }

  /// That somebody has sent the register from one's own draft; nil where nobody has.
  private func draftSent(since before: OpenRegister, at desk: Desk) -> String? {
    guard before.register.taken == nil, let taken = register.taken, taken.typist != desk.person,
      taken.observer?.by == desk.person.name, !taken.detail.isEmpty
    else { return nil }
    return "\(taken.typist.name) (\(taken.typist.position)) sent this register "
      + "\(taken.detail) at \(taken.at.time). \(register.summary)."
  }

  /// What another desk has done, in one sentence; nil where nothing of it shows.
  private func news(since before: OpenRegister, at desk: Desk) -> String? {
    let old = Dictionary(
      before.register.rows.map { ($0.pupil.id, $0.standing) }, uniquingKeysWith: { $1 })
    let changed = register.rows.indices.filter { row in
      let line = register.rows[row]
      guard let standing = line.standing, standing.by != desk.person else { return false }
      return old[line.pupil.id].flatMap { $0 }?.entry.id != standing.entry.id
    }
    return news(ofRows: changed) ?? othersNews(since: before)
  }

  /// What others have marked in these rows: the one that meets a mark of one's own comes first.
  private func news(ofRows changed: [Int]) -> String? {
    guard let first = changed.first(where: register.isDraft(at:)) ?? changed.first,
      let standing = register.rows[first].standing
    else { return nil }
    let by = "by \(standing.by.name) \(standing.at.time)"
    let one = "row \(numbered(first)): \(words(ofCode: standing.entry.code))"
    let text =
      changed.count == 1
      ? "R\(one.dropFirst()) \(by)." : "\(changed.count) rows marked \(by); \(one)."
    guard let mine = register.draft[register.rows[first].pupil.id]?.code,
      let prospect = register.prospect(at: first), mine != standing.entry.code
    else { return text }
    return switch prospect {
    case .stands: "\(text) Your \(mine) is not sent yet; sent, it will stand."
    case .beside: "\(text) Your \(mine) is not sent yet; it will be kept beside it."
    case .contradicts: "\(text) Your \(mine) is not sent yet; sent, the office settles which."
    }
  }
}
