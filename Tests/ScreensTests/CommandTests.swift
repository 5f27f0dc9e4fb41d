import Attendance
import Foundation
import Policies
@testable import Screens
import Terminal
import Testing

/// One table of commands feeds footer, help, palette and these tests.
@Suite struct CommandTests {
  @Test(arguments: Command.table)
  func `every command has words, a key or a name, and a place`(command: Command) {
    #expect(!command.help.isEmpty)
    #expect(command.help.allSatisfy { $0.isASCII })
    #expect(!command.places.isEmpty)
    #expect(command.words.isEmpty || !command.label.isEmpty)
  }

  @Test(arguments: Command.Place.allCases)
  func `no key means two things at one place`(place: Command.Place) {
    var seen: [Key: Command.ID] = [:]
    for command in Command.table(of: place) {
      guard case .keys(let keys) = command.keys else { continue }
      for key in keys {
        #expect(seen[key] == nil, "\(key) is \(command.id) and \(String(describing: seen[key]))")
        seen[key] = command.id
      }
    }
  }

  @Test func `no command takes a key that multiplexers, browsers or terminals keep`() {
    let kept = Set("abwtnhijm").map(Key.control)
    for command in Command.table {
      guard case .keys(let keys) = command.keys else { continue }
      #expect(Set(keys).isDisjoint(with: kept), "\(command.id)")
    }
  }

  @Test(arguments: Scene.all)
  func `the footer shows only what works, and all of it does something`(scene: Scene) {
    let start = scene.sitting()
    // What is covered by the locked screen has no footer and takes no key.
    guard start.shell.locked == nil else { return }
    for command in Command.table(of: start.shell.top.place) where !command.words.isEmpty {
      let isShown = start.shell.bar(to: command.id) == nil
      guard let key = command.keys.first else { continue }
      var sitting = start
      let bells = sitting.bells
      let before = sitting.picture()
      sitting.press(key)
      if start.shell.list != nil { continue }
      if isShown {
        #expect(
          sitting.bells == bells || sitting.shell.top.place != start.shell.top.place
            || command.id == .common(.back) || command.id == .common(.leave)
            || sitting.picture() != before, "\(command.label) in \(scene.name)")
      } else {
        #expect(sitting.bells > bells, "\(command.label) in \(scene.name) is off and silent")
        #expect(sitting.draft == start.draft)
      }
    }
  }

  @Test(arguments: Scene.all)
  func `the help lists every command of the place and says why one is off`(scene: Scene) {
    var sitting = scene.sitting()
    let place = sitting.shell.top.place
    guard !place.isText, sitting.shell.list == nil, sitting.shell.locked == nil else { return }
    sitting.type("?")
    let list = sitting.shell.list
    #expect(list?.all.map(\.command.id).sorted() == Command.table(of: place).map(\.id).sorted())
    for line in list?.all ?? [] {
      #expect(line.bar == sitting.shell.bar(to: line.command.id))
    }
  }

  @Test func `help is searched and run, and says why a command is off when asked for it`() {
    var sitting = Sitting()
    sitting.type("5N?undo")
    sitting.press(.enter)
    #expect(sitting.draft.isEmpty)
    sitting.type("?history")
    #expect(sitting.text.contains("Off: A form tutor may not see the history of a mark"))
    sitting.press(.enter)
    #expect(sitting.shell.list != nil)
  }

  @Test(arguments: PictureTests.sizes.prefix(3))
  func `the help shows beside a command that is off why it is, as far as there is room`(
    size: Size
  ) {
    var sitting = Sitting(size: size)
    sitting.type("?")
    let line = sitting.picture(size).lines.first { $0.contains("settle - off: ") } ?? ""
    let reason = "No two sightings contradict each other here."
    let shown = line.components(separatedBy: "off: ").last ?? ""
    #expect(shown == reason || shown.hasSuffix("...") && reason.hasPrefix(shown.dropLast(3)))
    #expect(size.columns < 80 || shown == reason)
  }

  @Test(arguments: Scene.all)
  func `every refusal is a sentence`(scene: Scene) {
    let start = scene.sitting()
    for command in Command.table(of: start.shell.top.place) {
      guard let bar = start.shell.bar(to: command.id) else { continue }
      #expect(bar.sentence.first?.isUppercase == true || bar.sentence.first == "'")
      #expect(bar.sentence.last == "." || bar.sentence.last == "?", "\(bar.sentence)")
      #expect(bar.sentence.contains(" "))
    }
  }

  @Test func `PRACTICE stands in the title bar of every screen of a practice school`() {
    for keys in ["", "5N", "?", ":", "*", "'re", "^G", "^V", "5N^S", "5L5;"] {
      for size in PictureTests.sizes {
        var sitting = Sitting(practice: true, size: size)
        sitting.type(keys)
        #expect(sitting.picture().lines[0].contains("PRACTICE"), "\(keys) at \(size)")
      }
    }
    for opens in [true, false] {
      let title = Sitting(practice: opens, opens: false).picture().lines[0]
      #expect(title.contains("PRACTICE") == opens)
    }
  }
}

extension Command.ID: Comparable {
  static func < (one: Self, other: Self) -> Bool {
    String(describing: one) < String(describing: other)
  }
}
