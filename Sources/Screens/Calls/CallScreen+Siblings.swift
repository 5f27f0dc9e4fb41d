import Attendance
import Policies
import Terminal

/// The siblings offered once a message is kept: one key writes the same about them (U34).
extension CallScreen {
  func barToSibling(at desk: Desk) -> Bar? {
    if offered.isEmpty {
      return Bar("No sibling of the last pupil written about is unaccounted for")
    }
    if kept.drafts[nil] != nil {
      return Bar("A half-typed message is kept; n goes on with it first")
    }
    return desk.denial(of: .logCalls, [])
  }

  /// Opens a message with the caller, the words and the days of the last one, about the siblings.
  ///
  /// The code is left to whoever writes: what one child has another need not have.
  mutating func beginSibling() -> [Move] {
    guard let last = kept.last, !offered.isEmpty else { return [] }
    let names = offered.inWords
    form = CallForm(like: last, about: offered.map(\.pupil.id))
    offered = []
    say("The same about \(names). With what code? \" repeats the last one. ^S saves")
    return (form?.awaited ?? []).map { .perform(.ask(.brief($0))) }
  }
}

extension CallForm {
  /// A new message with the caller, the words and the days of another, about these pupils.
  init(like last: CallForm, about pupils: [Pupil.ID]) {
    self.init()
    for field in [CallField.from, .first, .last] { write(last[field].text, in: field) }
    write(last.saidWords, in: .words)
    channel = last.channel
    awaited = pupils
    focus = .code
  }
}

extension [FoundPupil] {
  /// Their names and groups: `Rees, Mali 10A and Rees, Nia 7B`.
  var inWords: String {
    map { "\($0.pupil.name.onRegister) \($0.group)" }.joined(separator: " and ")
  }
}
