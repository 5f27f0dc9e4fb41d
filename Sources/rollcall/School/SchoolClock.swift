import Attendance
import Glibc
import Storage

/// The clock of the school: the machine's in London's time, or a practice school's own.
struct SchoolClock {
  private let practice: PracticeClock?
  private let frozen: Instant?

  /// The machine's clock.
  static var machine: Instant { Instant(seconds: Int64(machineSeconds)) }

  /// The machine's clock, in seconds since 1 January 1970.
  static var machineSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The clock of the school; `ROLLCALL_NOW` freezes it in a practice school and is refused in a
  /// real one.
  init(_ school: SchoolIdentity, running: Bool = false) throws {
    guard let text = Self.askedText else {
      practice = school.practice
      frozen = nil
      return
    }
    guard let practice = school.practice else {
      throw Refused(
        "rollcall: ROLLCALL_NOW is for practice schools; in a real school the machine's clock "
          + "counts, so unset it")
    }
    let moment = try Self.moment(text)
    self.practice = running ? PracticeClock(showing: moment, when: Self.machine) : practice
    frozen = running ? nil : moment
  }

  /// What time `ROLLCALL_NOW` says it is, or nil where it says nothing.
  static func asked() throws -> Instant? { try askedText.map(moment) }

  private static var askedText: String? {
    getenv("ROLLCALL_NOW").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func moment(_ text: String) throws -> Instant {
    guard let moment = Instant(text) else {
      throw Refused("rollcall: ROLLCALL_NOW='\(text)' is no time; write it like 2026-03-20T08:40")
    }
    return moment
  }

  /// What it shows now.
  var now: Instant { frozen ?? practice?.shows(Self.machine) ?? Self.machine }

  /// The machine's moment at which this clock will show the other, for waiting until then.
  func machineTime(of moment: Instant) -> Double {
    Double(moment.seconds - (practice?.secondsAhead ?? 0))
  }
}
