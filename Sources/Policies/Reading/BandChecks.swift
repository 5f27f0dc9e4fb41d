/// Checks that the bands cover all of attendance once, best band first.
struct BandChecks {
  let root: Section
  let bands: [Setting]

  func run() {
    guard !bands.isEmpty else { return }
    if let below = bands[0]["below"] {
      root.complaints.fault(
        below, "the first band is the best and goes up to 100%; take out its 'below'")
    }
    for (upper, lower) in zip(bands, bands.dropFirst()) { compare(upper, lower) }
    if let last = bands.last, let from = percentage(last["from"]), from > .none {
      root.complaints.fault(
        last["from"] ?? last, "attendance below \(from)% has no band; let the last band start at 0")
    }
  }

  private func compare(_ upper: Setting, _ lower: Setting) {
    guard let bound = lower["below"] else {
      root.complaints.fault(
        lower, "'below' is missing in this band; add the bound where the band above it begins")
      return
    }
    guard let from = percentage(upper["from"]), let below = percentage(bound) else { return }
    if let start = percentage(lower["from"]), start >= below {
      root.complaints.fault(
        bound, "the band is empty: it starts at \(start)% and ends below \(below)%; correct one")
    } else if below < from {
      root.complaints.fault(
        bound,
        "attendance from \(below)% to below \(from)% has no band; make this 'below: \(from)'")
    } else if below > from {
      root.complaints.fault(
        bound,
        "attendance from \(from)% to below \(below)% has two bands; make this 'below: \(from)'")
    }
  }

  private func percentage(_ setting: Setting?) -> Percentage? {
    setting?.text.flatMap(Percentage.init)
  }
}
