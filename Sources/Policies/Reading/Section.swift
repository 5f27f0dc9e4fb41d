import Attendance

/// A group of settings being read: every value asked for by name and type, nothing left unasked.
///
/// A value that is missing or wrong is complained of and a stand-in is returned, so that the whole
/// file is heard; a policy with a fault is never used. `finish` complains of what nobody asked for.
final class Section {
  let name: String
  let setting: Setting
  let complaints: Complaints
  private let pairs: [(key: Setting, value: Setting)]
  private var asked: [String] = []
  private let remarks: Remarks

  /// The settings in that group, or nil after a complaint where it is no group.
  init?(_ setting: Setting, name: String, _ complaints: Complaints, _ remarks: Remarks) {
    guard case .mapping(let pairs) = setting.content else {
      complaints.fault(
        setting, "\(name) must be a group of settings, not \(setting.kind); write 'setting: value'")
      return nil
    }
    self.name = name
    self.setting = setting
    self.complaints = complaints
    self.remarks = remarks
    self.pairs = pairs
  }

  /// How many groups a list may hold, so that comparing each with each stays quick.
  static let longest = 500

  /// Where the group begins.
  var place: Place { complaints.place(setting) }

  /// The value as it is written, or nil where the setting is left out.
  func value(_ key: String) -> Setting? {
    asked.append(key)
    return pairs.first { $0.key.text == key }?.value
  }

  /// The value, complaining where it is left out.
  func required(_ key: String) -> Setting? {
    if let value = value(key) { return value }
    complaints.fault(setting, "'\(key)' is missing in \(name); add it")
    return nil
  }

  /// The text of a setting that must be there.
  func text(_ key: String) -> String {
    required(key).flatMap { text(of: $0, key) } ?? ""
  }

  /// The text of a setting that may be left out.
  func optionalText(_ key: String) -> String? {
    value(key).flatMap { text(of: $0, key) }
  }

  /// The text in a value, complaining where it is empty or something else.
  func text(of value: Setting, _ key: String) -> String? {
    guard let text = value.text else {
      complaints.fault(value, "'\(key)' must be text, not \(value.kind)")
      return nil
    }
    guard !text.isEmpty else {
      complaints.fault(
        value, "'\(key)' has no value; write one (a # must stand in quotes, like \"#\")")
      return nil
    }
    return text
  }

  /// The texts of a setting that holds one text or a list of them; none where it is left out.
  func texts(_ key: String) -> [String] {
    value(key).map { value in values(value, key).compactMap { text(of: $0, key) } } ?? []
  }

  /// The values in a setting that holds one value or a list of them.
  func values(_ value: Setting, _ key: String) -> [Setting] {
    if case .list(let items) = value.content { items } else { [value] }
  }

  /// A value read by its own rule, complaining with what was expected.
  func parsed<Value>(
    _ key: String, required: Bool = true, expected: String, _ parse: (String) -> Value?
  ) -> Value? {
    guard let value = required ? self.required(key) : self.value(key),
      let text = text(of: value, key)
    else { return nil }
    return parsed(value, text, key, expected: expected, parse)
  }

  /// Such values in a setting that holds one or a list of them.
  func parsedList<Value>(
    _ key: String, expected: String, _ parse: (String) -> Value?
  ) -> [Value] {
    guard let value = value(key) else { return [] }
    return values(value, key).compactMap { item in
      text(of: item, key).flatMap { parsed(item, $0, key, expected: expected, parse) }
    }
  }

  private func parsed<Value>(
    _ value: Setting, _ text: String, _ key: String, expected: String, _ parse: (String) -> Value?
  ) -> Value? {
    if let parsed = parse(text) { return parsed }
    complaints.fault(value, "'\(key)' must be \(expected), not '\(text)'")
    return nil
  }

  /// The group in a setting, or nil where it is left out or no group.
  func section(_ key: String, required: Bool = true) -> Section? {
    (required ? self.required(key) : value(key)).flatMap {
      Section($0, name: "'\(key)'", complaints, remarks)
    }
  }

  /// The groups in a setting that lists them.
  func sections(_ key: String, required: Bool = true, mayBeEmpty: Bool = false) -> [Section] {
    guard let value = required ? self.required(key) : value(key) else { return [] }
    guard case .list(let items) = value.content else {
      complaints.fault(
        value, "'\(key)' must be a list, not \(value.kind); begin each item with '- '")
      return []
    }
    if items.isEmpty, required, !mayBeEmpty {
      complaints.fault(value, "'\(key)' is empty; add an item to it")
    }
    guard items.count <= Self.longest else {
      complaints.fault(
        value, "'\(key)' has \(items.count) items, more than \(Self.longest); shorten it")
      return []
    }
    return items.compactMap { Section($0, name: "this item of '\(key)'", complaints, remarks) }
  }

  /// Reads the remarks of the group and complains of every setting that nobody asked for.
  func finish() {
    remarks.read(self)
    for (key, _) in pairs {
      // A suggestion is dear, and a file of noise would ask for a hundred thousand.
      if complaints.isFull { return }
      guard let text = key.text else {
        complaints.fault(key, "the name of a setting must be text, not \(key.kind)")
        continue
      }
      guard !asked.contains(text), !text.hasSuffix(Setting.repeated) else { continue }
      complaints.fault(
        key, "unknown setting '\(text)' in \(name); " + remedy(for: text))
    }
  }

  private func remedy(for key: String) -> String {
    let known = asked.filter { !Remarks.keys.contains($0) }
    if let nearest = Spelling.nearest(to: key, among: known) { return "did you mean '\(nearest)'?" }
    return "it can have " + known.joined(separator: ", ")
  }
}
