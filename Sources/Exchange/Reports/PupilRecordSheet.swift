public import Attendance

/// Everything that is kept about one pupil, for a parent's request for access.
///
/// A line that names or may name somebody else is marked, so that whoever gives the paper out looks at
/// it first; what is marked is not taken out by the program, which cannot read what people wrote.
public struct PupilRecordSheet: Sendable {
  /// One line of the paper.
  public struct Line: Hashable, Sendable {
    /// What it says.
    public let text: String
    /// Whether it names or may name somebody else than the pupil.
    public let namesOthers: Bool

    /// A line of that text.
    public init(_ text: String, namesOthers: Bool = false) {
      self.text = text
      self.namesOthers = namesOthers
    }
  }

  /// One part of it: a title and its lines.
  public struct Part: Hashable, Sendable {
    /// The title.
    public let title: String
    /// The lines; none where nothing is kept.
    public let lines: [Line]

    /// A part of that title.
    public init(_ title: String, _ lines: [Line]) {
      self.title = title
      self.lines = lines
    }
  }

  private let making: OfficialRegister.Making
  private let pupil: Pupil
  private let parts: [Part]

  /// The record of the pupil in these parts.
  public init(_ making: OfficialRegister.Making, of pupil: Pupil, _ parts: [Part]) {
    self.making = making
    self.pupil = pupil
    self.parts = parts
  }

  /// The paper, at most 78 columns wide, each line ended by a line feed.
  public var text: String {
    let marked = parts.reduce(0) { $0 + $1.lines.count(where: \.namesOthers) }
    var lines = Paragraph.lines("PUPIL RECORD  \(making.school)")
    lines += Paragraph.lines("\(pupil.name.legal), UPN \(pupil.upn.text)")
    lines.append("")
    lines += Paragraph.lines(
      marked == 0
        ? "No line names anybody else."
        : "Lines with ** name or may name somebody else (\(marked)): look at each, and black it "
          + "out where it is not to be given.")
    for part in parts {
      lines += ["", part.title]
      if part.lines.isEmpty { lines.append("Nothing is kept.") }
      for line in part.lines {
        lines += Paragraph.lines((line.namesOthers ? "** " : "") + line.text)
      }
    }
    lines += ["", "Printed \(making.at.date.inWords) at \(making.at.time)"]
    lines += Paragraph.lines("by \(making.by.name), \(making.by.position).")
    return (lines + ["Head seal of the register:", "  \(making.seal)"]).joined(separator: "\n")
      + "\n"
  }
}
