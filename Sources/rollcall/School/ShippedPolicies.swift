import ArgumentParser
import Glibc
import Policies

/// Where the policies that come with the program are found.
struct ShippedPolicies: ParsableArguments {
  @Option(name: .customLong("config"), help: "The folder of the shipped policies.")
  var config: String?

  /// The folder: the one named, else `config` here, else the one installed beside the program.
  var folder: String {
    get throws {
      if let config {
        guard access(config, F_OK) == 0 else {
          throw Refused("rollcall: there is no folder \(config); name another with --config")
        }
        return config
      }
      let places = ["config", Self.program + "/../share/rollcall/config"]
      guard let place = places.first(where: { access($0 + "/policies", F_OK) == 0 }) else {
        throw Refused(
          "rollcall: the shipped policies are in neither \(places.joined(separator: " nor ")); "
            + "name their folder with --config")
      }
      return place
    }
  }

  /// The path of a policy given by path or by its short name.
  func path(of policy: String) throws -> String {
    if policy.contains("/") || policy.hasSuffix(".yaml") {
      guard access(policy, F_OK) == 0 else {
        throw Refused("rollcall: there is no file \(policy); give the path of a policy")
      }
      return policy
    }
    let folder = try folder
    let path = folder + "/policies/\(policy).yaml"
    guard access(path, F_OK) == 0 else {
      let names = PolicyFolder(path: folder).readings.map {
        $0.path.split(separator: "/").last.map { String($0.dropLast(5)) } ?? ""
      }
      throw Refused(
        "rollcall: there is no policy '\(policy)'; there are \(names.joined(separator: ", "))")
    }
    return path
  }

  /// The folder in which the program lies.
  static var program: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return "." }
    let path = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }
}
