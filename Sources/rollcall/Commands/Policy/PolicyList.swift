import ArgumentParser
import Exchange
import Policies

/// Lists the shipped policies.
struct PolicyList: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the shipped policies.")

  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var shipped: ShippedPolicies

  func perform() throws {
    let rows = PolicyFolder(path: try shipped.folder).readings.map {
      path, reading -> [RowTable.Cell] in
      let faults = reading.complaints.filter { $0.severity == .fault }.count
      return [
        .text(PolicySource.name(of: path)), .text(orEmpty: reading.policy?.school.name),
        .text(orEmpty: reading.policy?.school.phase.rawValue), .number(faults), .text(path),
      ]
    }
    try Output.print(
      RowTable(["policy", "school", "phase", "faults", "file"], rows: rows), as: format)
  }
}
