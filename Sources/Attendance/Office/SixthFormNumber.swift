extension Roll.Member {
  /// Whether the search is the number under which a sixth-former goes in and out (U35).
  public func isNumbered(_ search: String) -> Bool {
    particulars.yearGroup.isSixthForm && Int64(search) == pupil.id.number
  }
}
