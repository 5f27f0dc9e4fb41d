extension DayLine {
  /// What kind of thing a line speaks of, as far as that decides who may read it.
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    /// Whoever may read the pupil's notes.
    case ordinary
    /// A word about a child's safety, for those who keep children safe.
    case safeguarding
    /// A word about a child's health or a family's, for those who need it.
    case health
  }

  /// How much of a line somebody sees.
  public enum Sight: Hashable, Sendable {
    /// All of it.
    case whole
    /// That there is a note, by whom and when, and not what it says.
    case place
    /// Nothing, not even that there is one.
    case nothing
  }

  /// What it says, in words without an end, and its nature where that is not ordinary.
  public var inWords: String {
    nature == .ordinary || words == nature.inPlace
      ? matter.inWords : "\(nature.rawValue) \(matter.inWords)"
  }

  /// The kind of matter in a word or two, and its nature where that is not ordinary.
  public var kind: String {
    nature == .ordinary ? matter.kind : "\(nature.rawValue) \(matter.kind)"
  }

  /// The line as somebody sees it; nil where that is nothing.
  func seen(_ sight: Sight) -> DayLine? {
    switch sight {
    case .whole: self
    case .nothing: nil
    case .place:
      DayLine(
        id: id, by: by, at: at, pupil: pupil, date: date, about: about, matter: matter.place,
        words: nature.inPlace, nature: nature)
    }
  }

  /// The line without its words and without what was typed into what it says: that it was done, by
  /// whom and when.
  fileprivate var withoutWords: DayLine {
    DayLine(
      id: id, by: by, at: at, pupil: pupil, date: date, about: about, matter: matter.withoutWords,
      words: "", nature: nature)
  }
}

extension DayLine.Nature {
  /// What stands in the place of words that somebody may not read.
  public var inPlace: String { "[\(rawValue) note]" }
}

extension DayLine.Matter {
  /// The same without what was typed into it.
  fileprivate var withoutWords: Self {
    if case .casework(.action(let action)) = self {
      return .casework(
        .action(CaseAction(action.kind, time: action.time, isPlanned: action.isPlanned)))
    }
    return place
  }

  /// The same without what was typed into it: to whom a referral goes says as much as its words.
  fileprivate var place: Self {
    switch self {
    case .casework(.action): .casework(.action(CaseAction(.note)))
    case .casework(.outcome(let outcome)): .casework(.outcome(CaseOutcome(outcome.kind)))
    case .message, .concerns, .absence, .attempt, .arrival, .departure, .back, .notHere, .seen,
      .handedOn, .safe, .note, .request, .decision, .timetable, .closure, .list, .elsewhere, .paper,
      .evidence, .told, .nudge, .step, .excused, .week, .casework, .done, .withdrawn:
      self
    }
  }
}

extension DayBook {
  /// The book without any line that is not for everybody who reads the book.
  public var ordinary: DayBook { seen { _ in .nothing } }

  /// The book as somebody sees it who reads the words of lines about some pupils only.
  public func withWords(about reads: (Pupil.ID?) -> Bool) -> DayBook {
    DayBook(lines.map { reads($0.pupil) ? $0 : $0.withoutWords })
  }

  /// The book as somebody sees it who sees that much of each sensitive line.
  public func seen(_ sight: (DayLine) -> DayLine.Sight) -> DayBook {
    guard lines.contains(where: { $0.nature != .ordinary }) else { return self }
    return DayBook(lines.compactMap { $0.nature == .ordinary ? $0 : $0.seen(sight($0)) })
  }
}
