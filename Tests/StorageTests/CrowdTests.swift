import Attendance
import Foundation
import Testing

@testable import Storage

/// Many desks at one school in the same moment.
@Suite(.serialized) struct CrowdTests {
  @Test func `twenty desks that submit in one moment are all kept and none refused`() async throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    await Crowd(20).run { number in
      await #expect(processExitsWith: .success) {
        [path = test.path as String, number = number as Int] in
        let store = try SchoolFolder(path).open()
        Crowd.wait(number, of: 20, in: path)
        for round in 0..<3 {
          let session = Session(TestSchool.starts.adding(days: 30 + number), .am)
          let receipt = try store.submit(
            TestSchool.act(
              .amended, TestSchool.pupils.map { TestSchool.mark($0, "L", at: session) },
              at: Int64(number * 10 + round)))
          #expect(receipt.contradictions.isEmpty)
        }
      }
    }
    let store = try test.folder.open()
    let found = try store.verify(against: nil) { _ in }
    #expect(found.isSound, "\(found.faults)")
    #expect(found.submissions == 61)
    #expect(found.entries == 4 + 60 * 5)
    for number in 0..<20 {
      let session = Session(TestSchool.starts.adding(days: 30 + number), .am)
      #expect(try store.history(of: TestSchool.eve.id, at: session).count == 3)
    }
  }

  @Test func `of ten desks that make one school, one makes it and all open it`() async throws {
    let test = TestFolder()
    await Crowd(10).run { number in
      await #expect(processExitsWith: .success) {
        [path = test.path as String, number = number as Int] in
        let folder = SchoolFolder(path)
        Crowd.wait(number, of: 10, in: path)
        do {
          _ = try folder.create(SchoolIdentity(name: "School \(number)"))
          FileManager.default.createFile(atPath: path + "/made-\(number)", contents: nil)
        } catch StoreFault.alreadyASchool {
          // Another was first; anything else would end this program with an error.
        }
        #expect(try folder.open().school().name.hasPrefix("School "))
      }
    }
    let made = try FileManager.default.contentsOfDirectory(atPath: test.path)
      .filter { $0.hasPrefix("made-") }
    #expect(made.count == 1)
    let name = try test.folder.open().school().name
    #expect(made == ["made-" + name.dropFirst("School ".count)])
  }

  @Test func `whoever opens a school while it is made meets none or a whole one`() async throws {
    let test = TestFolder()
    await Crowd(6).run { number in
      await #expect(processExitsWith: .success) {
        [path = test.path as String, number = number as Int] in
        let folder = SchoolFolder(path)
        Crowd.wait(number, of: 6, in: path)
        if number == 0 {
          usleep(2000)
          _ = try folder.create(TestSchool.identity)
          return
        }
        for _ in 0..<100_000 {
          do {
            #expect(try folder.open().school() == TestSchool.identity)
            return
          } catch StoreFault.noSchool {
            usleep(200)
          }
        }
        Issue.record("nobody made the school")
      }
    }
  }

  @Test func `desks that find an older register bring it up to date once`() async throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    await Crowd(8).run { number in
      await #expect(processExitsWith: .success) {
        [path = test.path as String, number = number as Int] in
        let later = Schema(steps: Schema.current.steps + ["CREATE TABLE later (x TEXT) STRICT"])
        Crowd.wait(number, of: 8, in: path)
        let store = try SQLiteStore(opening: SchoolFolder(path), schema: later)
        #expect(try store.faults().isEmpty)
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.folder.backups).count == 1)
  }
}

/// Programs that wait for each other, so that they act in the same moment.
struct Crowd {
  private let count: Int

  init(_ count: Int) {
    self.count = count
  }

  /// Runs the member of each number, all at once.
  func run(_ member: @escaping @Sendable (Int) async -> Void) async {
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<count { group.addTask { await member(number) } }
    }
  }

  /// Says that this member is there and waits for the others, a minute at most.
  ///
  /// The members count each other: the program that started them may be busy waiting for one.
  static func wait(_ number: Int, of count: Int, in path: String) {
    FileManager.default.createFile(atPath: path + "/here-\(number)", contents: nil)
    for _ in 0..<60_000 {
      if (0..<count).allSatisfy({ access(path + "/here-\($0)", F_OK) == 0 }) { return }
      usleep(1000)
    }
  }
}
