import Attendance
import Terminal

/// The form of one message: what is typed in each field, and what was chosen.
struct CallForm: Hashable, Sendable {
  /// The message on record that is matched to pupils, or nil while a new one is written.
  let linking: DayLine?
  /// The field that keys go to.
  var focus = CallField.pupil
  /// The pupils it is about.
  var chosen: [FoundPupil] = []
  /// The pupils of a form that was kept, until it is known who they are.
  var awaited: [Pupil.ID] = []
  /// What is known of them; a pupil nothing is known of cannot be written about.
  var briefs: [Pupil.ID: PupilBrief] = [:]
  /// How the message came.
  var channel = Attendance.Message.Channel.telephone
  /// What is planned already for days of which the message speaks, as of the last key.
  private(set) var overlapping: [EarlierPlan] = []
  /// What is to become of that, or nil while nobody has said.
  var fate: EarlierPlan.Fate?
  /// Whether the caller waits for a call.
  var wantsCall = false
  /// What the search found last, and for which text.
  private var found: [FoundPupil] = []
  private var foundFor = ""
  var texts: [CallField: Field] = [:]
  /// When it was last handed on to be saved, or nil.
  var saving: Instant?

  init(linking: DayLine? = nil) { self.linking = linking }

  subscript(field: CallField) -> Field { texts[field] ?? Field(limit: field.limit) }

  /// What was typed in a field, without the air around it.
  func text(_ field: CallField) -> String {
    self[field].text.split(separator: " ").joined(separator: " ")
  }

  /// The fields there are: a message on record keeps its own.
  var fields: [CallField] {
    CallField.allCases.filter { field in
      (linking == nil || !field.isOfMessage) && (field != .doubt || isUnauthorised)
        && (field != .overlap || !overlapping.isEmpty)
    }
  }

  /// Whether the code is the one for an absence that is not authorised, so that a doubt is asked.
  var isUnauthorised: Bool { text(.code).uppercased() == "O" }

  /// The words as they were said: those of the message on record, or those that are typed.
  var saidWords: String { linking?.words ?? text(.words) }

  /// Whether nothing was typed or chosen.
  var isEmpty: Bool {
    chosen.isEmpty && awaited.isEmpty && texts.values.allSatisfy(\.isEmpty)
  }

  /// The pupils that the search has found and that are not chosen yet; before a search, the
  /// siblings of those chosen who are unaccounted for (U34).
  var choices: [FoundPupil] {
    if self[.pupil].isEmpty { return siblings }
    guard foundFor == self[.pupil].text, !foundFor.isEmpty else { return [] }
    return found.filter { pupil in !chosen.contains { $0.pupil.id == pupil.pupil.id } }
  }

  /// The siblings of those chosen who are unaccounted for, and not chosen themselves.
  var siblings: [FoundPupil] {
    var found: [FoundPupil] = []
    for pupil in chosen.flatMap({ briefs[$0.pupil.id]?.matters.siblings ?? [] })
    where !found.contains(pupil) && !chosen.contains(where: { $0.pupil.id == pupil.pupil.id }) {
      found.append(pupil)
    }
    return found
  }

  /// Those who may be told of every pupil chosen: whoever is barred from one is not offered at all.
  var contacts: [Contact] {
    let lists = chosen.map { briefs[$0.pupil.id]?.contacts ?? [] }
    guard let first = lists.first else { return [] }
    return first.filter { contact in
      lists.allSatisfy { $0.contains { $0.asCaller == contact.asCaller } }
    }
  }

  /// The contact whom the field names, or nil.
  var caller: Contact? {
    let typed = FoldedName(text(.from))
    return contacts.first { FoldedName($0.asCaller) == typed || FoldedName($0.name) == typed }
      ?? contacts.first { FoldedName($0.relationship) == typed && !$0.relationship.isEmpty }
  }

  mutating func move(by step: Int) {
    let fields = fields
    let place = (fields.firstIndex(of: focus) ?? 0) + step
    focus = fields[(place + fields.count) % fields.count]
  }

  /// Looks for what is planned already for the days of which the message now speaks.
  ///
  /// A choice holds only for what it was made about.
  mutating func lookForPlans(at desk: Desk) {
    let absence = try? absence(at: desk)
    let found = chosen.compactMap { briefs[$0.pupil.id] }.flatMap { brief in
      absence.map { brief.planned(from: $0.from, through: $0.through) } ?? []
    }
    guard found != overlapping else { return }
    if !Set(found).isSubset(of: overlapping) { fate = nil }
    overlapping = found
    if focus == .overlap, found.isEmpty { focus = .out }
  }

  mutating func take(_ pupils: [FoundPupil], for search: String) {
    found = pupils
    foundFor = search
  }

  /// Takes in what is known of a pupil, unless the pupil was given up since.
  mutating func take(_ brief: PupilBrief) {
    if let place = awaited.firstIndex(of: brief.pupil.id) {
      awaited.remove(at: place)
      chosen.append(FoundPupil(brief.pupil, group: brief.group, relations: brief.relations))
    }
    guard chosen.contains(where: { $0.pupil.id == brief.pupil.id }) else { return }
    briefs[brief.pupil.id] = brief
  }
}

extension Contact {
  /// How a contact is named as the one who told it: `Mrs Rees, mother`.
  var asCaller: String { relationship.isEmpty ? name : "\(name), \(relationship)" }
}
