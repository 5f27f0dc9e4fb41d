import Foundation
import Testing

/// The program as a person runs it: arguments in; status, results and sentences out.
struct Program {
  /// What a run came to.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The program that was built beside these tests.
  static let path: String = {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = folder.appendingPathComponent("rollcall").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Bundle.allBundles.map(\.bundleURL).map {
      $0.deletingLastPathComponent().appendingPathComponent("rollcall").path
    }.first(where: FileManager.default.isExecutableFile(atPath:)) ?? beside
  }()

  /// The root of the project, where `config` lies.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Runs a line of the shell to its end.
  static func shell(_ script: String, at now: String? = nil) throws -> Outcome {
    try run(["-c", script], at: now, program: "/bin/bash")
  }

  /// Runs the program to its end, with standard output in a file where one is named.
  static func run(
    _ arguments: [String], typing input: String = "", at now: String? = nil,
    environment: [String: String] = [:], folder: String = root, writingTo file: String? = nil,
    program: String = path
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ProcessInfo.processInfo.environment
    variables["ROLLCALL_NOW"] = now
    variables["ROLLCALL_DATA"] = nil
    variables["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = variables.merging(environment) { $1 }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    if let file {
      process.standardOutput = FileHandle(forWritingAtPath: file)
      try stdout.fileHandleForWriting.close()
    } else {
      process.standardOutput = stdout
    }
    process.standardError = stderr
    // Both pipes are drained at once: a full one would stop the program.
    let errors = Drain(stderr)
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors.wait(), as: UTF8.self))
  }

  /// Reads a pipe to its end on a thread of its own.
  private final class Drain: @unchecked Sendable {
    private var data = Data()
    private let done = DispatchSemaphore(value: 0)

    init(_ pipe: Pipe) {
      Thread.detachNewThread { [self] in
        data = pipe.fileHandleForReading.readDataToEndOfFile()
        done.signal()
      }
    }

    func wait() -> Data {
      done.wait()
      return data
    }
  }
}
