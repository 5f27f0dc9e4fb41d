import Attendance
import Policies

extension Shell {
  /// Opens the marks that were asked for, or says what was done and shows what it left.
  mutating func take(_ answer: AmendAnswer) -> [Effect] {
    switch (answer, stack[stack.count - 1]) {
    case (_, .amend): return follow(top.take(.amending(answer), at: desk))
    case (.sheet(let sheet), _):
      if sheet.places.isEmpty { return refuse("No mark can stand there.") }
      stack.append(.amend(AmendScreen(sheet)))
      return []
    case (.trial, .reason), (.changed, .reason):
      return follow(top.take(.amending(answer), at: desk))
    case (.done(let said, _), .reason):
      stack.removeLast()
      top.say(said)
      return ask()
    case (.done(let said, _), _):
      top.say(said)
      return ask()
    case (.trial(let said), _):
      top.say(said)
      return []
    case (.changed(let said), _): return refuse(said) + ask()
    }
  }
}
