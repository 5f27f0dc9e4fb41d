@testable import Storage

/// Each way of keeping a register; every promise is held to all of them.
enum Keeper: CaseIterable {
  case sqlite
  case memory

  /// A school of this kind with everybody admitted.
  func school() throws -> KeptSchool {
    let school = try emptySchool()
    try school.store.admitEverybody()
    return school
  }

  func emptySchool() throws -> KeptSchool {
    switch self {
    case .sqlite:
      let folder = TestFolder()
      return KeptSchool(store: try folder.folder.create(TestSchool.identity), folder: folder)
    case .memory: return KeptSchool(store: TestSchool.identity.inMemory(), folder: nil)
    }
  }
}

/// A store, and the folder that must outlast it.
struct KeptSchool {
  let store: any Store
  let folder: TestFolder?

  /// A second desk at the same register.
  func secondDesk() throws -> any Store {
    if let folder { return try folder.folder.open() }
    guard let store = store as? MemoryStore else { throw StoreFault.busy }
    return MemoryStore(store.register)
  }
}
