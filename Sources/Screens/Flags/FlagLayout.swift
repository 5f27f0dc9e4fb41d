import Terminal

/// How the flags divide their rows between the list and the panel beneath it.
///
/// It depends on the size alone, so that nothing moves while the cursor does.
struct FlagLayout: Hashable {
  /// The rows of pupils that are seen.
  let rows: Int
  /// Whether the columns have their names above them.
  let hasNames: Bool
  /// The rows of the panel with its heading; 0 where the list has all of the room.
  let panel: Int

  init(_ size: Size) {
    self.init(body: Frame(size, messageLines: 1).body.count)
  }

  init(body: Int) {
    panel = body < 12 ? 0 : body < 16 ? 6 : body / 2
    hasNames = body >= 8
    rows = max(body - panel - (hasNames ? 1 : 0), 1)
  }
}
