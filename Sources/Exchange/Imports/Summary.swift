/// What an import does, in words.
enum Summary {
  /// `600 pupils: 598 new, 2 changed, 0 the same`, and that nothing changes where nothing does.
  static func line(
    total: Int, one: String, many: String, new: Int, changed: Int, same: Int
  ) -> String {
    let what = total == 1 ? one : many
    let counts = "\(total) \(what): \(new) new, \(changed) changed, \(same) the same"
    return new + changed == 0 ? counts + "; nothing to change" : counts
  }
}
