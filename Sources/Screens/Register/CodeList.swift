import Attendance
import Terminal

/// The codes of the date with their meanings, narrowed by what is typed.
struct CodeList: Hashable, Sendable {
  private(set) var row: Int
  let codes: [AttendanceCode]
  private(set) var search = Field(limit: 30)
  private(set) var list: ListView<String>

  init(row: Int, codes: [AttendanceCode]) {
    self.row = row
    self.codes = codes
    list = ListView(codes.map(\.text), height: 10)
  }

  /// The code under the cursor.
  var chosen: String? { list.current }

  /// The same list for a row that has moved.
  func moved(to row: Int) -> CodeList {
    var list = self
    list.row = row
    return list
  }

  mutating func type(_ key: Key) -> Bool {
    if list.handle(key) { return true }
    guard search.handle(key) else { return false }
    let wanted = search.text
    let found = codes.filter {
      wanted.isEmpty || FoldedName($0.text).text.hasPrefix(FoldedName(wanted).text)
        || FoldedName.matches($0.meaning, search: wanted)
        || FoldedName.matches($0.scenario, search: wanted)
    }.map(\.text)
    list.show(found)
    // What is typed in full stands first: `c` for C, though C1 and C2 begin so too.
    if !wanted.isEmpty {
      list.move(to: found.contains(wanted.uppercased()) ? wanted.uppercased() : found.first ?? "")
    }
    return true
  }

  func draw(on canvas: inout Canvas) {
    var list = list
    list.height = max(canvas.size.rows, 1)
    if list.rows.isEmpty { canvas.write("No code is called so.", row: 0, column: 2) }
    for (line, index) in list.visible.enumerated() {
      guard let code = codes.first(where: { $0.text == list.rows[index] }) else { continue }
      let text = "\(list.marker(at: index)) \(code.text.padded(to: 2))  \(code.meaning)"
      let end = canvas.write(
        text.cut(to: canvas.size.columns), row: line, column: 0,
        style: index == list.cursor ? .current : .plain)
      let use = "  " + code.scenario
      if end + use.columns <= canvas.size.columns {
        canvas.write(use, row: line, column: end, style: .muted)
      }
    }
  }
}
