import Attendance

/// One change of a draft as a line of its file: fields by tabs, the last a check sum.
enum DraftLine {
  private static let title = "rollcall draft 1"

  static func header(_ key: RegisterKey, _ login: String) -> String {
    line([
      title, key.session.date.description, key.session.half.rawValue, key.group, login,
    ])
  }

  static func readHeader(_ text: Substring) -> (key: RegisterKey, login: String)? {
    guard let fields = fields(text), fields.count == 5, fields[0] == title,
      let date = SchoolDate(fields[1]), let half = HalfDay(rawValue: fields[2])
    else { return nil }
    return (RegisterKey(fields[3], at: Session(date, half)), fields[4])
  }

  /// The line of a change; a mark that is taken out of the draft has no fields but its pupil.
  static func write(_ change: Draft.Change) -> String {
    guard let mark = change.mark else { return line([String(change.pupil.number)]) }
    return line([
      String(change.pupil.number), mark.code, mark.minutes.map(String.init) ?? "",
      mark.how.rawValue, String(mark.at.seconds), mark.reason, mark.note == nil ? "" : "note",
      mark.note ?? "", mark.seen.map { String($0.number) } ?? "",
    ])
  }

  /// The change of a line, or nil where the line is torn.
  static func read(_ text: Substring) -> Draft.Change? {
    guard let fields = fields(text), let number = Int64(fields[0]) else { return nil }
    let pupil = Pupil.ID(number)
    if fields.count == 1 { return Draft.Change(pupil, to: nil) }
    guard fields.count == 9, let how = Entry.How(rawValue: fields[3]),
      let seconds = Int64(fields[4])
    else { return nil }
    return Draft.Change(
      pupil,
      to: Draft.Mark(
        code: fields[1], minutes: Int(fields[2]), note: fields[6].isEmpty ? nil : fields[7],
        how: how, reason: fields[5],
        seen: Int64(fields[8]).map(Entry.ID.init), at: Instant(seconds: seconds)))
  }

  private static func line(_ fields: [String]) -> String {
    let body = fields.map(escaped).joined(separator: "\t")
    return body + "\t" + checkSum(body) + "\n"
  }

  private static func fields(_ text: Substring) -> [String]? {
    guard let tab = text.lastIndex(of: "\t"),
      checkSum(String(text[..<tab])) == text[text.index(after: tab)...]
    else { return nil }
    return text[..<tab].split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
      .replacing("\r", with: "\\r")
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.popFirst() else {
        result.append(character)
        continue
      }
      switch next {
      case "t": result.append("\t")
      case "n": result.append("\n")
      case "r": result.append("\r")
      default: result.append(next)
      }
    }
    return result
  }

  /// FNV-1a over the bytes: a torn or damaged line is told from a whole one.
  private static func checkSum(_ text: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 {
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    return String(hash, radix: 16)
  }
}
