import Attendance
public import Policies

/// An evidence pack as it is printed: the pupil and parents, the weeks, the sessions, what was done.
public struct EvidencePackSheet: Sendable {
  let pack: EvidencePack

  /// The paper of that pack.
  public init(_ pack: EvidencePack) { self.pack = pack }

  /// The pack, each line ended by a line feed.
  public var text: String {
    let parts =
      [head, people, rule] + alike.map(count) + [toSettle, changes, log]
      + [weighed("WEIGHED", pack.considered.shared)]
      + pack.considered.map { one in
        weighed(
          "WEIGHED FOR \(one.contact.name.uppercased())",
          one.points.filter { !pack.considered.shared.contains($0) })
      } + [foot]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private var head: [String] {
    var lines = ["EVIDENCE PACK  \(pack.making.school)"]
    if !pack.isReady {
      lines.append("NOT READY: no notice rests on \(pack.window.unexplained). See below.")
    }
    lines.append("As at \(pack.grounds.date.inWords).")
    return lines
      + Paragraph.lines(
        "Made \(pack.making.at.date.inWords), \(pack.making.at.time), by "
          + "\(pack.making.by.name), \(pack.making.by.position).")
  }

  private var people: [String] {
    let pupil = pack.pupil
    let age = pack.grounds.age
    var lines = ["THE PUPIL AND THE PARENTS"]
    let known = pupil.name.knownAs == pupil.name.forename ? "" : ", known as \(pupil.name.knownAs)"
    lines += Paragraph.lines("\(pupil.name.legal)\(known), UPN \(pupil.upn.text)")
    lines += Paragraph.lines(
      "Born \(pupil.dateOfBirth.inWords), year \(pack.particulars.yearGroup), "
        + "\(pack.particulars.group)")
    lines += Paragraph.lines(
      "Of compulsory school age from \(age.begins.inWords) to \(age.ends.inWords)")
    for considered in pack.considered {
      let contact = considered.contact
      let home =
        contact.livesWith.map { $0 ? "lives with the pupil" : "does not live with the pupil" }
      let facts = [
        contact.relationship,
        "parental responsibility: \(Self.word(contact.parentalResponsibility))",
        home ?? "",
        contact.language.isEmpty ? "" : "language: \(contact.language)",
      ].filter { !$0.isEmpty }
      lines += Paragraph.lines("Parent: \(contact.name), \(facts.joined(separator: ", "))")
    }
    return lines
  }

  private var rule: [String] {
    let window = pack.window
    let rule = window.rule
    return ["THE RULE"]
      + Paragraph.lines("\(rule.name): \(rule.inWords) (\(rule.place.inShort))")
      + Paragraph.lines("Because: \(rule.because)")
      + Paragraph.lines("\(rule.id) \(window.amount?.description ?? "none"), \(window.inWords)")
      + Paragraph.lines(
        window.counted.map { "\($0.session) \($0.code)" }.joined(separator: "; "), indent: 2)
  }

  /// The parents for whom the same sessions count and were used, together.
  private var alike: [[NoticeConsidered]] {
    pack.considered.reduce(into: []) { groups, one in
      let place = groups.firstIndex { $0[0].count == one.count && $0[0].earlier == one.earlier }
      if let place { groups[place].append(one) } else { groups.append([one]) }
    }
  }

  /// What counts for these parents: the weeks, and the sessions that are left.
  private func count(_ parents: [NoticeConsidered]) -> [String] {
    guard let one = parents.first else { return [] }
    let count = one.count
    let used = count.spent.count
    let names = parents.map { $0.contact.name.uppercased() }.joined(separator: " AND ")
    let sum =
      used == 0
      ? "\(count.left.count) count"
      : "\(count.left.count) count, \(used) more were used for an earlier notice"
    return Paragraph.lines("THE WEEKS, FOR \(names): \(sum)") + grid(count)
      + (count.left.isEmpty
        ? []
        : Paragraph.lines("Counted: \(count.left.map(\.session.named).joined(separator: ", "))"))
      + one.points.filter { $0.kind == .spent || $0.kind == .earlier }.flatMap {
        Paragraph.lines($0.words.asLine)
      }
  }

  private var toSettle: [String] {
    var lines: [String] = []
    if !pack.isReady {
      lines.append("TO SETTLE FIRST")
      lines += pack.toSettle.map { "  \($0.named) \(pack.window.unexplained)" }
    }
    if !pack.window.blanks.isEmpty {
      lines += Paragraph.lines(
        "Without a mark, and counted nowhere: "
          + pack.window.blanks.map(\.named).joined(separator: ", "))
    }
    return lines
  }

  private var changes: [String] {
    var lines = ["CHANGES OF MARKS THAT COUNT"]
    if pack.changes.isEmpty { lines.append("None: each stands as it was first made.") }
    for line in pack.changes {
      let entry = line.entry
      let what =
        (entry.isBlank ? "taken back" : entry.code)
        + (line.replaced.map { $0.isEmpty ? "" : " in place of \($0)" } ?? "")
        + (entry.beside == nil ? "" : ", kept beside what outranks it")
      let who = "\(line.submission.typist.name), \(line.submission.typist.position)"
      lines += Paragraph.lines(
        "\(entry.session.named): \(what), \(line.submission.at.date.inWords) "
          + "\(line.submission.at.time), \(who)"
          + (entry.reason.isEmpty ? "" : ": \(entry.reason)"))
    }
    return lines
  }

  private var log: [String] {
    var lines = ["WHAT WAS DONE"]
    if pack.log.isEmpty { lines.append("Nothing is on record.") }
    for line in pack.log {
      lines += Paragraph.lines(
        "\(line.date.inWords)  \(line.matter.inWords) (\(line.by.name), \(line.by.position))")
      if let words = pack.words(of: line) { lines += Paragraph.lines(words, indent: 4) }
    }
    return lines
  }

  private func weighed(_ title: String, _ points: [NoticePoint]) -> [String] {
    let points = points.filter { ![.spent, .earlier, .support].contains($0.kind) }
    if points.isEmpty { return [] }
    return Paragraph.lines(title)
      + points.flatMap { Paragraph.lines("\($0.standing.box) \($0.words)", indent: 0) }
  }

  private var foot: [String] {
    ["Head seal of the register:", "  \(pack.making.seal)"]
  }

  private static func word(_ answer: Bool?) -> String {
    answer.map { $0 ? "yes" : "no" } ?? "not recorded"
  }
}

extension NoticePoint.Standing {
  /// The box before a point on paper: a person ticks what is weighed.
  fileprivate var box: String {
    switch self {
    case .blocks: "[NO]"
    case .warns: "[!]"
    case .weigh: "[ ]"
    case .fine: "[x]"
    }
  }
}

extension String {
  /// With a capital at its head.
  fileprivate var asLine: String { prefix(1).uppercased() + dropFirst() }
}
