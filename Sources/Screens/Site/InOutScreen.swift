import Attendance
import Policies
import Terminal

/// The door: who is out and when they should be back, signing out and signing in.
struct InOutScreen: Screen, Hashable {
  var message = Message()
  private(set) var book: InAndOut?
  private(set) var list = ListView<Pupil.ID>([], height: 10)
  /// What is asked before somebody leaves, or nil while the list has the keys.
  var asking: Asking?

  /// A question on the way out.
  enum Asking: Hashable, Sendable {
    /// Who it is: what is typed, those found, and the cursor among them.
    case name(Field, [FoundPupil], ListView<Pupil.ID>)
    /// Why they leave.
    case purpose(Leaver)
    /// With whom.
    case companion(Leaver, Departure.Purpose, Field)
    /// When they are expected back.
    case expected(Leaver, Departure.Purpose, with: String, Field)
  }

  /// Opens the screen and asks for the book.
  static func opening() -> [Move] {
    [.open(.inOut(InOutScreen())), .perform(.ask(.site(.inAndOut)))]
  }

  var place: Command.Place {
    switch asking {
    case nil: .inOut
    case .name: .outName
    case .purpose: .outPurpose
    case .companion, .expected: .outWords
    }
  }

  func questions(at desk: Desk) -> [Question] {
    if case .name(let field, _, _) = asking, !field.isEmpty {
      return [.site(.inAndOut), .pupils(field.text)]
    }
    return [.site(.inAndOut)]
  }

  /// When somebody becomes overdue.
  var boundaries: [TimeOfDay] {
    (book?.lines ?? []).compactMap { line in
      if case .out(let departure, _) = line.state {
        departure.expected?.adding(minutes: 1)
      } else {
        nil
      }
    }
  }

  /// The line of the book the cursor is on.
  var current: InAndOut.Line? {
    list.current.flatMap { id in book?.lines.first { $0.member.pupil.id == id } }
  }

  /// The pupil found that Enter takes.
  var found: FoundPupil? {
    guard case .name(_, let pupils, let list) = asking else { return nil }
    return list.current.flatMap { id in pupils.first { $0.pupil.id == id } }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open):
      if asking != nil { return found == nil ? Bar("Nobody is chosen; type a name first") : nil }
      return current == nil ? Bar("Nobody is out; o signs somebody out") : nil
    case .office(.signOut), .office(.choose): return desk.denial(of: .signOut, [])
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open):
      let pupil = asking == nil ? current?.member.pupil.id : found?.pupil.id
      return pupil.map { [.perform(.ask(.site(.leaver($0))))] } ?? []
    case .common(.move):
      move(key, at: desk)
      return []
    case .common(.back):
      guard asking != nil else { return [.back] }
      return stop()
    case .office(.signOut):
      asking = .name(Field(limit: 40), [], ListView([], height: 10))
      say("Who leaves, or comes back? Type a name, or a sixth-former's number.")
      return []
    case .office(.choose): return choose(key, at: desk)
    case .answer(.accept): return accept(at: desk)
    case .answer(.cancel): return stop()
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private mutating func move(_ key: Key?, at desk: Desk) {
    let height = max(Frame(desk.size, messageLines: 2).body.count, 1)
    if case .name(let field, let pupils, var list) = asking {
      list.height = height
      if let key { _ = list.handle(key) }
      asking = .name(field, pupils, list)
      return
    }
    list.height = height
    if let key { _ = list.handle(key) }
    if let current {
      let heading = Self.heading(current.state)
      say("\(heading): \(current.member.pupil.name.onRegister), \(current.words)")
    }
  }

  private mutating func stop() -> [Move] {
    asking = nil
    say("Nobody was signed out.")
    return []
  }

  private mutating func choose(_ key: Key?, at desk: Desk) -> [Move] {
    guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
    guard case .purpose(let leaver) = asking else {
      asking = .name(Field(limit: 40), [], ListView([], height: 10))
      return type(Key(digit), at: desk) ?? []
    }
    guard leaver.purposes.indices.contains(number - 1) else { return refuse(Self.words(leaver)) }
    let purpose = leaver.purposes[number - 1]
    switch purpose {
    case .freePeriod: return leave(leaver, Departure(time: desk.now.time, purpose: purpose), desk)
    case .lunch:
      if leaver.mayNotLeaveAtLunch {
        return refuse(Refusal.noLunchLeave(name: leaver.member.pupil.name.onRegister).description)
      }
      asking = .expected(leaver, purpose, with: "", Field(limit: 8))
      say("Expected back when? Enter for not known.")
    case .appointment, .illness, .home, .withdrawn, .other:
      asking = .companion(leaver, purpose, Field(limit: 60))
      say("With whom? Enter for nobody.")
    }
    return []
  }

  private mutating func accept(at desk: Desk) -> [Move] {
    switch asking {
    case nil, .name, .purpose: return []
    case .companion(let leaver, let purpose, let field):
      let back = purpose == .appointment ? leaver.appointment?.back : nil
      let with = field.text.split(separator: " ").joined(separator: " ")
      asking = .expected(
        leaver, purpose, with: with, Field(back.map { "\($0)" } ?? "", limit: 8))
      say("Expected back when? Enter for not today.")
      return []
    case .expected(let leaver, let purpose, let with, let field):
      let expected = TimeOfDay.typed(field.text)
      if !field.isEmpty, expected == nil {
        return refuse("'\(field.text)' is no time; write it like 12:15, or nothing.")
      }
      return leave(
        leaver,
        Departure(time: desk.now.time, purpose: purpose, with: with, expected: expected), desk)
    }
  }

  /// Signs the pupil out, or says why not and leaves what was typed.
  private mutating func leave(_ leaver: Leaver, _ departure: Departure, _ desk: Desk) -> [Move] {
    do {
      let act = try leaver.act(leaving: departure, by: desk.person, now: desk.now)
      return [.perform(.keep(act))]
    } catch {
      return refuse(error.description)
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    switch asking {
    case nil: return nil
    case .purpose(let leaver): return refuse(Self.words(leaver))
    case .name(var field, let found, let list):
      let before = field.text
      guard field.handle(key) else { return nil }
      asking = .name(field, field.isEmpty ? [] : found, list)
      return field.text == before || field.isEmpty ? [] : [.perform(.ask(.pupils(field.text)))]
    case .companion(let leaver, let purpose, var field):
      guard field.handle(key) else { return nil }
      asking = .companion(leaver, purpose, field)
    case .expected(let leaver, let purpose, let with, var field):
      guard field.handle(key) else { return nil }
      asking = .expected(leaver, purpose, with: with, field)
    }
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    guard place.isText else { return refuse("A paste does nothing here.") }
    var moves: [Move] = []
    for letter in text { moves = type(Key(letter), at: desk) ?? moves }
    return moves
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .site(.inAndOut(let book)):
      let isCounted = self.book.map { message.text == Self.summary($0).asSentence } ?? true
      self.book = book
      list.height = max(Frame(desk.size, messageLines: 2).body.count, 1)
      list.show(book.lines.map(\.member.pupil.id))
      if isCounted { say(Self.summary(book)) }
      return []
    case .pupils(let search, let pupils):
      guard case .name(let field, _, var list) = asking, field.text == search else { return [] }
      list.show(pupils.map(\.pupil.id))
      asking = .name(field, pupils, list)
      if let found {
        say("\(found.pupil.name.onRegister) \(found.group): Enter takes, Up Down choose.")
      } else {
        say("Nobody on roll is called '\(search)'.")
      }
      return []
    case .site(.leaver(let leaver)): return take(leaver, at: desk)
    case .kept(let act, _):
      asking = nil
      let name = book?.lines.first { $0.member.pupil.id == act.lines.first?.pupil }
      let who = name?.member.pupil.name.onRegister ?? named
      say("\(act.at.time) \(who): \(act.lines.first?.matter.inWords ?? "done").")
      return [.perform(.ask(.site(.inAndOut)))]
    case .notKept(let why): return refuse("Not kept: \(why)")
    case .unavailable(let why): return refuse(why)
    default: return []
    }
  }

  /// Signs whoever is out back in at once; asks of anybody else why they leave.
  private mutating func take(_ leaver: Leaver, at desk: Desk) -> [Move] {
    named = leaver.member.pupil.name.onRegister
    if leaver.out != nil {
      do {
        return [
          .perform(.keep(try leaver.act(backAt: desk.now.time, by: desk.person, now: desk.now)))
        ]
      } catch {
        return refuse(error.description)
      }
    }
    if asking == nil, let appointment = leaver.appointment {
      let back = appointment.back.flatMap { $0 > desk.now.time ? $0 : nil }
      return leave(
        leaver, Departure(time: desk.now.time, purpose: .appointment, expected: back), desk)
    }
    asking = .purpose(leaver)
    say(Self.words(leaver))
    return []
  }

  /// The name of the pupil last asked about, for what is said once it is kept.
  private var named = ""

  /// Why the pupil leaves, digit by digit.
  static func words(_ leaver: Leaver) -> String {
    let told = leaver.appointment.map { absence in
      " (told: leaves \(absence.out.map { "\($0)" } ?? "today"))"
    }
    return "\(leaver.member.pupil.name.onRegister)\(told ?? ""). Why? "
      + leaver.purposes.enumerated().map { "\($0 + 1) \($1.rawValue)" }.joined(separator: "  ")
  }

  private static func summary(_ book: InAndOut) -> String {
    let planned = book.lines.count - book.outNow
    return "\(book.outNow) out" + (book.overdue == 0 ? "" : ", \(book.overdue) OVERDUE")
      + (planned == 0 ? "" : ", \(planned) to leave")
      + ". Enter signs in, o signs out, a number does either"
  }
}
