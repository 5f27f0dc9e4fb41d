/// A row of figures as governors see it.
public enum ShownRow: Hashable, Sendable {
  /// Its figures.
  case figures(FigureRow)
  /// A group too small to be shown.
  case small(keys: [String])
  /// A group that is large enough, and hidden all the same: a small one could be worked out from it.
  case withheld(keys: [String])

  /// What the row is of, by each key.
  public var keys: [String] {
    switch self {
    case .figures(let row): row.keys
    case .small(let keys), .withheld(let keys): keys
    }
  }

  /// What the row is of, by the first key.
  public var key: String { keys.first ?? "" }

  /// Its figures, or nil where they are hidden.
  public var row: FigureRow? {
    if case .figures(let row) = self { row } else { nil }
  }
}

/// Hides the groups in which a pupil could be told from the figures.
///
/// What is hidden must not come back by subtraction: in each line of the table (all rows, or those that
/// share every key but one) the hidden rows are at least two, and hold enough pupils together.
public enum SmallGroups {
  /// How many pupils a group has at least that is shown to governors.
  public static let least = 6

  /// The rows as governors see them, in their order.
  ///
  /// `hiding` names groups that are hidden whatever their size here, since they are in another table
  /// from which this one could be taken away.
  public static func shown(
    _ rows: [FigureRow], hiding: (FigureRow) -> Bool = { _ in false }
  ) -> [ShownRow] {
    let small = Set(rows.indices.filter { rows[$0].members < least })
    var hidden = small.union(rows.indices.filter { hiding(rows[$0]) })
    let lines = lines(of: rows)
    var isDone = hidden.isEmpty
    while !isDone {
      isDone = true
      for line in lines {
        let gone = line.filter(hidden.contains)
        let pupils = gone.reduce(0) { $0 + rows[$1].members }
        if gone.isEmpty || gone.count > 1 && pupils >= least { continue }
        let next = line.filter { !hidden.contains($0) }.min {
          (rows[$0].members, $0) < (rows[$1].members, $1)
        }
        guard let next else { continue }
        hidden.insert(next)
        isDone = false
      }
    }
    return rows.indices.map { index in
      if small.contains(index) { return .small(keys: rows[index].keys) }
      return hidden.contains(index) ? .withheld(keys: rows[index].keys) : .figures(rows[index])
    }
  }

  /// The lines of the table, each of rows whose sum is known from a table by fewer keys.
  private static func lines(of rows: [FigureRow]) -> [[Int]] {
    let dimensions = rows.first?.keys.count ?? 0
    return (0..<dimensions).flatMap { dimension in
      let lines = Dictionary(grouping: rows.indices) { index in
        var keys = rows[index].keys
        keys.remove(at: dimension)
        return keys
      }
      return lines.sorted { $0.value[0] < $1.value[0] }.map(\.value)
    }
  }
}
