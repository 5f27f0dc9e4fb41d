import Attendance

/// Checks what settings say about one another: codes, letters, roles, rules, bands, windows.
///
/// Works on the settings, not on the finished policy, so that each complaint has its place and a
/// policy with other faults is checked as well.
struct CrossChecks {
  let root: Section
  let book: CodeBook

  func run() {
    let letters = names("letters", "id")
    let roles = names("roles", "role")
    let rules = names("flags", "rules", "id")
    let campuses = names("campuses", "name")
    names("ladders", "id")
    names("returns", "id")
    names("checklists", "id")
    root.setting.walk { key, value in
      switch key {
      case "letter": refer(value, "letter", letters)
      case "owner": refer(value, "role", roles)
      case "flag", "starts_on", "of_rule", "considered_on": refer(value, "rule", rules)
      case "campus": refer(value, "campus", campuses)
      case "code", "then_propose", "before_closing", "after_closing": checkCodes(value)
      default: break
      }
    }
    for rule in items("flags", "rules") { rule["codes"].map(checkCodes) }
    checkCounting(items("flags", "rules"))
    for ladder in items("ladders") { checkSteps(of: ladder) }
    BandChecks(root: root, bands: items("bands")).run()
    WindowChecks(root: root, windows: items("registers", "windows")).run()
  }

  /// The names of a list's items, complaining of one that comes twice.
  @discardableResult
  private func names(_ path: String...) -> [String] {
    var seen: [String] = []
    for item in items(Array(path.dropLast())).prefix(Section.longest) {
      guard let key = path.last, let value = item[key], let name = value.text, !name.isEmpty
      else { continue }
      if seen.contains(name) {
        root.complaints.fault(value, "'\(name)' is there twice; give one of them another name")
      }
      seen.append(name)
    }
    return seen
  }

  private func items(_ path: String...) -> [Setting] { items(path) }

  private func items(_ path: [String]) -> [Setting] {
    var setting: Setting? = root.setting
    for key in path { setting = setting?[key] }
    if case .list(let items) = setting?.content { return items }
    return []
  }

  private func refer(_ value: Setting, _ what: String, _ known: [String]) {
    for item in value.items where !root.complaints.isFull {
      guard let name = item.text, !name.isEmpty, !known.contains(name) else { continue }
      let remedy =
        known.isEmpty ? "add it, or take this out" : Section.suggestion(for: name, among: known)
      root.complaints.fault(item, "there is no \(what) '\(name)' in this policy; " + remedy)
    }
  }

  /// A rule that counts another's flags counts one that counts marks, or the two could go in a ring.
  private func checkCounting(_ rules: [Setting]) {
    let counting = rules.filter { $0["measure"]?.text == Measure.Kind.times.rawValue }
      .compactMap { $0["id"]?.text }
    for rule in rules {
      guard let value = rule["of_rule"], let name = value.text, counting.contains(name) else {
        continue
      }
      root.complaints.fault(
        value, "'\(name)' counts another rule's flags itself; name a rule that counts marks")
    }
  }

  /// A ladder leads upwards: a step that comes twice would lead a case round and round.
  private func checkSteps(of ladder: Setting) {
    var seen: Set<String> = []
    for step in ladder["steps"]?.items ?? [] {
      guard let value = step["step"], let name = value.text, !name.isEmpty else { continue }
      if !seen.insert(name).inserted {
        root.complaints.fault(
          value,
          "the step '\(name)' comes twice, so that the ladder goes in a ring; give one another name, "
            + "or take it out")
      }
    }
  }

  private func checkCodes(_ value: Setting) {
    for item in value.items {
      guard let code = item.text, !code.isEmpty, !book.knows(code),
        let sentence = CodeList.unknown(code, book)
      else { continue }
      root.complaints.fault(item, sentence)
    }
  }
}

extension Setting {
  /// The value of a key, where this is a group that has it.
  subscript(key: String) -> Setting? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key.text == key }?.value
  }

  /// The values of a list, or the value itself.
  var items: [Setting] {
    if case .list(let items) = content { items } else { [self] }
  }

  /// Visits every setting in this one, with its key.
  func walk(_ visit: (String, Setting) -> Void) {
    switch content {
    case .text: break
    case .list(let items): for item in items { item.walk(visit) }
    case .mapping(let pairs):
      for (key, value) in pairs {
        if let key = key.text { visit(key, value) }
        value.walk(visit)
      }
    }
  }
}
