import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Moves the school into a new year, or shows what that would do.
struct RolloverCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollover",
    abstract: "Move the school into a new year: who goes up, who leaves, who comes.",
    discussion: """
      The map is a CSV file with the columns from and to, and taker and room where they are to be \
      given; forms it does not name keep their letter. Whoever takes a form goes up with it, but in a \
      primary school. Going up takes the rights 'edit pupils' and 'edit groups', leaving 'delete \
      pupils': who has not both leaves the other half to a colleague. Until the first register of the \
      new year is submitted, --undo takes all of it back.
      """)

  @Option(help: "The new school year, like 2026-27.")
  var year: String
  @Option(help: "A CSV file of old and new forms.")
  var map: String?
  @Option(help: "The school to which the leavers go who have told of no other.")
  var destination: String?
  @Option(help: "Their first day there; without it, our own first day.")
  var startsThere: SchoolDate?
  @Flag(help: "Show it, and change nothing.")
  var preview = false
  @Flag(help: "Take it back.")
  var undo = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    guard let year = SchoolYear(year) else {
      throw Refused("rollcall: '\(self.year)' is no school year; write it like 2026-27")
    }
    let desk = try AdmissionDesk(options.open())
    if undo {
      let count = try desk.undoRollover(of: year)
      return try Output.print("\(year): \(count) pupils are where they were\n")
    }
    let map = try readMap()
    let rollover = try desk.rollover(
      into: year, map,
      destination: destination.map { OtherSchool($0.tidy, .goingTo, from: startsThere) })
    if !preview {
      for sentence in try desk.roll(over: rollover, into: year, map) {
        Output.refuse("notice: \(sentence)")
      }
    }
    try Output.print(desk.table(rollover), as: format)
  }

  private func readMap() throws -> FormMap {
    guard let map else { return FormMap() }
    do {
      return try FormMap(IncomingFile(named: map, bytes: FileBytes.read(map, orPipe: true)))
    } catch let faults as FaultList {
      throw Refused(lines: faults.lines + ["nothing was changed"])
    }
  }
}
