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

extension Roll.Member {
  /// Whether the search is the number under which a sixth-former goes in and out (U35).
  public func isNumbered(_ search: String) -> Bool {
    particulars.yearGroup.isSixthForm && Int64(search) == pupil.id.number
  }
}
