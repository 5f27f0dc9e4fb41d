import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Prints one of the lists that the office hands out, or names them all.
struct HandoutCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "handout",
    abstract: "Print a list that the office hands out; without a name, list them all.",
    discussion: """
      With --print it is a sheet for paper, with the time of its facts on it. 'untaken --nudge' \
      reminds the takers of the registers it lists.
      """)

  @Argument(help: "Which list: \(Handout.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var name: Handout.Kind?
  @Argument(help: "The year, the group or the pupil it is about, where it is about one.")
  var about = ""
  @Option(help: "Only this group.")
  var group: String?
  @Option(help: "The day, of lists that are kept by the day; without it, today.")
  var date: SchoolDate?
  @Flag(name: .customLong("print"), help: "As a sheet to print.")
  var isPrinted = false
  @Flag(help: "With untaken: remind those who take these registers.")
  var nudge = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    guard let name else {
      if nudge || isPrinted { throw ValidationError("name the list") }
      return
    }
    if nudge, name != .untaken {
      throw ValidationError("--nudge goes with 'untaken': it reminds the takers of registers")
    }
    if group != nil, name.argument != "group" {
      throw ValidationError("'\(name.rawValue)' takes no --group")
    }
    if !about.isEmpty, name.argument == nil {
      throw ValidationError("'\(name.rawValue)' is about everybody; leave '\(about)' out")
    }
  }

  func perform() throws {
    guard let name else { return try Output.print(Self.names, as: format) }
    let school = try options.open()
    let desk = try OfficeDesk(school)
    if nudge {
      try school.require(.logCalls, to: "remind a taker of a register")
      return try OfficeAct(school: school, act: desk.nudge()).perform(as: format)
    }
    let handout = try desk.handout(
      Handout.Request(name, on: date, about: group ?? about), for: school.permissions)
    if isPrinted { return try Output.print(desk.sheet(of: handout)) }
    try Output.print(RowTable(handout), as: format)
  }

  /// Every list with whom it is for.
  private static var names: RowTable {
    RowTable(
      ["handout", "about", "help"],
      rows: Handout.Kind.allCases.map { kind in
        [.code(kind.rawValue), .code(orEmpty: kind.argument), .text(kind.help)]
      })
  }
}

extension OfficeDesk {
  /// The handout as it is printed.
  func sheet(of handout: Handout) -> String {
    handout.kind == .fireList
      ? FireListSheet(school: school.identity.name, handout).text
      : HandoutSheet(school: school.identity.name, handout).text
  }

  /// Writes the handout into the school's folder of lists, and says where.
  func write(_ handout: Handout, as form: Handout.Form) throws -> String {
    let text =
      switch form {
      case .sheet: sheet(of: handout)
      case .rows: RowTable(handout).written(as: .csv)
      }
    // What only some may see is not left where every account of the school's group may read it.
    let mode: UInt32 = handout.kind == .safeguarding ? 0o600 : 0o660
    if handout.isWrittenOnce {
      let name = try FileBytes.writeNew(
        Array(text.utf8), in: school.folder.lists, named: handout.fileName, ending: form.rawValue,
        mode: mode)
      return "lists/\(name)"
    }
    let name = "\(handout.fileName).\(form.rawValue)"
    try FileBytes.write(Array(text.utf8), to: school.folder.lists + "/" + name, mode: mode)
    return "lists/\(name)"
  }
}
