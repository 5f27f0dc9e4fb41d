import Attendance
import Policies
import Terminal

/// Filling in the form of a deed about a case, wherever cases are worked on.
protocol CaseWork: Screen {
  /// The form, or nil while the list has the keys.
  var form: CaseForm? { get set }
  /// The form left half filled in for as long as the screen is open.
  var kept: CaseForm? { get set }
  /// What is asked anew once a deed is done.
  func questionsAfterDeed() -> [Question]
}

extension CaseWork {
  /// Opens the form; one of the same kind about the same pupil comes back as it was left.
  mutating func begin(_ form: CaseForm) -> [Move] {
    if let kept, kept.kind == form.kind, kept.pupil == form.pupil, kept.one == form.one {
      self.form = kept
      say("What was typed is back as it was left. ^S keeps it.")
    } else {
      self.form = form
      message = Message()
    }
    return []
  }

  /// Does what a command says to the form; nil where it is not about the form.
  mutating func performInForm(_ command: Command.ID, at desk: Desk) -> [Move]? {
    guard let form else { return nil }
    switch command {
    case .answer(.accept):
      if form.isAtEnd { return save(at: desk) }
      return step(1)
    case .answer(.nextField): return step(1)
    case .office(.previousField): return step(-1)
    case .office(.save): return save(at: desk)
    case .office(.keepDraft):
      kept = form.isEmpty ? nil : form
      self.form = nil
      say(form.isEmpty ? "Nothing was written." : "Not kept; the same key goes on with it.")
      return []
    default: return nil
    }
  }

  private mutating func step(_ step: Int) -> [Move] {
    form?.move(by: step)
    message = Message()
    return []
  }

  private mutating func save(at desk: Desk) -> [Move] {
    guard let form else { return [] }
    do {
      let (deed, words) = try form.deed(on: desk.now.date)
      return [.perform(.work(deed, saying: words))]
    } catch {
      self.form?.go(to: error.field)
      return refuse("Not kept: \(error.sentence)")
    }
  }

  /// Takes what became of a deed; nil where the answer is another.
  mutating func takeDeed(_ answer: Answer) -> [Move]? {
    switch answer {
    case .cases(.done(let sentence, _)):
      (form, kept) = (nil, nil)
      say(sentence)
      return questionsAfterDeed().map { .perform(.ask($0)) }
    case .notKept(let why): return refuse("Not kept: \(why)")
    default: return nil
    }
  }

  mutating func typeInForm(_ key: Key) -> [Move]? {
    guard form?.type(key) != nil else { return nil }
    message = Message()
    return []
  }
}
