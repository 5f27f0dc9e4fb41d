import Foundation
import Terminal
import Testing

/// Whole pictures of every screen and state, in black and white and ASCII.
///
/// `RECORD=1 swift test --filter PictureTests` writes the pictures anew; look at them before you
/// keep them.
@Suite struct PictureTests {
  /// The sizes a picture is taken at: a laptop, a large font, a very large font, a slip.
  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 20, columns: 60), Size(rows: 14, columns: 40),
    Size(rows: 5, columns: 20),
  ]

  @Test(arguments: Scene.all)
  func `every scene looks as recorded`(scene: Scene) throws {
    var picture = ""
    for size in Self.sizes {
      let canvas = scene.picture(size)
      picture +=
        "== \(size.columns)x\(size.rows), cursor \(canvas.cursor.row),\(canvas.cursor.column)\n"
      picture += canvas.lines.map { "|" + $0 + "\n" }.joined()
      picture += "-- style\n" + canvas.styleLines.map { "|" + $0 + "\n" }.joined()
    }
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Pictures/\(scene.name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try picture.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == picture)
  }

  @Test(arguments: Scene.all)
  func `drawing is ASCII wherever no name is`(scene: Scene) {
    let names = Set("Łâ")
    for size in Self.sizes {
      let odd = scene.picture(size).lines.joined().filter { !$0.isASCII && !names.contains($0) }
      #expect(odd.isEmpty)
    }
  }

  @Test(arguments: Scene.all)
  func `no size traps, down to one cell and none`(scene: Scene) {
    for rows in [0, 1, 2, 3, 4, 5, 8, 11, 100] {
      for columns in [0, 1, 2, 5, 11, 19, 20, 33, 41, 75, 76, 200] {
        let canvas = scene.picture(Size(rows: rows, columns: columns))
        #expect(canvas.lines.count == rows)
      }
    }
  }

  @Test func `states differ in words, without any colour`() {
    var titles: [String: String] = [:]
    for scene in Scene.all where scene.isState {
      let title = scene.picture(Size(rows: 24, columns: 80)).lines.first ?? ""
      #expect(titles[title] == nil, "\(scene.name) looks like \(titles[title] ?? "")")
      titles[title] = scene.name
    }
    #expect(titles.count >= 10)
  }
}
