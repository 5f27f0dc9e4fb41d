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
}
