import Attendance

/// The messages of a day and those that still wait, as the list shows them.
struct CallLog: Hashable, Sendable {
  /// One message with what became of it.
  struct Row: Hashable, Identifiable, Sendable {
    /// The message itself.
    let line: DayLine
    /// When it was heard: the time, or the day where it is an earlier one.
    let time: String
    /// Whom it is about, as far as anybody knows.
    let pupils: [FoundPupil]
    /// Who told it, in a word or two.
    let from: String
    /// The code it became, or `-` while none is chosen.
    let code: String
    let isUnlinked: Bool
    let wantsCall: Bool

    var id: DayLine.ID { line.id }

    /// The pupils in the list: `Rees, Rhys +1`.
    var names: String {
      guard let first = pupils.first else { return "?" }
      return first.pupil.name.onRegister + (pupils.count > 1 ? " +\(pupils.count - 1)" : "")
    }

    var group: String { pupils.first?.group ?? "-" }

    /// Who typed it, by initials.
    var by: String {
      line.by.name.split { $0 == " " || $0 == "." }.compactMap(\.first).map(String.init).joined()
    }

    /// All of it, for the message line.
    var inWords: String {
      let states = [isUnlinked ? "Not linked" : "", wantsCall ? "Call back" : ""]
        .filter { !$0.isEmpty }
      let who = pupils.map { "\($0.pupil.name.onRegister) \($0.group)" }.joined(separator: ", ")
      let head = (states + (who.isEmpty ? [] : [who])).joined(separator: "; ")
      return [head, line.matter.inWords, "\"\(line.words)\""].filter { !$0.isEmpty }
        .joined(separator: ": ")
    }
  }

  let date: SchoolDate
  let rows: [Row]

  /// The log of a date, from the lines of its day book.
  init(_ book: DayBook, on date: SchoolDate, names: [Pupil.ID: FoundPupil]) {
    self.date = date
    let unlinked = Set(book.unlinked.map(\.id))
    let waiting = Set(book.toCallBack.map(\.id))
    rows = book.standing.compactMap { line in
      guard case .message(let message) = line.matter,
        line.date == date || unlinked.contains(line.id) || waiting.contains(line.id)
      else { return nil }
      let answers = book.answers(to: line)
      let pupils = ([line.pupil] + answers.map(\.pupil)).compactMap { $0.flatMap { names[$0] } }
      let codes = answers.compactMap { answer -> String? in
        if case .absence(let absence) = answer.matter { absence.code } else { nil }
      }
      let from = message.relationship.isEmpty ? message.caller : message.relationship
      return Row(
        line: line, time: line.date == date ? "\(message.heard)" : line.date.short,
        pupils: pupils.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
        from: from.isEmpty ? message.channel.rawValue : from, code: codes.first ?? "-",
        isUnlinked: unlinked.contains(line.id), wantsCall: waiting.contains(line.id))
    }
  }

  /// How many wait, in words: `Unlinked 1  Call back 2`.
  var counts: String {
    "Unlinked \(rows.count(where: \.isUnlinked))  Call back \(rows.count(where: \.wantsCall))"
  }
}
