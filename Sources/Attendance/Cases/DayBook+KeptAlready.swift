extension DayBook {
  /// The line of casework that stands and says already what the proposed one would say again, or nil.
  ///
  /// It is asked inside the transaction that keeps the line: of two desks that record one return, or
  /// issue one notice, in the same second, the second is told of the first. What may well be done
  /// twice, a note or a meeting, is never refused here.
  public func keptAlready(_ line: ProposedLine) -> DayLine? {
    guard case .casework(let work) = line.matter, let pupil = line.pupil else { return nil }
    switch work {
    case .returned, .considered, .agreement:
      return standing.last { $0.pupil == pupil && $0.matter == line.matter && isOpen($0) }
    case .opened(let opening):
      return cases.last {
        $0.pupil == pupil && $0.isOpen && $0.opening.ladder == opening.ladder
      }?.line
    case .turned(let turn):
      return known(pupil, line.about) { earlier in
        guard case .turned(let other) = earlier else { return false }
        return turn.kind == .took && other.kind == .took && turn.step == other.step
      }
    case .closed:
      return known(pupil, line.about) { if case .closed = $0 { true } else { false } }
    case .outcome(let outcome):
      return known(pupil, line.about) { earlier in
        guard case .outcome(let other) = earlier, other.kind == outcome.kind else { return false }
        // Each of the parties signs for themselves.
        return outcome.kind != .signed || FoldedName(other.by) == FoldedName(outcome.by)
      }
    case .penalty(let notice):
      return penalties(of: pupil).last { $0.stands && $0.notice.isSame(as: notice) }?.line
    case .improve(let notice):
      return improvements(of: pupil).last { record in
        FoldedName(record.notice.parent) == FoldedName(notice.parent)
          && [.ahead, .running].contains(record.state(on: notice.from))
          && record.notice.from <= notice.until
      }?.line
    case .assigned, .snoozed, .action, .held: return nil
    }
  }

  /// The last line of casework about the pupil and that line of which it is true.
  private func known(
    _ pupil: Pupil.ID, _ about: ProposedLine.Reference?, _ isIt: (Casework) -> Bool
  ) -> DayLine? {
    guard case .kept(let about) = about else { return nil }
    return standing.last { line in
      guard line.pupil == pupil, line.about == about, case .casework(let work) = line.matter else {
        return false
      }
      return isIt(work)
    }
  }

  /// Whether nothing came of it yet; what was reviewed can be agreed again.
  private func isOpen(_ line: DayLine) -> Bool {
    guard case .casework(.agreement) = line.matter else { return true }
    return outcomes(of: line).allSatisfy { $0.outcome?.kind == .signed }
  }
}

extension PenaltyNotice {
  /// Whether both are the same notice to one parent: of one level, for some of the same sessions.
  fileprivate func isSame(as other: PenaltyNotice) -> Bool {
    FoldedName(parent) == FoldedName(other.parent) && level == other.level
      && sessions.overlaps(other.sessions)
  }
}

extension DayLine.Matter {
  /// Whether the register is asked for it once more in the transaction that keeps it.
  public var isKeptOnce: Bool {
    guard case .casework(let work) = self else { return false }
    switch work {
    case .opened, .turned, .closed, .agreement, .improve, .penalty, .outcome, .considered,
      .returned:
      return true
    case .assigned, .snoozed, .action, .held: return false
    }
  }
}
