import Attendance
import Policies
import Terminal

/// The page for the parent meeting on the screen: days left first, plain words, no other child.
struct ParentPageScreen: Screen, Hashable {
  var message = Message()
  private(set) var page: ParentPage
  private var top = 0
  /// The sentence about what was agreed that is being typed, or nil.
  private var typing: Field?

  init(_ page: ParentPage) {
    self.page = page
  }

  var place: Command.Place { typing == nil ? .parentPage : .agreedWords }

  func questions(at desk: Desk) -> [Question] { [.letters(.page(page.pupil.id))] }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .office(.letters): desk.barToLetters
    case .common, .today, .register, .answer, .year, .office: nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.move):
      let area = frame(desk.size).bodyArea.size
      top = sheet.top(after: key, from: top, in: area)
      return []
    case .common(.back): return [.back]
    case .office(.print): return [.perform(.letters(.write(page)))]
    case .office(.letters): return [.perform(.ask(.letters(.board(page.pupil.id))))]
    case .office(.agree):
      typing = Field(limit: 300)
      say("What was agreed? One sentence; it stands on the page that is printed.")
      return []
    case .answer(.accept):
      let text = (typing?.text ?? "").split(separator: " ").joined(separator: " ")
      typing = nil
      if !text.isEmpty { page.agreed.append(text) }
      say(text.isEmpty ? "Nothing was added." : "It stands on the page; p prints it.")
      return []
    case .answer(.cancel):
      typing = nil
      say("Nothing was added.")
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    guard var field = typing, field.handle(key) else { return nil }
    typing = field
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    guard var field = typing else { return refuse("A paste does nothing here.") }
    field.insert(text)
    typing = field
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .letters(.page(var fresh)):
      fresh.agreed = page.agreed
      page = fresh
    case .letters(.pageWritten(let file)):
      say("The page is in \(file) in the school's folder, and noted; print it from there.")
    default: break
    }
    return []
  }

  private func frame(_ size: Size) -> Frame {
    Frame(size, messageLines: Frame.lines(of: message, size) + (typing == nil ? 0 : 1), headers: 0)
  }

  /// The page without its head, which the title is.
  private var sheet: TextSheet {
    TextSheet(
      heading: "\(page.school), \(page.now.through.inWords)",
      words: page.parts.map { part in
        "\(part.heading)\n" + part.sentences.joined(separator: "\n")
      }.joined(separator: "\n\n"))
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = frame(canvas.size)
    let name = page.pupil.name.onRegister
    TitleBar(
      ["FOR THE PARENT MEETING  \(name)  \(page.form)", "PARENT MEETING  \(name)", name],
      state: [desk.person.name, ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    canvas.inside(frame.bodyArea) { sheet.draw(from: top, on: &$0) }
    if let typing {
      frame.draw(message, above: "Agreed:", typing, on: &canvas)
    } else {
      frame.draw(message, on: &canvas)
    }
  }
}
