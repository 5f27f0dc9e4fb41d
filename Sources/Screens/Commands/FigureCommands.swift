import Terminal

extension Command {
  /// The commands of the overview, the groups and the movers, most useful first.
  static let ofFigures: [Command] = [
    Command(
      id: .common(.open), places: [.overview], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "open", help: "the groups of this period, or the registers of today"),
    Command(
      id: .common(.open), places: [.groups], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "pupils", help: "the pupils of this group with their figures"),
    Command(
      id: .common(.open), places: [.groupPupils, .movers], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "pupil", help: "open the pupil's year"),
    Command(
      id: .common(.open), places: [.groupKeys], section: .answer, keys: .keys([.enter]),
      label: "Enter", words: "choose", help: "choose this key"),
    ofDesk(.groups, [.overview], .look, ["g"], "g", "groups", "figures by group"),
    ofDesk(
      .movers, [.overview, .groups], .look, ["m"], "m", "movers",
      "who has improved or fallen by a band, and certificates"),
    ofDesk(
      .flags, [.overview], .look, ["f"], "f", "flags", "who is flagged, and why"),
    ofDesk(.registers, [.overview], .look, ["r"], "r", "registers", "the registers of the day"),
    ofDesk(.groupBy, [.groups], .look, ["b"], "b", "by", "choose what the figures are gathered by"),
    ofDesk(
      .groupAnd, [.groups], .look, ["a"], "a", "and", "choose a second key to cross it with"),
    ofDesk(
      .period, [.groups], .look, ["p"], "p", "period", "the year, the term, the half term, the week"
    ),
    ofDesk(
      .period, [.movers], .look, ["p"], "p", "period",
      "certificates of the last week, half term or term"),
  ]

  /// The ways to figures by name, from where people work.
  static let toFigures: [Command] = [
    byName(.overview, "overview: the school at a glance", besides: [.overview]),
    byName(.groups, "groups: figures by year, form, need and more", besides: [.groups, .overview]),
    byName(
      .movers, "movers: improved, fallen, certificates", besides: [.movers, .groups, .overview]),
  ]

  private static func byName(
    _ id: OfOffice, _ help: String, besides own: Set<Place>
  ) -> Command {
    let places: Set<Place> = [
      .today, .morning, .calls, .flags, .year, .weekClose, .overview, .groups, .movers,
    ]
    return ofDesk(id, places.subtracting(own), .look, [], "", "", help)
  }
}
