import Attendance

/// Checks that every register has one window, and warns where registers are not taken together.
struct WindowChecks {
  let root: Section
  let windows: [Setting]

  func run() {
    guard windows.count <= Section.longest else { return }
    for (index, window) in windows.enumerated() {
      for other in windows[..<index] where rivals(window, other) {
        root.complaints.fault(
          window,
          "this window and the one in line \(other.line) hold for the same registers; keep one, or "
            + "name a campus, years, groups, weekdays or dates")
      }
    }
    warnWhereStaggered()
  }

  private static let keys = ["campus", "years", "groups", "weekdays", "dates"]

  /// Whether two windows are equally specific and share a register.
  private func rivals(_ first: Setting, _ second: Setting) -> Bool {
    guard first["session"]?.text == second["session"]?.text else { return false }
    return Self.keys.allSatisfy { key in
      switch (first[key], second[key]) {
      case (nil, nil): true
      case (let one?, let two?):
        !Set(one.items.compactMap(\.text)).isDisjoint(with: two.items.compactMap(\.text))
      case (nil, _), (_, nil): false
      }
    }
  }

  // The guidance asks for the register to be taken at the same time for all pupils.
  private func warnWhereStaggered() {
    for half in ["AM", "PM"] {
      let usual = windows.filter {
        $0["session"]?.text == half && $0["weekdays"] == nil && $0["dates"] == nil
      }
      let times = Set(usual.compactMap { $0["opens"]?.text })
      guard times.count > 1, let first = usual.first else { continue }
      root.complaints.warn(
        first,
        "\(half) registers are not taken at the same time for all pupils "
          + "(\(times.sorted().joined(separator: ", "))); the guidance asks for one time")
    }
  }
}
