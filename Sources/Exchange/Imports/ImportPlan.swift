/// What a file changes, whole or not at all: the values that are new, and those that change.
public struct ImportPlan<Value: Hashable & Sendable>: Sendable {
  /// A value already known, before and after.
  public struct Change: Hashable, Sendable {
    /// What is on record.
    public let before: Value
    /// What it becomes.
    public let after: Value
  }

  /// The file it came from.
  public let file: String
  /// The values that are new, in the order of the file.
  public private(set) var new: [Value] = []
  /// The values that change, in the order of the file.
  public private(set) var changed: [Change] = []
  /// How many rows say what is already known.
  public private(set) var same = 0
  private let one: String
  private let many: String

  init(file: String, one: String, many: String) {
    self.file = file
    self.one = one
    self.many = many
  }

  /// Whether there is nothing to change.
  public var isEmpty: Bool { new.isEmpty && changed.isEmpty }

  /// What the import does, in words.
  public var summary: String {
    Summary.line(
      total: new.count + changed.count + same, one: one, many: many, new: new.count,
      changed: changed.count, same: same)
  }

  /// Takes a value in, beside what is known of it.
  mutating func take(_ value: Value, over known: Value?) {
    guard let known else {
      new.append(value)
      return
    }
    if known == value {
      same += 1
    } else {
      changed.append(Change(before: known, after: value))
    }
  }
}
