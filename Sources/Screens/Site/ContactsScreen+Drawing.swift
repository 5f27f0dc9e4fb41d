import Attendance
import Policies
import Terminal

extension ContactsScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let isTyping = typing != nil
    let lines = Frame.lines(of: message, canvas.size) + (isTyping ? 1 : 0)
    let frame = Frame(canvas.size, messageLines: lines)
    let name = known.pupil.name.onRegister
    let mayEdit = desk.denial(of: .editPupils, known.relations) == nil
    TitleBar(
      ["CONTACTS  \(name)  \(known.group)", "CONTACTS  \(name)", name],
      state: [mayEdit ? "" : "[READ ONLY]", ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      let preferred = known.pupil.name.preferred
      let legal = "\(known.pupil.name.forename) \(known.pupil.name.surname)"
      HeaderLine(
        left: [preferred.isEmpty ? legal : "\(legal), known as \(preferred)", legal],
        right: ["\(known.usable) may be told", ""]
      ).draw(on: &canvas, row: row)
    }
    canvas.inside(frame.bodyArea) { drawBody(on: &$0) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    switch typing {
    case nil: frame.draw(message, on: &canvas)
    case .preferred(let field): frame.draw(message, above: "Known as:", field, on: &canvas)
    case .field(_, _, let which, let field):
      frame.draw(message, above: which.title + ":", field, on: &canvas)
    }
  }

  private func drawBody(on canvas: inout Canvas) {
    if known.contacts.isEmpty {
      canvas.write(" No contact is on record.", row: 0, column: 0)
      return
    }
    // A telephone number is what the screen is opened for: it is whole before anything is cut.
    let isNarrow = canvas.size.columns < 60
    SectionedRows(
      rows: known.contacts.map { contact in
        // Before the name, where no narrow screen cuts it off.
        let told =
          switch contact.mayContact {
          case .yes: ""
          case .no: "BARRED: "
          case .dsl: "LEAD ONLY: "
          }
        return SectionedRows.Row(
          heading: "",
          cells: isNarrow
            ? [
              "\(contact.priority)", told + contact.name, contact.phone,
              ([contact.relationship] + contact.facts).filter { !$0.isEmpty }.joined(
                separator: ", "),
            ]
            : [
              "\(contact.priority)", told + contact.name, contact.relationship, contact.phone,
              contact.facts.joined(separator: ", "),
            ], name: 1)
      }
    ).draw(list, on: &canvas)
  }
}
