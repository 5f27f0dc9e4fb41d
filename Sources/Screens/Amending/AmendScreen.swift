import Attendance
import Policies
import Terminal

/// Amending marks on record: the original beside the new, why, and one key that takes it back.
struct AmendScreen: Screen, Hashable {
  var message = Message()
  private(set) var sheet: AmendSheet
  private(set) var form: AmendForm
  /// The count that was said, which one more Enter keeps.
  private var asked: AmendmentWish?
  /// Whether it is on its way to the disk.
  private var isSent = false
  /// What was kept, until the screen is left.
  private var done: Submission.ID?
  private var isDone = false

  init(_ sheet: AmendSheet) {
    self.sheet = sheet
    form = AmendForm(isMany: sheet.places.count > 1)
    say(hint)
  }

  var place: Command.Place { isDone ? .amended : .amendForm }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    command == .office(.undoAct) && done == nil ? Bar("It was taken back already") : nil
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .answer(.accept): return accept(at: desk)
    case .answer(.nextField):
      form.move(by: key == .backTab ? -1 : 1)
      say(hint)
      return []
    case .answer(.cancel), .common(.back): return [.back]
    case .office(.undoAct): return done.map { [.perform(.amend(.undo($0)))] } ?? []
    case .register(.history):
      guard let first = sheet.references.first else { return [] }
      return [.perform(.ask(.history(first.pupil, first.session)))]
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  /// Goes to the next field; at the last one, keeps it.
  ///
  /// Of many the count is said first.
  private mutating func accept(at desk: Desk) -> [Move] {
    if isSent { return [] }
    if form.focus != .reason {
      form.move(by: 1)
      say(hint)
      return []
    }
    do throws(FieldFault<AmendForm.FieldName>) {
      let wish = try form.wish(sheet.reasons)
      return keep(wish, at: desk)
    } catch {
      form.turn(to: error.field)
      return refuse(error.sentence)
    }
  }

  private mutating func keep(_ wish: AmendmentWish, at desk: Desk) -> [Move] {
    let amending: Amending
    do {
      amending = try sheet.amending(wish)
    } catch {
      return refuse("\(error)")
    }
    if amending.changes.isEmpty {
      let first = amending.left.first
      if case .refused(.codeNotForRole(let code, _)) = first?.why {
        return refuse(
          desk.permissions.denial(ofMarking: code)?.description ?? "\(code) is not yours")
      }
      return refuse(
        form.isMany
          ? "Nothing would change: \(amending.inWords); type all or a code at Only."
          : first?.why.description ?? "Nothing would change.")
    }
    if form.isMany, asked != wish {
      asked = wish
      say("Set \(amending.inWords)? Enter once more keeps it.")
      return []
    }
    isSent = true
    say("Amending.")
    return [.perform(.amend(.keep(amending.act(by: desk.person, now: desk.now))))]
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    guard !isDone else { return nil }
    if key == .up || key == .down {
      form.move(by: key == .up ? -1 : 1)
      say(hint)
      return []
    }
    guard form.type(key) else { return nil }
    asked = nil
    say(hint)
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    guard !isDone else { return refuse("A paste does nothing here.") }
    form.insert(text)
    asked = nil
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .amending(.sheet(let fresh)):
      sheet = fresh
      return []
    case .amending(.done(let said, let act)):
      isSent = false
      isDone = true
      done = act
      say(said + (act == nil ? "" : " ^Z takes it back, Esc goes on."))
      return [.perform(.ask(.amending(.sheet(sheet.references))))]
    case .amending(.changed(let said)):
      isSent = false
      asked = nil
      message = Message("\(said) It is shown as it is now; Enter amends that.", isRefusal: true)
      return [.perform(.bell), .perform(.ask(.amending(.sheet(sheet.references))))]
    case .unavailable(let why), .notKept(let why):
      isSent = false
      return refuse(why)
    // Every other answer is for another screen.
    default:
      return []
    }
  }

  /// What the field wants, or what the amendment comes to as far as it is typed.
  private var hint: String {
    switch form.focus {
    case .code: "The code that is right, like I or L."
    case .minutes: "Minutes late, beside L or U; else nothing."
    case .note: "A note beside the mark, or nothing to leave the one there."
    case .which: "Nothing for blanks only; a code for those that have it; all for every mark."
    case .reason:
      sheet.reasons.inWords.isEmpty
        ? "Why: it stands in the register for good."
        : "Why: type it, or choose: \(sheet.reasons.inWords)."
    }
  }
}
