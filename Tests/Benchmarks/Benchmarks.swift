import Foundation
import TerminalTesting

/// Measures what the program promises of its speed, and prints one table.
///
/// It makes its schools itself, from a fixed seed, and drives the real program; where other programs
/// set the measure, they run in turn with it. Nothing fails for being slow: a table is all it says.
@main
struct Benchmarks {
  static func main() {
    do {
      try measure()
    } catch {
      say("\(error)")
      exit(1)
    }
  }

  private static func measure() throws {
    let given = CommandLine.arguments.dropFirst().first
    let path = given ?? PseudoTerminal.productsFolder + "/rollcall"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Child.Failure(
        description: "there is no program at \(path); name it: RegisterBenchmarks PROGRAM")
    }
    let folder = try Folder()
    var table = Table()

    say("making the school of one year")
    let one = try BenchmarkSchool(in: folder, named: "one", years: 1, program: path)
    table.add(try ImportWork(one).measure())
    table.add(try TallyWork(one).measure())
    table.add(try FlagsWork(one, in: folder).measure())

    say("making the school of six years")
    let six = try BenchmarkSchool(in: folder, named: "six", years: 6, program: path)
    for line in try LaunchWork(one, six, folder).measure() { table.add(line) }
    for line in try KeysWork(one).measure() { table.add(line) }
    for line in try VisitWork(one).measure() { table.add(line) }
    for line in try OfficeWork(one, folder).measure() { table.add(line) }
    for line in try ChampionWork(one, in: folder).measure() { table.add(line) }
    for line in try LinesWork(one).measure() { table.add(line) }
    table.add(try SubmitWork(one, folder).measure())
    table.add(try DesksWork(one).measure())
    for line in try RecordWork(one, six, in: folder).measure() { table.add(line) }
    print(table)
  }

  /// Tells whoever waits what is being done.
  static func say(_ sentence: String) {
    FileHandle.standardError.write(Data("\(sentence)\n".utf8))
  }
}
