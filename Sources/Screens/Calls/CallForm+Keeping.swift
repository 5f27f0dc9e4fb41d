import Attendance
import Terminal

extension CallForm {
  /// The name under which the form of that message is kept, or of a new one.
  static func name(linking line: DayLine.ID?) -> String {
    line.map { "call \($0.number)" } ?? "call"
  }

  /// The form as it is kept: what was typed by field, and the numbers of the pupils chosen.
  var draft: FormDraft {
    var values = Dictionary(
      uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value.text) })
    let pupils = chosen.map(\.pupil.id) + awaited
    values["pupils"] = pupils.map { "\($0.number)" }.joined(separator: " ")
    // What every new form begins with says nothing of this one.
    if channel != .telephone { values["how"] = channel.rawValue }
    if wantsCall { values["ring"] = "yes" }
    return FormDraft(Self.name(linking: linking?.id), values: values, saving: saving)
  }

  /// The form as it was kept; its pupils come once it is known who they are.
  init(_ draft: FormDraft, linking line: DayLine?) {
    self.init(linking: line)
    for field in CallField.allCases {
      if let text = draft.values[field.rawValue] { write(text, in: field) }
    }
    awaited = (draft.values["pupils"] ?? "").split(separator: " ").compactMap {
      Int64($0).map(Pupil.ID.init)
    }
    channel = draft.values["how"].flatMap(Attendance.Message.Channel.init) ?? .telephone
    wantsCall = draft.values["ring"] == "yes"
    saving = draft.savedAt
    focus = fields.last { !self[$0].isEmpty } ?? .pupil
  }
}

extension CallScreen {
  /// The forms that are to be kept on disk, where one has changed since it was last.
  mutating func draftsToKeep() -> [FormDraft] {
    var now = kept.restored
    for form in kept.drafts.values { now[form.draft.name] = form.draft }
    if let form { now[form.draft.name] = form.draft }
    // An empty form is no form: else it would differ from the file it never has.
    now = now.filter { !$0.value.isEmpty }
    let changed = Set(now.keys).union(kept.onDisk.keys).filter { now[$0] != kept.onDisk[$0] }
    kept.onDisk = now
    return changed.sorted().map { now[$0] ?? FormDraft($0, values: [:]) }
  }
}
