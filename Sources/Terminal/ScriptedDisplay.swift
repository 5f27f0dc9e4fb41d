/// A display without a terminal: it plays events that were written down and keeps every picture.
///
/// ```swift
/// let display = ScriptedDisplay(Event.typing("5N11L=") + [.key(.control("s"))])
/// run(on: display)
/// #expect(display.last.lines[0].hasSuffix("[SUBMITTED 08:52 by you]"))
/// ```
public final class ScriptedDisplay: Display {
  /// What a program waited for, one for each call of `nextEvent`.
  public struct Wait: Hashable, Sendable {
    /// The descriptors that would have woken it.
    public let descriptors: [Int32]
    /// The moment that would have woken it.
    public let deadline: Double?
  }

  /// Changed by a `.resized` event when it is played.
  public private(set) var size: Size
  /// Every picture shown, oldest first.
  public private(set) var pictures: [Canvas] = []
  /// What the program waited for each time.
  public private(set) var waits: [Wait] = []
  /// How often the bell was rung.
  public private(set) var bells = 0
  /// How often everything was sent again.
  public private(set) var repaints = 0
  /// How often the terminal was given to the shell.
  public private(set) var suspensions = 0
  /// Whether the terminal has been given back.
  public private(set) var isClosed = false
  private var events: ArraySlice<Event>

  /// A display that plays these events, and then hangs up for ever.
  public init(_ events: [Event], size: Size = Size(rows: 24, columns: 80)) {
    self.events = events[...]
    self.size = size
  }

  /// The picture shown now; a blank one before the first.
  public var last: Canvas { pictures.last ?? Canvas(size: size) }

  /// Keeps the picture.
  public func show(_ canvas: Canvas) { pictures.append(canvas) }

  /// Plays the next event.
  public func nextEvent(watching descriptors: [Int32], until deadline: Double?) -> Event {
    waits.append(Wait(descriptors: descriptors, deadline: deadline))
    guard let event = events.popFirst() else { return .hangUp }
    if case .resized(let size) = event { self.size = size }
    return event
  }

  /// Counts a bell.
  public func bell() { bells += 1 }

  /// Counts a repaint.
  public func repaint() { repaints += 1 }

  /// Counts a suspension.
  public func suspend() { suspensions += 1 }

  /// Notes that the terminal was given back.
  public func close() { isClosed = true }
}
