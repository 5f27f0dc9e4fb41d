import Attendance
import Exchange
import Policies
import Screens
import Storage

extension AdmissionDesk {
  /// Does what a screen asks for, and says how it went.
  func perform(_ deed: AdmissionDeed) throws -> AdmissionAnswer {
    switch deed {
    case .add(let child, let contact, let isSure):
      do {
        let added = try add(
          child, contacts: [contact].compactMap(\.self), isAnother: isSure, isRightAge: isSure)
        return .done(added.inWords(code: school.policy.followUp.code))
      } catch AdmissionRefusal.likeAnother(let names) {
        var meant = child
        meant.group = try form(child.group, on: child.starts)
        let alike = "\(names.joined(separator: " and ")) on the books look the same"
        return .asks([alike, meant.misfit(on: roll)].compactMap(\.self).joined(separator: "; "))
      } catch AdmissionRefusal.otherAge(let misfit) {
        return .asks(misfit)
      }
    case .leave(let id, let last, let ground, let facts, let isSure):
      guard let pupil = roll.pupils[id] else { throw StoreFault.unknownPupil }
      let made: [PupilRevision]
      do {
        made = try leave(pupil, on: last, ground: ground, facts, isSure: isSure)
      } catch AdmissionRefusal.daysOnNoRoll(let days, let last, let first) {
        return .asks("\(AdmissionRefusal.daysOnNoRoll(days, after: last, until: first))")
      }
      if made.isEmpty { return .done("It says so already; nothing was changed") }
      let told = toTell(of: pupil).joined(separator: "; ")
      return .done("\(pupil.name.onRegister) leaves after \(last); \(told)")
    case .rollOver(let board):
      guard try rolloverBoard() == board else {
        throw Refused("rollcall: another desk has just changed the roll; look again, then g")
      }
      let map = FormMap()
      let move = try rollover(into: board.year, map, destination: nil)
      return .done(try roll(over: move, into: board.year, map).joined(separator: ". "))
    case .takeBackRollover(let year):
      let count = try undoRollover(of: year)
      return .done("\(year): \(count) pupils are where they were")
    }
  }

  /// What the move into the coming year would do; forms keep their letter.
  func rolloverBoard() throws -> RolloverBoard {
    if !permissions.may(.editGroups), !permissions.may(.deletePupils) {
      try school.require(.editGroups, to: "move the school into a new year")
    }
    let year = try yearToCome()
    let rollover = try rollover(into: year, FormMap(), destination: nil)
    let rows = rollover.lines.compactMap { line -> RolloverBoard.Row? in
      let form = line.particulars.group
      switch line.fate {
      case .goesUp(let next, _):
        return RolloverBoard.Row(line.pupil, form: form, .goesUp, "to \(next)")
      case .leaves(let deletion):
        return RolloverBoard.Row(line.pupil, form: form, .leaves, deletion.inWords)
      case .undecided:
        return RolloverBoard.Row(
          line.pupil, form: form, .undecided, "of compulsory school age: where do they go?")
      case .comes(let date):
        return RolloverBoard.Row(line.pupil, form: form, .comes, "due from \(date.inWords)")
      case .settled: return nil
      }
    }
    return RolloverBoard(
      into: year, from: rollover.first, rows, bar: try barToRolling(over: rollover),
      isMade: try hasRolledOver(into: year),
      may: Set(
        (permissions.may(.editPupils) && permissions.may(.editGroups) ? [.goesUp] : [])
          + (permissions.may(.deletePupils) ? [.leaves] : [])))
  }

  /// The year that runs, until its first register is taken; then the next.
  private func yearToCome() throws -> SchoolYear {
    let year = SchoolYear(of: today)
    let first = calendar.sessions(from: year.firstDay, through: year.lastDay).first?.date
    guard let first else { return year }
    return try barOfBegunYear(first) == nil ? year : year.next
  }

  /// Why the person cannot carry the move out now, in a sentence; nil where they can.
  private func barToRolling(over rollover: Rollover) throws -> String? {
    if let begun = try barOfBegunYear(rollover.first) { return begun }
    var denied: Denial?
    for line in rollover.lines {
      let rights: [Right] =
        switch line.fate {
        case .goesUp: [.editPupils, .editGroups]
        case .leaves: [.deletePupils]
        case .undecided, .comes, .settled: []
        }
      if rights.isEmpty { continue }
      guard let denial = rights.lazy.compactMap({ permissions.denial(of: $0) }).first else {
        return nil
      }
      denied = denied ?? denial
    }
    return denied.map { "\($0.sentence); \($0.next)" } ?? "there is nobody left to move"
  }
}
