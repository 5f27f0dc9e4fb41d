import ArgumentParser

/// Why a command did not do what was asked: sentences for standard error, and exit status 1.
struct Refused: Error {
  let sentences: [String]

  init(_ sentences: String...) {
    self.sentences = sentences
  }

  init(lines: [String]) {
    sentences = lines
  }
}

extension Refused {
  /// The sentences as a screen says them, without the program's name before them.
  var atDesk: String { sentences.joined(separator: " ").replacing("rollcall: ", with: "") }
}

/// A command that refuses in plain sentences.
protocol PlainCommand: ParsableCommand {
  func perform() throws
}

extension PlainCommand {
  func run() throws {
    do {
      try perform()
    } catch let refused as Refused {
      for sentence in refused.sentences { Output.refuse(sentence) }
      throw ExitCode.failure
    } catch let exit as ExitCode {
      throw exit
    } catch let error as CleanExit {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch {
      Output.refuse("rollcall: \(error)")
      throw ExitCode.failure
    }
  }
}
