import Attendance

/// What came of reading a file of national figures: the figures, or what is wrong with it.
public struct NationalReading: Sendable {
  /// The name of the file in a folder of settings.
  public static let fileName = "national.yaml"

  /// The figures, or nil where the file has a fault.
  public let figures: NationalFigures?
  /// Everything there is to say of the file, in the order of its lines.
  public let complaints: [Complaint]

  /// Reads the text as a file of that name.
  public init(name: String, text: String) {
    self.init(PolicyFile(name: name, text: text))
  }

  /// Reads the file at the path.
  public init(path: String) {
    self.init(PolicyFile(path: path))
  }

  private init(_ file: PolicyFile) {
    let read = Self.read(file)
    figures = file.complaints.hasFaults ? nil : read
    complaints = file.complaints.sorted
  }

  private static func read(_ file: PolicyFile) -> NationalFigures? {
    guard let root = file.root,
      let section = Section(root, name: "the national figures", file.complaints, Remarks())
    else { return nil }
    let year = section.parsed(
      "year", expected: "a school year like 2025-26", SchoolYear.init)
    let covers = section.text("covers")
    let source = section.text("source")
    let dated = section.date("dated")
    var seen: Set<NationalFigures.Phase> = []
    let rows = section.sections("phases").compactMap { item -> NationalFigures.Row? in
      let row = row(item)
      if let row, !seen.insert(row.phase).inserted, let value = item.value("phase") {
        item.complaints.fault(
          value, "the phase '\(row.phase.rawValue)' is given twice; keep one of them")
      }
      item.finish()
      return row
    }
    section.finish()
    if let value = section.value("phases"), !file.complaints.hasFaults, !seen.contains(.all) {
      section.complaints.fault(
        value,
        "the phase 'all' is missing, with which a school of no other phase is compared; "
          + "add it")
    }
    return year.map {
      NationalFigures(year: $0, covers: covers, source: source, dated: dated, rows: rows)
    }
  }

  private static func row(_ item: Section) -> NationalFigures.Row? {
    // Everything is asked for before the first missing figure ends the matter.
    let phase: NationalFigures.Phase? = item.required("phase").flatMap { item.choice($0, "phase") }
    let attendance = item.share("attendance", required: true)
    let absence = item.share("absence", required: true)
    let authorised = item.share("authorised")
    let unauthorised = item.share("unauthorised")
    let illness = item.share("illness")
    let late = (item.share("late_after_closing"), item.share("late_before_closing"))
    let persistent = item.share("persistent", required: true)
    let severe = item.share("severe")
    item.check(
      "absence", is: "100 less attendance", absence, attendance.map { 10_000 - $0.hundredths })
    if let authorised, let unauthorised {
      item.check(
        "absence", is: "authorised and unauthorised together", absence,
        authorised.hundredths + unauthorised.hundredths)
    }
    guard let phase, let attendance, let absence, let persistent else { return nil }
    return NationalFigures.Row(
      phase: phase, attendance: attendance, absence: absence, authorised: authorised,
      unauthorised: unauthorised, illness: illness, lateAfterClosing: late.0,
      lateBeforeClosing: late.1, persistent: persistent, severe: severe, place: item.place)
  }
}

extension Section {
  /// A published percentage, or nil where it is left out or none.
  fileprivate func share(_ key: String, required: Bool = false) -> PublishedShare? {
    parsed(
      key, required: required,
      expected: "a percentage with at most two decimals, like 94.72", PublishedShare.init)
  }

  /// Complains where a figure is not what others make it, but for the last digit of each.
  fileprivate func check(
    _ key: String, is words: String, _ share: PublishedShare?, _ expected: Int?
  ) {
    guard let share, let expected, abs(share.hundredths - expected) > 2, let value = value(key)
    else { return }
    complaints.fault(
      value,
      "'\(key)' must be \(words), which is \(PublishedShare.inWords(expected)); correct one "
        + "of them")
  }
}

extension PublishedShare {
  /// So many hundredths as a percentage, also beyond 100.
  fileprivate static func inWords(_ hundredths: Int) -> String {
    PublishedShare(hundredths: hundredths)?.description ?? "more than 100"
  }
}
