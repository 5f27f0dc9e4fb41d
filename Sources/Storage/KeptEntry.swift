/// An entry as the file holds it, in plain columns.
struct KeptEntry: Hashable {
  var id: Int64
  var submission: Int64
  var pupil: Int64
  var date: Int32
  var half: Int
  var code: String
  var minutes: Int?
  var how: String
  var basis: Int
  var replaces: Int64?
  var beside: Int64?
  var reason: String?
  var noteHash: [UInt8]?
}

/// A note with the salt of its hash; both are gone once it is redacted.
struct KeptNote: Hashable {
  let entry: Int64
  var salt: [UInt8]?
  var text: String?

  /// Whether the text is not what the hash was made of; a redacted note agrees with every hash.
  func disagrees(with hash: [UInt8]) -> Bool {
    guard let salt, let text else { return false }
    return Seal.hash(note: text, salt: salt) != hash
  }
}
