/// How a text is meant, from which the theme makes how it looks.
public struct Style: Hashable, Sendable {
  /// What a text is for; a theme decides on weight and colour.
  public enum Role: UInt8, CaseIterable, Hashable, Sendable {
    case plain
    /// The title bar.
    case title
    /// A column's name or a section's.
    case heading
    /// The row the cursor is on.
    case current
    /// The one place that keys act on.
    case focus
    /// Typed and not yet kept.
    case changed
    /// Unauthorised, contradictory or failed; a letter or word always says so too.
    case alert
    /// Late, blank near closing; a letter or word always says so too.
    case notice
    /// Submitted, kept; a word always says so too.
    case done
    /// Beside the point, never information that stands nowhere else.
    case muted
  }

  /// What a caller adds to the theme's look by hand.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits, for storage.
    public let rawValue: UInt8

    /// Attributes from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier letters.
    public static let bold = Attributes(rawValue: 1)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 2)
    /// A line under the letters.
    public static let underline = Attributes(rawValue: 4)
  }

  /// What the text is for.
  public var role: Role
  /// What is added to the role's own look.
  public var attributes: Attributes

  /// A role's look, and what is added to it.
  public init(_ role: Role, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  /// Ordinary text.
  public static let plain = Style(.plain)
  /// The title bar.
  public static let title = Style(.title)
  /// A column's name or a section's.
  public static let heading = Style(.heading)
  /// The row the cursor is on.
  public static let current = Style(.current)
  /// The one place that keys act on.
  public static let focus = Style(.focus)
  /// Typed and not yet kept.
  public static let changed = Style(.changed)
  /// Unauthorised, contradictory or failed.
  public static let alert = Style(.alert)
  /// Late, or blank near closing.
  public static let notice = Style(.notice)
  /// Submitted, kept.
  public static let done = Style(.done)
  /// Beside the point.
  public static let muted = Style(.muted)
  /// Ordinary text in heavier letters.
  public static let bold = Style(.plain, .bold)

  /// The same with attributes added.
  public func adding(_ attributes: Attributes) -> Style {
    Style(role, self.attributes.union(attributes))
  }
}
