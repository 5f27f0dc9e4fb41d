import Glibc
import Terminal

// Arguments: a theme's name, `ascii`, `stubborn`, `watch` and a path, `deadline` and seconds.
var theme = Theme.Name?.none
var ascii = false
var stubborn = false
var watched: [Int32] = []
var deadline: Double?
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  switch argument {
  case "ascii": ascii = true
  case "stubborn": stubborn = true
  case "watch": watched.append(open(arguments.popFirst() ?? "", O_RDONLY | O_NONBLOCK))
  case "deadline":
    deadline = Double(time(nil)) + (Double(arguments.popFirst() ?? "") ?? 0)
  default: theme = Theme.Name(rawValue: argument)
  }
}
var environment: [String: String] = [:]
for name in ["NO_COLOR", "COLORFGBG"] {
  environment[name] = getenv(name).map { String(cString: $0) }
}

do {
  let display = try CursesDisplay.open(
    theme: .chosen(theme, ascii: ascii, environment: environment), lastWords: "last words\r\n")
  var probe = Probe()
  probe.isStubborn = stubborn
  var isRunning = true
  while isRunning {
    display.show(probe.draw(size: display.size))
    let event = display.nextEvent(watching: watched, until: deadline)
    if case .deadline = event { deadline = nil }
    if case .woken(let descriptor) = event {
      var buffer = [UInt8](repeating: 0, count: 64)
      _ = read(descriptor, &buffer, buffer.count)
    }
    switch probe.update(event) {
    case .nothing: break
    case .leave: isRunning = false
    case .repaint: display.repaint()
    case .suspend: display.suspend()
    case .bell: display.bell()
    }
  }
  display.close()
  print("left in good order")
} catch {
  print(error)
  exit(7)
}
