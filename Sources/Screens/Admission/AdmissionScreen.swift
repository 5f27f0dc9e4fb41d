import Attendance
import Policies
import Terminal

/// The forms of the admission register: a child added in a minute, and a name deleted on a ground.
struct AdmissionScreen: Screen, Hashable {
  /// Whom the form is about.
  enum Subject: Hashable, Sendable {
    case child
    case leaver(Pupil, form: String)
  }

  var message = Message()
  let subject: Subject
  private(set) var focus: AdmissionField
  private(set) var texts: [AdmissionField: Field] = [:]
  /// The surname that was taken along from a search, which nobody has typed here.
  private(set) var searched = ""
  /// When the form was last handed on to be kept, or nil.
  private(set) var saving: Instant?
  /// Whether a question was answered by keeping the form once more.
  private var isSure = false
  /// What was done last, so that the form is empty again.
  private(set) var isDone = false

  /// The form of a new child, whose surname may be known from a search; one left half typed comes
  /// back as it was.
  init(adding surname: String = "", at desk: Desk) {
    subject = .child
    focus = .surname
    searched = surname.split(separator: " ").joined(separator: " ")
    texts[.surname] = Field(surname, limit: 60)
    say(AdmissionField.surname.hint)
    restore(desk.forms[name])
  }

  /// The form by which that pupil's name is deleted; one left half typed comes back as it was.
  init(deleting pupil: Pupil, form: String, at desk: Desk) {
    subject = .leaver(pupil, form: form)
    focus = .ground
    say(AdmissionField.ground.hint)
    restore(desk.forms[name])
  }

  private mutating func restore(_ draft: FormDraft?) {
    guard let draft else { return }
    searched = ""
    saving = draft.savedAt
    texts = [:]
    // The ground first: it says which facts are asked for.
    for _ in 0...1 {
      for field in fields {
        if let text = draft.values[field.key] { texts[field] = Field(text, limit: 120) }
      }
    }
    focus = fields.last { !self[$0].isEmpty } ?? focus
    say("What was typed is back as it was left. ^S keeps it.")
  }

  var place: Command.Place { .admissionForm }

  subscript(field: AdmissionField) -> Field { texts[field] ?? Field(limit: 120) }

  /// What stands in the field, with one blank between words.
  func text(_ field: AdmissionField) -> String {
    self[field].text.split(separator: " ").joined(separator: " ")
  }

  /// The ground that is typed, or nil where it is none yet.
  var ground: DeletionGround? { DeletionGround(rawValue: text(.ground).lowercased()) }

  /// The fields, in the order in which they are asked for.
  var fields: [AdmissionField] {
    switch subject {
    case .child: AdmissionField.ofChild
    case .leaver: [.ground, .last] + (ground?.needs ?? []).map(AdmissionField.fact)
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .answer(.accept): return next(at: desk)
    case .office(.save): return send(at: desk)
    case .answer(.nextField):
      move(by: key == .backTab ? -1 : 1)
      return []
    case .common(.back): return [.back]
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  /// Goes on to the next field; at the last one, the form is kept.
  private mutating func next(at desk: Desk) -> [Move] {
    if focus == fields.last { return send(at: desk) }
    move(by: 1)
    return []
  }

  private mutating func move(by step: Int) {
    let all = fields
    turn(to: all[((all.firstIndex(of: focus) ?? 0) + step + all.count) % all.count])
  }

  private mutating func turn(to field: AdmissionField) {
    focus = field
    say(field.hint)
  }

  private mutating func send(at desk: Desk) -> [Move] {
    do throws(FieldFault<AdmissionField>) {
      let deed = try deed(today: desk.now.date)
      saving = desk.now
      return [.perform(.admission(deed))]
    } catch {
      focus = error.field
      return refuse(error.sentence)
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    if key == .up || key == .down {
      move(by: key == .up ? -1 : 1)
      return []
    }
    var field = self[focus]
    guard field.handle(key) else { return nil }
    change(field)
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    var field = self[focus]
    field.insert(text)
    change(field)
    return []
  }

  private mutating func change(_ field: Field) {
    texts[focus] = field
    saving = nil
    isSure = false
    isDone = false
    say(focus.hint)
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .admission(.asks(let sentence)):
      isSure = true
      saving = nil
      let deed = subject == .child ? "adds the child all the same" : "deletes the name"
      return refuse("\(sentence.asSentence) ^S once more \(deed).")
    case .admission(.done(let sentence)):
      isDone = true
      isSure = false
      saving = nil
      if subject == .child {
        texts = [:]
        focus = .surname
      }
      say(sentence)
      return []
    default: return []
    }
  }
}

extension AdmissionScreen: TypedForm {
  typealias FieldName = AdmissionField

  /// What the form asks for; says at which field it is not.
  private func deed(today: SchoolDate) throws(FieldFault<AdmissionField>) -> AdmissionDeed {
    if let empty = fields.first(where: { $0.isNeeded && text($0).isEmpty }) {
      throw FieldFault(empty, "Still empty. \(empty.hint)")
    }
    switch subject {
    case .child: return try child(today: today)
    case .leaver(let pupil, _): return try leaving(pupil, today: today)
    }
  }

  private func child(today: SchoolDate) throws(FieldFault<AdmissionField>) -> AdmissionDeed {
    guard let born = try phrase(.born, from: today, today: today, isPast: true)?.date,
      born < today
    else {
      throw FieldFault(.born, "A date of birth lies before today; type it with its year")
    }
    let starts = try phrase(.starts, from: today, today: today)?.date ?? today
    var contact: Contact?
    if !text(.contact).isEmpty {
      var first = Contact.new(of: Pupil.ID(0), after: [])
      do {
        try first.set(.name, to: text(.contact))
        try first.set(.phone, to: text(.phone))
      } catch {
        throw FieldFault(.phone, error.description)
      }
      contact = first
    } else if !text(.phone).isEmpty {
      throw FieldFault(.contact, "Whose telephone is it? Type the name")
    }
    let child = NewPupil(
      name: PupilName(surname: text(.surname), forename: text(.forename)), dateOfBirth: born,
      sex: text(.sex).uppercased(), group: text(.form), starts: starts)
    return .add(child, contact: contact, isSure: isSure)
  }

  private func leaving(
    _ pupil: Pupil, today: SchoolDate
  ) throws(FieldFault<AdmissionField>) -> AdmissionDeed {
    let last = try phrase(.last, from: today, today: today)?.date ?? today
    var facts: [DeletionFact: String] = [:]
    for case .fact(let fact) in fields {
      if fact.isDate {
        // Whoever says Monday of something past means the last one.
        let from = fact.mayLieAhead ? today : today.adding(days: -6)
        let date = try phrase(.fact(fact), from: from, today: today)?.date
        facts[fact] = date.map { "\($0)" }
      } else {
        facts[fact] = text(.fact(fact))
      }
    }
    return .leave(pupil.id, on: last, ground: text(.ground), facts: facts, isSure: isSure)
  }
}
