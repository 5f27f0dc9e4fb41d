public import Attendance

extension DayLine.Nature {
  /// The right to read lines of that nature; nil where they are like any other.
  public var right: Right? {
    switch self {
    case .ordinary: nil
    case .safeguarding: .viewSafeguarding
    case .health: .viewHealth
    }
  }
}

extension Permissions {
  /// How much of a line of that nature somebody sees; the one rule for screens and commands.
  ///
  /// That a safeguarding note exists says that somebody is worried about the child, which gets about
  /// and warns whoever is to blame; so those who may not read it do not learn of it. That there is a
  /// note about health tells whoever reads the pupil's notes whom to ask.
  public func sight(of nature: DayLine.Nature, relations: Set<Reach> = []) -> DayLine.Sight {
    guard let right = nature.right else { return .whole }
    if may(right, relations: relations) { return .whole }
    switch nature {
    case .ordinary, .safeguarding: return .nothing
    case .health: return may(.viewNotes, relations: relations) ? .place : .nothing
    }
  }

  /// Nil where somebody of the school may read a note of that nature once it is kept; otherwise why
  /// not and what to do.
  ///
  /// Whoever adds notes may write one that they will not read again: who worries about a child has to
  /// say so, and has no need of the file.
  public func denial(ofWriting nature: DayLine.Nature) -> Denial? {
    guard nature.right != nil, readers(of: nature).isEmpty else { return nil }
    return Denial(
      sentence: "nobody could read a \(nature.rawValue) note: no role has the right "
        + "'\(nature.right?.rawValue ?? "")'",
      place: policyPlace,
      next: "give it to a role in the policy, or tell the designated safeguarding lead yourself")
  }

  /// Who reads a note of that nature, as the end of a sentence that says it is kept; empty where
  /// whoever reads the pupil's notes does.
  public func whoReads(_ nature: DayLine.Nature) -> String {
    let titles = readers(of: nature)
    guard let last = titles.last else { return "" }
    let others = titles.dropLast().joined(separator: ", ")
    return "; only the " + (others.isEmpty ? last : "\(others) and \(last)") + " read it"
  }

  /// The titles of the roles that read notes of that nature about every pupil.
  public func readers(of nature: DayLine.Nature) -> [String] {
    guard let right = nature.right else { return [] }
    return everyRole.filter { $0.rights[right]?.contains(.school) ?? false }.map(\.title)
  }
}
