extension Pupil {
  /// Whether either name begins so, or the pupil's group or the UPN does.
  public func answers(to search: String, in group: String) -> Bool {
    if name.matches(search) { return true }
    let wanted = FoldedName(search).text
    guard !wanted.isEmpty else { return false }
    // One letter begins many a UPN and says nothing.
    return FoldedName(group).text.hasPrefix(wanted)
      || wanted.count > 1 && upn.text.hasPrefix(wanted.uppercased())
  }
}
