// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "rollcall",
  products: [.executable(name: "rollcall", targets: ["rollcall"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // The floors, from the ground up; an arrow may only run to a line above.
    .target(name: "Attendance", swiftSettings: strict),
    .target(name: "Policies", dependencies: ["Attendance", "Yams"], swiftSettings: strict),
    .target(name: "CSystem"),
    .target(
      name: "Storage",
      dependencies: ["Attendance", "CSystem", grdb, sqlite, crypto, cryptoExtras],
      swiftSettings: strict),
    .target(
      name: "Exchange", dependencies: ["Attendance", "Policies", "Yams", mustache],
      swiftSettings: strict),
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Terminal", dependencies: ["CTerminal"], swiftSettings: strict),
    .target(
      name: "Screens", dependencies: ["Attendance", "Policies", "Terminal"],
      swiftSettings: strict),
    .executableTarget(
      name: "rollcall",
      dependencies: [
        "Attendance", "CSystem", "Policies", "Storage", "Exchange", "Terminal", "Screens",
        arguments,
      ],
      swiftSettings: strict),

    // Programs on a terminal of their own; only tests may need libvterm.
    .target(name: "CPseudoTerminal", path: "Tests/Support/CPseudoTerminal"),
    .systemLibrary(name: "CVTerm", path: "Tests/Support/CVTerm"),
    .target(
      name: "TerminalTesting", dependencies: ["CPseudoTerminal", "CVTerm"],
      path: "Tests/Support/TerminalTesting", swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/Support/TerminalProbe",
      swiftSettings: strict),

    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "TerminalTesting", "TerminalProbe"],
      swiftSettings: strict),
    .testTarget(
      name: "AttendanceTests", dependencies: ["Attendance"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "PoliciesTests", dependencies: ["Attendance", "Policies"], swiftSettings: strict),
    .testTarget(
      name: "StorageTests", dependencies: ["Attendance", "Storage", grdb, sqlite],
      swiftSettings: strict),
    .testTarget(
      name: "RollcallTests",
      dependencies: ["Attendance", "Policies", "Storage", "rollcall", "TerminalTesting", grdb],
      swiftSettings: strict),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Attendance", "Exchange", "Policies"],
      swiftSettings: strict),
    .testTarget(
      name: "ScreensTests", dependencies: ["Attendance", "Policies", "Screens", "Terminal"],
      exclude: ["Pictures"], swiftSettings: strict),
  ]
)

// Speed is measured only where somebody asks: BENCHMARKS=1 swift run -c release RegisterBenchmarks
if Context.environment["BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "RegisterBenchmarks",
      dependencies: ["rollcall", "Attendance", "Policies", "Storage", "TerminalTesting", sqlite],
      path: "Tests/Benchmarks", swiftSettings: strict))
}
