/// Where a program is seen and from where it hears.
///
/// One owner uses it, from one thread:
///
/// ```swift
/// display.show(screen.draw(size: display.size))
/// switch display.nextEvent(watching: [folder], until: boundary) { … }
/// ```
public protocol Display: AnyObject {
  /// The rows and columns there are now.
  var size: Size { get }

  /// Shows a picture and leaves the cursor on its place.
  func show(_ canvas: Canvas)

  /// Sleeps until something happens, without waking in between.
  ///
  /// - Parameters:
  ///   - descriptors: file descriptors that end the wait when they can be read; at most 16.
  ///   - deadline: a moment in seconds since 1970 by the machine's clock, or nil for none.
  func nextEvent(watching descriptors: [Int32], until deadline: Double?) -> Event

  /// Sounds the bell once.
  func bell()

  /// Sends the whole picture again, to repair a screen that something else wrote on.
  func repaint()

  /// Gives the terminal to the shell until the program is brought back; then shows the screen
  /// again.
  func suspend()

  /// Gives the terminal back as it was found.
  func close()
}

extension Display {
  /// Sleeps until a key is pressed or the terminal changes.
  public func nextEvent() -> Event { nextEvent(watching: [], until: nil) }
}
