import Terminal

extension Field {
  /// Whether a digit goes on with what is typed, a UPN or a form such as 11A, and takes no choice: the
  /// wrong child would be chosen by a number typed fast.
  var goesOnByDigits: Bool { text.count == 1 || text.last?.isNumber == true }
}
