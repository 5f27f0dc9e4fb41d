import Attendance

/// Reads a file of `config/codes/`.
enum CodeFile {
  /// The set in the file, as far as it could be read.
  static func read(_ file: PolicyFile) -> CodeSet? {
    guard let root = file.root,
      let section = Section(root, name: "the code set", file.complaints, Remarks())
    else { return nil }
    let name = section.text("set")
    let from = section.optionalDate("from")
    let before = section.optionalDate("before")
    if let from, let before, before <= from, let value = section.value("before") {
      section.complaints.fault(value, "'before' must lie after 'from'; put the dates in order")
    }
    var seen: Set<String> = []
    var codes: [AttendanceCode] = []
    for item in section.sections("codes") {
      let code = code(item, from: from, before: before)
      if !code.text.isEmpty, !seen.insert(code.text).inserted, let value = item.value("code") {
        item.complaints.fault(value, "code \(code.text) is listed twice; keep one of them")
      }
      item.finish()
      codes.append(code)
    }
    section.finish()
    return CodeSet(name: name, codes: codes)
  }

  private static func code(
    _ item: Section, from: SchoolDate?, before: SchoolDate?
  ) -> AttendanceCode {
    let text = item.text("code")
    if text.unicodeScalars.count > 2, let value = item.value("code") {
      item.complaints.fault(value, "a code has one or two characters, not '\(text)'; shorten it")
    }
    let retired = [item.optionalDate("retired"), before].compactMap { $0 }.min()
    let category: AttendanceCode.Category = item.choice("category", orElse: .present)
    let leave = item.flag("leave", orElse: false)
    if leave, category != .authorisedAbsence, let value = item.value("leave") {
      item.complaints.fault(value, "leave is an authorised absence; correct the category or leave")
    }
    return AttendanceCode(
      text: text, meaning: item.text("meaning"), category: category,
      scenario: item.text("scenario"), isLate: item.flag("late", orElse: false),
      half: item.parsed("session", required: false, expected: "AM or PM") { HalfDay(rawValue: $0) },
      age: item.optionalChoice("age") ?? .any, use: item.optionalChoice("use") ?? .anyone,
      neededNote: item.optionalText("needs_note"),
      isLeave: leave, countsTowardsPenalty: item.flag("penalty", orElse: false),
      onSite: item.optionalChoice("on_site") ?? .no,
      from: [item.optionalDate("from"), from].compactMap { $0 }.max(), retired: retired,
      successors: item.texts("successors"))
  }
}

extension AttendanceCode.Category: Choice {}
extension AttendanceCode.Age: Choice {}
extension AttendanceCode.Use: Choice {}
extension AttendanceCode.OnSite: Choice {}
