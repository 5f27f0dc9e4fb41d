import Exchange
import Policies
import Storage

/// The letters, texts, call scripts and slips in a folder, for the policy that names them.
///
/// In the shipped folder `ID.mustache` is shared by every policy and `ID.POLICY.mustache` is one
/// school's own, which wins; a school's own folder holds one file for each letter.
struct LetterShelf {
  static let ending = ".mustache"
  let folder: String
  let policy: Policy
  /// The short name of the policy, whose own letters win over the shared ones.
  var policyName = ""

  /// The letter that the policy names by this id; refuses one it does not name.
  func letter(_ id: String) throws -> Letter {
    if let letter = policy.letter(id) { return letter }
    let names = policy.letters.map(\.id)
    let near = Nearest.names(to: id, among: names, atMost: 1).first
    throw Refused(
      "rollcall: the policy names no letter '\(id)'; "
        + (near.map { "did you mean '\($0)'?" } ?? "there are \(names.joined(separator: ", "))"))
  }

  /// The words of the letter with the names put in.
  func words(of letter: Letter, _ fields: LetterFields) throws -> String {
    let template = try template(letter)
    return letter.kind == .text ? try template.oneLine(fields) : try template.text(fields)
  }

  /// The letter's words before names are put in; refuses where nobody has written them.
  func template(_ letter: Letter) throws -> LetterTemplate {
    guard let file = file(of: letter.id) else {
      throw Refused(
        "rollcall: the policy names the \(letter.kind.rawValue) '\(letter.id)', and its words are "
          + "not written yet; write them to \(folder)/\(letter.id)\(Self.ending)")
    }
    return try Self.read(folder + "/" + file)
  }

  /// The file of the letter, or nil where there is none.
  func file(of id: String) -> String? {
    let names = FileBytes.names(in: folder)
    return [id + "." + policyName + Self.ending, id + Self.ending].first(where: names.contains)
  }

  /// Reads a file of letters; refuses with every complaint.
  static func read(_ path: String) throws -> LetterTemplate {
    do {
      return try LetterTemplate(IncomingFile(named: path, bytes: FileBytes.read(path)))
    } catch let faults as FaultList {
      throw Refused(lines: faults.lines)
    }
  }

  /// Everything that is wrong with the files of letters in a folder.
  static func faults(in folder: String) -> [String] {
    FileBytes.names(in: folder).filter { $0.hasSuffix(ending) }.flatMap { name -> [String] in
      do {
        _ = try read(folder + "/" + name)
        return []
      } catch let refused as Refused {
        return refused.sentences
      } catch {
        return ["\(folder)/\(name): \(error)"]
      }
    }
  }

  /// The texts, scripts and slips that the policy names and nobody has written.
  ///
  /// Letters and forms are named long before they are needed, and are asked for when they are.
  var unwritten: [Letter] {
    policy.letters.filter { letter in
      switch letter.kind {
      case .text, .script, .slip: file(of: letter.id) == nil
      case .letter, .form, .certificate, .card: false
      }
    }
  }
}

extension OpenSchool {
  /// The letters of the policy that rules today.
  var letters: LetterShelf { LetterShelf(folder: folder.policy + "/letters", policy: policy) }
}
