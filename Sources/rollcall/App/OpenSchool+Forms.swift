import Attendance
import Storage

extension OpenSchool {
  /// The forms that the person has left half typed.
  ///
  /// One whose act was kept before a kill could take it away is taken away now: a second Enter shall
  /// not write the same call twice.
  func formsLeft(by login: String) throws -> [FormDraft] {
    try FormFile.all(in: folder, by: login).filter { form in
      guard let saved = form.savedAt else { return true }
      if form.isOfAdmission {
        guard try isAdmitted(form, by: login, since: saved) else { return true }
        try FormFile(in: folder, of: form.name, by: login).keep(FormDraft(form.name, values: [:]))
        return false
      }
      // A line stands at the days it speaks of, which may lie before or after its writing.
      let year = 400
      // Only compared with what the person typed: their own note, of any nature, is kept too.
      let book = try store.dayBook(
        .between(saved.date.adding(days: -year), saved.date.adding(days: year)), sensitive: true)
      guard form.isKept(in: book, by: login) else { return true }
      try FormFile(in: folder, of: form.name, by: login).keep(FormDraft(form.name, values: [:]))
      return false
    }
  }

  /// Whether the admission register has what was saved with the form: the person has kept a child of
  /// those names since, or the end of that pupil's time on roll.
  private func isAdmitted(
    _ form: FormDraft, by login: String, since saved: Instant
  ) throws -> Bool {
    func has(_ pupil: Pupil.ID, _ isMeant: (PupilRevision.Record) -> Bool) throws -> Bool {
      try store.revisions(of: pupil).contains {
        $0.at >= saved && $0.by.login == login && isMeant($0.record)
      }
    }
    if let number = form.name.split(separator: " ").last.flatMap({ Int64($0) }) {
      return try has(Pupil.ID(number)) {
        if case .enrolment(_, let after) = $0 { after.deletion != nil } else { false }
      }
    }
    let names = ["surname", "forename"].map { FoldedName(form.values[$0] ?? "") }
    let alike = try store.roll().pupils.values.filter {
      FoldedName($0.name.surname) == names[0] && FoldedName($0.name.forename) == names[1]
    }
    return try alike.contains { pupil in
      try has(pupil.id) { if case .pupil(before: nil, _) = $0 { true } else { false } }
    }
  }
}
