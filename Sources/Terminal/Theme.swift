/// How each role looks; the base is black and white, and colour is only ever laid on top.
///
/// The terminal's own foreground and background stay, and only the eight basic colours are used,
/// so that the user's palette rules.
public struct Theme: Hashable, Sendable {
  /// The themes there are.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    /// No colour, as any terminal can show it.
    case mono
    /// Colours that can be read on a light background.
    case light
    /// Colours that can be read on a dark background.
    case dark
    /// No colour, heavier letters and more reversed.
    case contrast
  }

  /// Which of the themes.
  public let name: Name
  /// Whether lines and signs are drawn in ASCII also where the terminal could do better.
  public let ascii: Bool

  /// A theme by name.
  public init(_ name: Name = .mono, ascii: Bool = false) {
    self.name = name
    self.ascii = ascii
  }

  /// The theme to use: the one named by the command line or the settings, else what the
  /// environment asks for.
  ///
  /// `NO_COLOR` and `COLORFGBG` are heeded. Without either the background is unknown, and only
  /// black and white can be read on all.
  public static func chosen(
    _ name: Name?, ascii: Bool = false, environment: [String: String]
  ) -> Theme {
    if let name { return Theme(name, ascii: ascii) }
    if environment["NO_COLOR", default: ""].isEmpty,
      let background = environment["COLORFGBG"]?.split(separator: ";").last,
      let colour = Int(background)
    {
      return Theme(colour == 7 || colour == 15 ? .light : .dark, ascii: ascii)
    }
    return Theme(.mono, ascii: ascii)
  }

  /// Whether it uses any colour.
  public var hasColours: Bool {
    switch name {
    case .mono, .contrast: false
    case .light, .dark: true
    }
  }
}

extension Theme {
  enum Colour: Int32 {
    case red = 2
    case yellow = 4
    case blue = 5
    case magenta = 6
    case cyan = 7
  }

  /// What a style becomes on the terminal.
  struct Look: Hashable {
    var attributes: Style.Attributes
    var colour: Colour?
  }

  func look(of style: Style) -> Look {
    var look = Look(attributes: attributes(of: style.role), colour: colour(of: style.role))
    look.attributes.formUnion(style.attributes)
    return look
  }

  // Never dim: it cannot be read on many terminals.
  private func attributes(of role: Style.Role) -> Style.Attributes {
    let strong = name == .contrast
    return switch role {
    case .plain, .muted: []
    case .title: strong ? [.reverse, .bold] : .reverse
    case .heading: strong ? [.bold, .underline] : .bold
    case .current: .bold
    case .focus: strong ? [.reverse, .bold] : .reverse
    case .changed: strong ? [.underline, .bold] : .underline
    case .alert: strong ? [.reverse, .bold, .underline] : .bold
    case .notice: strong ? [.underline, .bold] : .underline
    case .done: strong ? .bold : []
    }
  }

  // No two of these are told apart by red against green. Blue is lost on black, yellow on white.
  private func colour(of role: Style.Role) -> Colour? {
    guard hasColours else { return nil }
    return switch role {
    case .plain, .title, .heading, .current, .focus, .changed, .muted: nil
    case .alert: .red
    case .notice: name == .light ? .magenta : .yellow
    case .done: name == .light ? .blue : .cyan
    }
  }
}
