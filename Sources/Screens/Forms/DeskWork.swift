import Attendance
import Policies
import Terminal

/// A screen on which something may be half typed that outlasts a kill.
protocol KeepsForm: Screen {
  /// The form that is open, as it is kept; nil where none is.
  var openDraft: FormDraft? { get }
}

/// Filling in a form at the champion's desk, wherever one is filled in.
protocol DeskWork: KeepsForm {
  associatedtype Form: DeskForm
  /// The form, or nil while the list has the keys.
  var form: Form? { get set }
  /// What the form asks for; throws at the field that cannot be read.
  func asked(by form: Form, at desk: Desk) throws(FieldFault<Form.FieldName>) -> Effect
}

extension DeskWork {
  var openDraft: FormDraft? { form?.draft }

  /// Opens the form; one of the same kind about the same pupil comes back as it was left.
  mutating func begin(_ form: Form, at desk: Desk) -> [Move] {
    var form = form
    if let draft = desk.forms[form.name] {
      form.restore(draft)
      say("What was typed is back as it was left. ^S keeps it.")
    } else {
      message = Message()
    }
    self.form = form
    return []
  }

  /// Does what a command says to the form; nil where it is not about the form.
  mutating func performInForm(_ command: Command.ID, at desk: Desk) -> [Move]? {
    guard let form else { return nil }
    switch command {
    case .answer(.accept):
      if form.typed.isAtEnd { return save(at: desk) }
      return step(1)
    case .answer(.nextField): return step(1)
    case .office(.previousField): return step(-1)
    case .office(.save): return save(at: desk)
    case .office(.keepDraft):
      self.form = nil
      say(
        form.typed.isEmpty
          ? "Nothing was written." : "What was typed is kept; the same key goes on with it.")
      return []
    default: return nil
    }
  }

  private mutating func step(_ step: Int) -> [Move] {
    form?.typed.move(by: step)
    message = Message()
    return []
  }

  private mutating func save(at desk: Desk) -> [Move] {
    guard let form else { return [] }
    do {
      let effect = try asked(by: form, at: desk)
      self.form?.saving = desk.now
      return [.perform(effect)]
    } catch {
      self.form?.typed.go(to: error.field)
      return refuse("Not kept: \(error.sentence)")
    }
  }

  /// Closes the form, which is no draft any more.
  mutating func endForm(saying sentence: String) -> [Move] {
    let name = form?.name
    form = nil
    say(sentence)
    return name.map { [.perform(.keepForm(FormDraft($0, values: [:])))] } ?? []
  }

  mutating func typeInForm(_ key: Key) -> [Move]? {
    guard form?.typed.type(key) == true else { return nil }
    message = Message()
    return []
  }
}
