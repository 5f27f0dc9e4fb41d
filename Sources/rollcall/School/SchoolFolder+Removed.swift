import Storage

extension SchoolFolder {
  /// Where that still is after it was taken out of the register, as a sentence goes on.
  func backupsHold(_ what: String, madeBefore deed: String) -> String {
    let own = FileBytes.names(in: backups).filter {
      $0.hasSuffix(".sqlite") && !$0.hasPrefix(".")
    }.count
    let which =
      own == 0
      ? "any backup kept elsewhere, made before \(deed), holds"
      : "the school's \(own == 1 ? "backup" : "\(own) backups"), and any kept elsewhere, made "
        + "before \(deed), hold"
    return which
      + " \(what): the school's own go as the policy says, the others are yours to destroy"
  }
}
