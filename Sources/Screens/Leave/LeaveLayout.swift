import Terminal

/// How the leave screen divides its rows between the list and what stands below it.
struct LeaveLayout {
  let frame: Frame
  /// The rows of the list.
  let list: Int
  /// Whether a rule parts the list from what stands below.
  let hasRule: Bool
  /// The rows below: what the policy says, or the form.
  let below: Int

  init(_ size: Size, _ message: Message, _ board: LeaveBoard?, isForm: Bool, isTyping: Bool = false)
  {
    frame = Frame(
      size, messageLines: Frame.lines(of: message, size) + (isTyping ? 1 : 0))
    let body = frame.body.count
    let wanted = max(board?.rows.count ?? 0, 1)
    // What is weighed needs its lines more than a long list does.
    let most = isForm ? (body >= 14 ? 2 : body >= 10 ? 1 : 0) : max(body / 3, 1)
    list = min(wanted, most)
    hasRule = body >= 8
    below = max(body - list - (hasRule ? 1 : 0), 0)
  }
}
