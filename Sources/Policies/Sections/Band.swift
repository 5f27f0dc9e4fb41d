/// A band of attendance: from its lower bound up to, and without, its upper one.
public struct Band: Hashable, Sendable {
  /// Its name, as screens and letters say it.
  public let name: String
  /// The colour it has in the school's own papers, if any.
  public let colour: String?
  /// The lowest attendance in the band.
  public let from: Percentage
  /// The attendance just above the band, or nil for the top band.
  public let below: Percentage?
  /// What the school does for pupils in it.
  public let actions: [String]
  /// The letter it leads to, by its id in the policy's letters.
  public let letter: String?
  /// Who sees to it, by role.
  public let owner: String?
  /// Where it is written.
  public let place: Place

  init(_ section: Section) {
    name = section.text("name")
    colour = section.optionalText("colour")
    from = section.optionalPercentage("from") ?? .none
    below = section.optionalPercentage("below")
    actions = section.texts("do")
    letter = section.optionalText("letter")
    owner = section.optionalText("owner")
    place = section.place
    section.finish()
  }

  /// Whether exact attendance lies in the band; whole numbers, never rounded.
  public func contains(attended: Int, of possible: Int) -> Bool {
    possible > 0 && from.compare(attended, of: possible) >= 0
      && (below.map { $0.compare(attended, of: possible) < 0 } ?? true)
  }

  /// Its bounds in words: `96% and more, below 99%`.
  public var bounds: String {
    let upper = below.map { "below \($0)%" }
    if from == .none, let upper { return upper }
    return (["\(from)% and more"] + [upper].compactMap { $0 }).joined(separator: ", ")
  }
}
