/// One pupil's line in a register: what is known, what is planned, what is on record.
public struct RegisterRow: Hashable, Sendable {
  /// A mark on record.
  public struct Standing: Hashable, Sendable {
    /// The entry that stands.
    public let entry: Entry
    /// Who typed it and when.
    public let by: Person
    /// When it was typed.
    public let at: Instant
    /// A sighting that contradicts it and waits for the office, or nil.
    public let contradiction: Entry?

    /// The standing entry with who made it and when.
    public init(entry: Entry, by: Person, at: Instant, contradiction: Entry? = nil) {
      self.entry = entry
      self.by = by
      self.at = at
      self.contradiction = contradiction
    }
  }

  /// Why filling the blanks leaves this pupil out (a child must not be hidden by a bulk act).
  public enum Heed: Hashable, Sendable, CustomStringConvertible {
    case absentBefore(code: String)
    case unmarkedBefore
    case signedOut
    case openQuery

    /// The reason in a few words.
    public var description: String {
      switch self {
      case .absentBefore(let code): "absent the session before (\(code))"
      case .unmarkedBefore: "not marked the session before"
      case .signedOut: "signed out"
      case .openQuery: "an open query"
      }
    }
  }

  /// The pupil.
  public let pupil: Pupil
  /// Whether the pupil is of compulsory school age on the date.
  public let isOfCompulsoryAge: Bool
  /// How the pupil is registered here.
  public let enrolment: Enrolment.Kind
  /// The codes of the last six sessions, oldest first, empty for a blank.
  public let lastSix: [String]
  /// Why filling leaves this pupil out, or nil where it does not.
  public let heed: Heed?
  /// The absence known beforehand, or nil.
  public let plan: Plan?
  /// What is on record, or nil where nothing is.
  public var standing: Standing?

  /// A row with these details.
  public init(
    pupil: Pupil, isOfCompulsoryAge: Bool, enrolment: Enrolment.Kind = .main,
    lastSix: [String] = [], heed: Heed? = nil, plan: Plan? = nil, standing: Standing? = nil
  ) {
    self.pupil = pupil
    self.isOfCompulsoryAge = isOfCompulsoryAge
    self.enrolment = enrolment
    self.lastSix = lastSix
    self.heed = heed
    self.plan = plan
    self.standing = standing
  }
}

/// How look-alike names in one register are told apart.
public struct LookAlike: Hashable, Sendable, CustomStringConvertible {
  /// Day and month of birth: `14 Feb`.
  public let born: String
  /// Whether another pupil of the surname was born on the same day.
  public let isTwin: Bool

  /// For each row, how it is told apart, or nil where no other name looks like it.
  public static func among(_ pupils: [Pupil]) -> [LookAlike?] {
    var alike = [LookAlike?](repeating: nil, count: pupils.count)
    // Family by family, each in one pass: a fire list has thousands of names.
    let families = Dictionary(grouping: pupils.indices) { FoldedName(pupils[$0].name.surname) }
    for family in families.values where family.count > 1 {
      let twins = shared(by: family, pupils, \.dateOfBirth)
      let namesakes = shared(by: family, pupils, \.name.initial)
      for place in family {
        let isTwin = twins.contains(pupils[place].dateOfBirth)
        guard isTwin || namesakes.contains(pupils[place].name.initial) else { continue }
        alike[place] = LookAlike(born: pupils[place].dateOfBirth.short, isTwin: isTwin)
      }
    }
    return alike
  }

  /// What more than one pupil of the family has.
  private static func shared<Value: Hashable>(
    by family: [Int], _ pupils: [Pupil], _ value: (Pupil) -> Value
  ) -> Set<Value> {
    var first: [Value: Pupil.ID] = [:]
    var shared: Set<Value> = []
    for place in family {
      let pupil = pupils[place]
      if let other = first.updateValue(pupil.id, forKey: value(pupil)), other != pupil.id {
        shared.insert(value(pupil))
      }
    }
    return shared
  }

  /// The difference in words: `14 Feb, twin`.
  public var description: String { isTwin ? "\(born), twin" : born }
}
