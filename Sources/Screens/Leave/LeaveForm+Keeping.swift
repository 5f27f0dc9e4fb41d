import Attendance
import Terminal

extension LeaveForm {
  /// The name under which the form is kept.
  static let name = "leave"

  /// The form as it is kept: what was typed by field, and the number of the pupil chosen.
  var draft: FormDraft {
    var values = Dictionary(
      uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value.text) })
    values["about"] = about.map { "\($0.number)" }
    return FormDraft(Self.name, values: values, saving: saving)
  }

  /// The form as it was kept; its pupil comes once it is known who that is.
  init(_ draft: FormDraft) {
    self.init()
    for field in LeaveField.allCases {
      if let text = draft.values[field.rawValue] { write(text, in: field) }
    }
    awaited = draft.values["about"].flatMap { Int64($0) }.map(Pupil.ID.init)
    saving = draft.savedAt
    focus = LeaveField.allCases.last { !self[$0].isEmpty } ?? .pupil
  }
}
