public import Attendance
import Glibc

/// The file of one person's half-typed form, so that neither a kill nor a power cut loses a word.
///
/// Every change of a field is one line, written with one write and synced; the last line about a
/// field holds. A torn last line is passed over when it is read.
public final class FormFile {
  private let path: String
  private let folder: String
  private var known: FormDraft
  private var descriptor: Int32 = -1

  /// The file of that form by that person, with what was kept of it before.
  public init(in folder: SchoolFolder, of name: String, by login: String) {
    self.folder = folder.drafts
    path =
      folder.drafts + "/" + DraftFile.fileName(login) + "-" + DraftFile.fileName(name) + Self.ending
    known = Self.read(path, named: name)
  }

  private static let ending = ".form"

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Keeps the form as it is now; what has changed is on disk when it returns.
  ///
  /// An empty form has no file.
  public func keep(_ form: FormDraft) throws(StoreFault) {
    guard form.values != known.values else { return }
    if form.isEmpty {
      remove()
      return
    }
    if descriptor < 0 {
      descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o660)
      guard descriptor >= 0 else { throw fault() }
    }
    let isNew = known.isEmpty
    let fields = Set(known.values.keys).union(form.values.keys).sorted()
    var text = isNew ? Self.line("form", form.name) : ""
    for field in fields where known.values[field] != form.values[field] {
      text += Self.line(field, form.values[field] ?? "")
    }
    let bytes = Array(text.utf8)
    let count = write(descriptor, bytes, bytes.count)
    guard count == bytes.count, fdatasync(descriptor) == 0 else {
      let why = fault()
      if count > 0 { ftruncate(descriptor, lseek(descriptor, 0, SEEK_END) - count) }
      throw why
    }
    if isNew { SchoolFolder.sync(folder) }
    known = form
  }

  /// Removes the form.
  private func remove() {
    unlink(path)
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    known = FormDraft(known.name, values: [:])
  }

  /// Every form that the person has left half typed.
  public static func all(in folder: SchoolFolder, by login: String) -> [FormDraft] {
    let start = DraftFile.fileName(login) + "-"
    return DraftFile.names(in: folder, ending: ending).filter { $0.hasPrefix(start) }
      .map { read(folder.drafts + "/" + $0, named: nil) }.filter { !$0.isEmpty }
      .sorted { $0.name < $1.name }
  }

  /// What the file says; nothing where there is none.
  private static func read(_ path: String, named name: String?) -> FormDraft {
    var values: [String: String] = [:]
    // A last line without its end was never acknowledged.
    for line in (try? DraftFile.whole(path)) ?? [] {
      guard let end = line.firstIndex(of: "\t") else { continue }
      values[String(line[..<end])] = String(line[line.index(after: end)...])
    }
    let written = values.removeValue(forKey: "form")
    return FormDraft(name ?? written ?? "", values: values)
  }

  /// One line: the field and its text, in which a line's end or a tab is a space.
  private static func line(_ field: String, _ text: String) -> String {
    let flat = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    return field + "\t" + String(flat) + "\n"
  }

  private func fault() -> StoreFault { SchoolFolder.fault(errno, at: path) }
}
