import Attendance
import Terminal

/// What is half typed of an admission is on disk with every key, until it is kept or emptied.
extension AdmissionScreen: KeepsForm {
  /// The name by which the form is found again: one for a new child, one for each leaver.
  var name: String {
    switch subject {
    case .child: "\(FormDraft.ofAdmission) child"
    case .leaver(let pupil, _): "\(FormDraft.ofAdmission) leaver \(pupil.id.number)"
    }
  }

  var openDraft: FormDraft? {
    var values = Dictionary(
      uniqueKeysWithValues: texts.map { ($0.key.key, $0.value.text) }.filter { !$0.1.isEmpty })
    // What was done is no draft any more, nor is what came from a search and nothing else.
    if isDone || Set(values.keys) == [AdmissionField.surname.key] && text(.surname) == searched {
      values = [:]
    }
    if !values.isEmpty { values[FormDraft.heading] = heading }
    return FormDraft(name, values: values, saving: saving)
  }

  private var heading: String {
    switch subject {
    case .child: "add a child" + (text(.surname).isEmpty ? "" : ", \(text(.surname))")
    case .leaver(let pupil, let form): "delete the name of \(pupil.name.onRegister) \(form)"
    }
  }
}
