import Terminal

/// How the cases divide their rows between the list and the panel beneath it.
struct CasesLayout: Hashable {
  /// The rows of cases that are seen.
  let rows: Int
  /// The panel, under the list.
  let panelSize: Size

  init(_ size: Size, lines: Bool) {
    self.init(
      body: Size(rows: Frame(size, messageLines: 1).body.count, columns: size.columns),
      lines: lines)
  }

  init(body: Size, lines: Bool) {
    // Every line about a case is read in the whole of the body.
    let panel = lines ? body.rows : body.rows < 10 ? 0 : body.rows < 16 ? 6 : body.rows / 2 + 1
    rows = max(body.rows - panel, lines ? 0 : 1)
    panelSize = Size(rows: panel, columns: body.columns)
  }
}
