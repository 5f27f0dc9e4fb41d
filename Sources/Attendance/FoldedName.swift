/// A name with case, accents, apostrophes, hyphens and spaces set aside, for order and search.
///
/// The table is fixed, so that every machine in every locale sorts a register alike: Ł as L, ı as i,
/// ß as ss. Letters of other scripts keep their place by their scalar value.
public struct FoldedName: Hashable, Comparable, Sendable {
  /// The folded letters.
  public let text: String

  /// The folded form of the name.
  public init(_ name: String) {
    if let plain = Self.foldedASCII(name.utf8) {
      text = plain
      return
    }
    var folded = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars {
      if let letters = Self.table[scalar] {
        folded.append(contentsOf: letters.unicodeScalars)
      } else if !Self.isIgnored(scalar) {
        folded.append(scalar)
      }
    }
    text = String(folded)
  }

  /// Whether the folded name begins with the folded text, or does from any later word on.
  public static func matches(_ name: String, search: String) -> Bool {
    let wanted = FoldedName(search).text
    guard !wanted.isEmpty else { return false }
    var rest = Substring(name)
    while !FoldedName(String(rest)).text.hasPrefix(wanted) {
      guard let gap = rest.firstIndex(where: { $0 == " " || $0 == "-" }) else { return false }
      rest = rest[rest.index(after: gap)...]
    }
    return true
  }

  /// Whether the first comes earlier, scalar by scalar.
  public static func < (earlier: FoldedName, later: FoldedName) -> Bool {
    // UTF-8 keeps the order of scalars, and its bytes need no decoding.
    earlier.text.utf8.lexicographicallyPrecedes(later.text.utf8)
  }

  /// The folded form of a name of plain letters, nil where there are others.
  ///
  /// Written into the string's own room: a short name then costs no allocation, and a fire list folds
  /// thousands.
  private static func foldedASCII(_ bytes: String.UTF8View) -> String? {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { room in
      var count = 0
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): room[count] = byte | 0x20
        case UInt8(ascii: " "), UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: ","), UInt8(ascii: "`"):
          continue
        default: room[count] = byte
        }
        count += 1
      }
      return count
    }
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x27, 0x2C, 0x2D, 0x2E, 0xA0, 0x60, 0xB4, 0x02B9...0x02BF, 0x0300...0x036F,
      0x2010...0x2015, 0x2018...0x201B, 0x2032:
      true
    default: false
    }
  }

  private static let table: [Unicode.Scalar: String] = {
    let families = [
      "a": "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ", "b": "ḃḅḇɓ", "c": "çćĉċčḉ", "d": "ďḋḍḏḑḓðđɗ",
      "e": "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệəǝ", "f": "ḟƒ", "g": "ĝğġģǧǵḡ", "h": "ĥȟḣḥḧḩḫẖħ",
      "i": "ìíîïĩīĭįǐȉȋḭḯỉịı", "j": "ĵǰ", "k": "ķǩḱḳḵƙĸ", "l": "ĺļľḷḹḻḽłŀ", "m": "ḿṁṃ",
      "n": "ñńņňǹṅṇṉṋŋŉ", "o": "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿ", "p": "ṕṗ",
      "r": "ŕŗřȑȓṙṛṝṟ", "s": "śŝşšșṡṣṥṧṩſ", "t": "ţťțṫṭṯṱẗŧ",
      "u": "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "v": "ṽṿ", "w": "ŵẁẃẅẇẉẘ", "x": "ẋẍ",
      "y": "ýÿŷȳẏẙỳỵỷỹƴ", "z": "źżžẑẓẕ", "ss": "ß", "ae": "æǽǣ", "oe": "œ", "th": "þ", "ij": "ĳ",
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (plain, accented) in families {
      for scalar in accented.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}
