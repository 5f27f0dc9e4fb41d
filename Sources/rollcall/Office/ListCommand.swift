import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Makes lists away from the form, says who is on them, and confirms who is there.
struct ListCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Trips, exam halls, providers: make a list, confirm who is there, ring round.",
    discussion: """
      A list has a register of its own, which its leader takes; the forms no longer wait for the \
      pupils on it. --aboard confirms everybody but those named by --not-aboard, who are blank in \
      their forms at once. Without a name it lists the day's.
      """)

  @Argument(help: "The name of the list, or of a provider or school to confirm.")
  var name: String?
  @Option(help: "The pupils, by UPN or name, with commas.")
  var pupils = ""
  @Option(help: "A whole form, as often as needed.")
  var group: [String] = []
  @Option(help: "A CSV file with a column upn.")
  var fromFile: String?
  @Option(help: "The login of whoever leads it.")
  var leader = ""
  @Option(help: "The first day, with :am or :pm where it is not the whole day.")
  var from: SessionArgument?
  @Option(help: "The last day; without it, the first.")
  var through: SessionArgument?
  @Option(help: "The code of those on it: V, P, B, W, K or D; none for a list on site.")
  var code = ""
  @Option(help: "The nature of the activity.")
  var nature = ""
  @Option(help: "Where it is.")
  var place = ""
  @Option(help: "Put these on the list as well, with commas.")
  var add: String?
  @Flag(help: "Everybody on the list is aboard, but those named by --not-aboard.")
  var aboard = false
  @Option(parsing: .upToNextOption, help: "These are not aboard, and return to their forms.")
  var notAboard: [String] = []
  @Flag(help: "The other place confirms that they are there, but those named by --not-there.")
  var confirm = false
  @Option(parsing: .upToNextOption, help: "These are not there.")
  var notThere: [String] = []
  @Option(help: "Who says so; without it, you.")
  var by: String?
  @Flag(help: "End the list: everybody is due in their form again.")
  var end = false
  @Flag(help: "Whom to ring: everybody expected elsewhere, with what is confirmed.")
  var ringRound = false
  @Flag(help: "The absent guests and pupils of other schools, whose schools are to be told.")
  var guests = false
  @Option(help: "The home school of this guest was told.")
  var told: String?
  @Flag(help: "The pupils due in no group, or in two.")
  var check = false
  @Option(help: "The date of what is listed or confirmed; without it, today.")
  var date: SchoolDate?
  @Option(help: "am or pm; without it, the session that has begun last.")
  var session: HalfDay?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  private var makes: Bool { !pupils.isEmpty || !group.isEmpty || fromFile != nil }

  func validate() throws {
    let acts = [makes, add != nil, aboard || !notAboard.isEmpty, confirm || !notThere.isEmpty, end]
    if acts.count(where: { $0 }) > 1 {
      throw ValidationError("make, --add, --aboard, --confirm or --end: one at a time")
    }
    if acts.contains(true), name == nil { throw ValidationError("name the list") }
    if told != nil, !guests { throw ValidationError("--told goes with --guests") }
    if date != nil || session != nil, makes || add != nil || end {
      throw ValidationError(
        "--date and --session say what is listed or confirmed; a list has --from and --through")
    }
    if !notThere.isEmpty, !confirm { throw ValidationError("--not-there goes with --confirm") }
  }

  func perform() throws {
    let school = try options.open()
    let desk = try OfficeDesk(school)
    let session = try school.session(date, session)
    if ringRound {
      try school.require(.viewRegister, to: "see whom to ring about pupils elsewhere")
      return try Output.print(desk.ringRound(at: session), as: format)
    }
    if check {
      try school.require(.viewRegister, to: "check who is due in no group or in two")
      return try Output.print(desk.placeCheck(at: session), as: format)
    }
    if guests { return try tellGuests(desk, session) }
    guard let name else {
      return try Output.print(desk.listsToSee(on: date ?? desk.now.date), as: format)
    }
    if makes { return try make(name, desk) }
    if confirm, try !desk.hasList(named: name, on: date) {
      return try confirm(place: name, desk, session)
    }
    try work(on: try desk.list(named: name, date, self.session), desk)
  }

  private func make(_ name: String, _ desk: OfficeDesk) throws {
    try desk.school.require(.editGroups, to: "make a list")
    let first = from ?? SessionArgument(desk.now.date)
    let list = AwayList(
      name: name.split(separator: " ").joined(separator: " "), leader: leader, from: first.first,
      through: (through ?? first).last, code: code.uppercased(), nature: nature, place: place)
    let members = try desk.members(
      pupils: desk.names(in: pupils), groups: group, file: fromFile, on: list.from)
    _ = try desk.make(list, members, by: desk.school.actor.person)
    try show(list.name, OfficeDesk(desk.school))
  }

  private func work(on listed: OfficeDesk.Listed, _ desk: OfficeDesk) throws {
    let person = desk.school.actor.person
    let says = by ?? person.name
    if let add {
      try desk.requireWork(on: listed.list, else: .editGroups, to: "put pupils on this list")
      try desk.putOn(listed, try desk.names(in: add).map { try desk.member($0) }, by: person)
    } else if confirm || aboard {
      try desk.requireWork(on: listed.list, else: .confirmElsewhere)
      let missing = Set(try (notThere + notAboard).map { try desk.member($0, on: listed) })
      _ = try desk.confirm(listed, notThere: missing, says: says, by: person)
    } else if !notAboard.isEmpty {
      try desk.requireWork(on: listed.list, else: .confirmElsewhere)
      let missing = Set(try notAboard.map { try desk.member($0, on: listed) })
      _ = try desk.takeOff(listed, missing, says: says, by: person)
    } else if end {
      try desk.school.require(.editGroups, to: "end this list")
      return try Output.print(desk.receipt(try desk.end(listed, by: person)), as: format)
    } else {
      try desk.requireWork(on: listed.list, else: .viewRegister, to: "see this list")
    }
    try show(listed.list.name, OfficeDesk(desk.school))
  }

  private func show(_ name: String, _ desk: OfficeDesk) throws {
    try Output.print(desk.table(of: try desk.list(named: name, date, session)), as: format)
  }

  private func confirm(place: String, _ desk: OfficeDesk, _ session: Session) throws {
    try desk.school.require(.confirmElsewhere)
    let missing = Set(try notThere.map { try desk.member($0).pupil.id })
    let person = desk.school.actor.person
    _ = try desk.confirm(
      place: place, notThere: missing, at: session, says: by ?? person.name, by: person)
    try Output.print(desk.ringRound(at: session), as: format)
  }

  private func tellGuests(_ desk: OfficeDesk, _ session: Session) throws {
    try desk.school.require(
      .logCalls, to: "see or tell of absent guests of other schools")
    if let told {
      _ = try desk.school.store.submit(
        desk.act(tellingHomeSchoolOf: try desk.member(told), by: desk.school.actor.person))
    }
    try Output.print(desk.guestNotices(at: session), as: format)
  }
}

extension SessionArgument {
  /// The whole day.
  init(_ date: SchoolDate) {
    self.date = date
    half = nil
  }
}
