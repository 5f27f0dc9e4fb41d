import Attendance
import Foundation
import Testing

@testable import Storage

/// Half-typed forms on disk: the last word of each field, and no file for an empty one.
@Suite struct FormFileTests {
  private let test = TestFolder()

  private func folder() throws -> SchoolFolder {
    _ = try test.folder.create(TestSchool.identity)
    return test.folder
  }

  @Test func `what was typed last in each field comes back, and an emptied field does not`() throws
  {
    let folder = try folder()
    let file = FormFile(in: folder, of: "call", by: "j.hall")
    try file.keep(FormDraft("call", values: ["words": "fl", "pupils": "4"]))
    try file.keep(FormDraft("call", values: ["words": "flu\tand\ncold", "pupils": "4"]))
    try file.keep(FormDraft("call", values: ["words": "flu\tand\ncold", "from": "mother"]))
    let kept = FormDraft("call", values: ["words": "flu and cold", "from": "mother"])
    #expect(FormFile.all(in: folder, by: "j.hall") == [kept])
    // Another desk of the same person goes on from there.
    let other = FormFile(in: folder, of: "call", by: "j.hall")
    try other.keep(FormDraft("call", values: ["words": "flu and cold, back on Monday"]))
    #expect(
      FormFile.all(in: folder, by: "j.hall").map(\.values)
        == [["words": "flu and cold, back on Monday"]])
  }

  @Test func `forms are one person's own, and gone once empty`() throws {
    let folder = try folder()
    let mine = FormFile(in: folder, of: "call", by: "hall")
    let linking = FormFile(in: folder, of: "call 12", by: "hall")
    try mine.keep(FormDraft("call", values: ["words": "a"]))
    try linking.keep(FormDraft("call 12", values: ["code": "I"]))
    #expect(FormFile.all(in: folder, by: "hall").map(\.name) == ["call", "call 12"])
    #expect(FormFile.all(in: folder, by: "owen").isEmpty)
    try mine.keep(FormDraft("call", values: [:]))
    try linking.keep(FormDraft("call 12", values: [:]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.drafts).isEmpty)
    try mine.keep(FormDraft("call", values: ["words": "b"]))
    #expect(FormFile.all(in: folder, by: "hall").map(\.values) == [["words": "b"]])
  }

  @Test func `a torn last line is passed over`() throws {
    let folder = try folder()
    let file = FormFile(in: folder, of: "call", by: "hall")
    try file.keep(FormDraft("call", values: ["words": "whole"]))
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.drafts).first)
    let handle = try #require(FileHandle(forWritingAtPath: folder.drafts + "/" + name))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("words\ttorn of".utf8))
    try handle.close()
    #expect(FormFile.all(in: folder, by: "hall").map(\.values) == [["words": "whole"]])
  }
}
