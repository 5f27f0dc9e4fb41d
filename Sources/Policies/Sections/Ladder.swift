/// A ladder of steps for a pupil whose attendance does not improve.
public struct Ladder: Hashable, Sendable {
  /// Its id, as cases refer to it.
  public let id: String
  /// Its name, as screens give it.
  public let name: String
  /// The rules whose flags open a case on it, by id; none where a person does.
  public let startsOn: [String]
  /// When a person opens a case, where no rule does.
  public let startsWhen: String?
  /// Possible sessions before it may start, or nil for the policy's own minimum.
  public let minSessions: Int?
  /// What counts as improvement, which ends the climb.
  public let improvement: String
  /// The rise in attendance since the step that counts as improvement; nil where a person says.
  public let improvesBy: Percentage?
  /// Whether reaching the band above counts as improvement too.
  public let improvesByBand: Bool
  /// The steps, first to last.
  public let steps: [LadderStep]
  /// Where it is written.
  public let place: Place

  init(_ section: Section) {
    id = section.text("id")
    name = section.text("name")
    startsOn = section.texts("starts_on")
    startsWhen = section.optionalText("starts_when")
    minSessions = section.optionalNumber("min_sessions", in: 0...400)
    improvement = section.text("improvement")
    improvesBy = section.optionalPercentage("improves_by")
    improvesByBand = section.flag("improves_by_band", orElse: false)
    steps = section.sections("steps").map(LadderStep.init)
    place = section.place
    if startsOn.isEmpty, startsWhen == nil {
      section.complaints.fault(
        section.setting, "this ladder never starts; add 'starts_on' (a rule) or 'starts_when'")
    }
    section.finish()
  }
}

/// One step of a ladder.
public struct LadderStep: Hashable, Sendable {
  /// Its name, as screens give it.
  public let name: String
  /// How long after the step before, without improvement; nil for at once.
  public let after: Wait?
  /// The rule whose flag must stand before the step is taken, by id; nil where none need.
  public let flag: String?
  /// What is done.
  public let action: String
  /// The letter it sends, by its id in the policy's letters.
  public let letter: String?
  /// Who does it, by role.
  public let owner: String
  /// Where it is written.
  public let place: Place

  init(_ section: Section) {
    name = section.text("step")
    after = section.parsed("after", required: false, expected: Wait.expected, Wait.init)
    flag = section.optionalText("flag")
    action = section.text("do")
    letter = section.optionalText("letter")
    owner = section.text("owner")
    place = section.place
    section.finish()
  }
}
