/// One rule that flags pupils: a measure, whom it is about, over what time, and from where on.
public struct Rule: Hashable, Sendable {
  /// Whom a rule is about.
  public enum Scope: String, Choice, Hashable, Sendable {
    case everyone
    case compulsoryAge = "pupils of compulsory school age"
    case nursery = "nursery pupils"
    case carePlan = "pupils with an EHC plan"
    case socialWorker = "pupils with a social worker"
    case youthOffending = "pupils known to the youth offending team"
    case lookedAfter = "looked-after pupils"
  }

  /// Its id, as commands and rows give it: `persistent-absence`.
  public let id: String
  /// Its name, as screens give it.
  public let name: String
  /// What it measures.
  public let measure: Measure
  /// Over what time.
  public let over: Span
  /// Whom it is about.
  public let scope: Scope
  /// From where on it flags.
  public private(set) var limit: Limit
  /// Where it comes from: the law, the guidance, the school.
  public let because: String
  /// What to do next, in words.
  public let next: String
  /// The letter it offers, by its id in the policy's letters.
  public let letter: String?
  /// Where it is written.
  public let place: Place

  init(_ section: Section) {
    id = section.text("id")
    name = section.text("name")
    measure = Measure(section)
    over = section.parsed("over", expected: Span.expected, Span.init) ?? .schoolYear
    scope = section.optionalChoice("about") ?? .everyone
    limit = Limit(section, share: measure.isShare)
    because = section.text("because")
    next = section.text("next")
    letter = section.optionalText("letter")
    place = section.place
    RuleChecks(section: section, measure: measure, over: over, limit: limit).run()
    section.finish()
  }

  /// The rule in words: `sessions of G, N, O, U over 10 school weeks: at least 10`.
  public var inWords: String {
    var words = "\(measure.inWords) over \(over.description): \(limit.inWords)"
    if measure.isShare { words += "%" }
    return scope == .everyone ? words : words + ", for " + scope.rawValue
  }

  /// The rule with another number as its limit.
  func trying(_ number: Percentage) -> Rule {
    var tried = self
    tried.limit.tenths = number.tenths
    return tried
  }
}
