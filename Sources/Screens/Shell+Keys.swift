import Attendance
import Policies
import Terminal

extension Shell {
  /// Finds the command of a key and runs it, or says why nothing happens.
  mutating func press(_ key: Key) -> [Effect] {
    if list != nil { return pressInList(key) }
    let place = top.place
    // At a question every other key is the screen's affair: some go on, none is lost.
    guard let command = Command.given(by: key, at: place) else {
      if let moves = top.type(key, at: desk) { return follow(moves) }
      return refuse("\(key) does nothing here\(place.isText ? "" : "; ? lists the keys").")
    }
    return run(command, key)
  }

  /// Why a command does not work now; nil where it does.
  func bar(to command: Command.ID) -> Bar? {
    switch command {
    case .common(.signOut):
      return unsavedRoom == nil ? nil : Bar("Some marks are not on disk yet; stay until they are")
    case .common, .today, .register, .answer, .year, .office:
      return opening(of: command)?.bar ?? top.bar(to: command, at: desk)
    }
  }

  private mutating func run(_ command: Command, _ key: Key?) -> [Effect] {
    if let bar = bar(to: command.id) {
      top.endTyping()
      return refuse(bar.sentence)
    }
    switch command.id {
    case .common(.help): list = commands(isHelp: true)
    case .common(.palette): list = commands(isHelp: false)
    case .common(.leave): return leave()
    case .common(.repaint): return [.repaint]
    case .common(.suspend): return [.suspend]
    case .common(.signOut): return signOut()
    case .common(.lock): return lock()
    case .common, .today, .register, .answer, .year, .office:
      return follow(opening(of: command.id)?.moves ?? top.perform(command.id, key: key, at: desk))
    }
    return []
  }

  /// The commands of the screen that is seen.
  private func commands(isHelp: Bool) -> CommandList {
    CommandList(
      title: isHelp ? "HELP" : "COMMANDS", isHelp: isHelp, as: desk.roleInWords,
      Command.table(of: top.place).filter { isHelp || $0.id != .common(.palette) }.map {
        CommandList.Line(
          command: $0, label: top.label(of: $0.id) ?? $0.label, bar: bar(to: $0.id))
      })
  }

  private mutating func pressInList(_ key: Key) -> [Effect] {
    switch Command.given(by: key, at: .list)?.id {
    case .common(.open):
      guard let line = list?.chosen else {
        list?.refuse("No command is chosen.")
        return [.bell]
      }
      if let bar = line.bar {
        list?.refuse(bar.sentence)
        return [.bell]
      }
      list = nil
      return run(line.command, line.command.keys.first)
    case .common(.back):
      list = nil
      return []
    case .common(.leave): return leave()
    case .common(.repaint): return [.repaint]
    case .common, .today, .register, .answer, .year, .office, nil:
      if key == "?", list?.search.isEmpty == true {
        list = nil
        return []
      }
      if list?.type(key, size: desk.size) == true { return [] }
      list?.refuse("\(key) does nothing here.")
      return [.bell]
    }
  }

  /// Leaves; asks first where marks stand on a screen only, since that alone can be lost.
  mutating func leave() -> [Effect] {
    list = nil
    guard let room = unsavedRoom, case .register(var screen) = stack[room] else { return [.leave] }
    stack.removeLast(stack.count - 1 - room)
    if case .leaving = screen.prompt { return [.leave] }
    screen.askBeforeLeaving()
    stack[room] = .register(screen)
    return [.bell]
  }

  /// The register with marks that are not on disk.
  var unsavedRoom: Int? {
    stack.lastIndex {
      if case .register(let screen) = $0 { screen.unsaved != nil } else { false }
    }
  }

  /// After how many seconds a `retry` is wanted, or nil while all is on disk.
  public var retryAfter: Int? { unsavedRoom == nil ? nil : 5 }

  mutating func retry() -> [Effect] {
    guard let room = unsavedRoom, case .register(var screen) = stack[room] else { return [] }
    let moves = screen.retry()
    stack[room] = .register(screen)
    return follow(moves)
  }
}
