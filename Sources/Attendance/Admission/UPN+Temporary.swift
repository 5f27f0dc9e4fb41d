extension UPN {
  /// The first temporary number of the year that nobody has, or nil where all are taken.
  public static func firstFree(
    in year: Int, taken: Set<UPN>, authority: Int = 0, establishment: Int = 0
  ) -> UPN? {
    (0..<2300).lazy.compactMap {
      UPN(temporary: $0, year: year, authority: authority, establishment: establishment)
    }.first { !taken.contains($0) }
  }
}
