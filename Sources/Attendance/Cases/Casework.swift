/// What a line of the day book says about following up a pupil's attendance.
///
/// Like every line it is only ever added: a case is what its lines come to, and what was said in
/// error is taken back by another line, never erased.
public enum Casework: Hashable, Sendable {
  /// A case is opened on a ladder of the policy; its words say why.
  case opened(CaseOpening)
  /// A step of the ladder is taken, or the case stays where it is, after a review.
  case turned(CaseTurn)
  /// The case has another owner.
  case assigned(CaseOwner)
  /// Whoever is flagged by these rules, or has the case, is looked at again on that day.
  case snoozed(Snooze)
  /// The case is closed.
  case closed(CaseClosing)
  /// Something was done, or is arranged, or is noted.
  case action(CaseAction)
  /// A contract or plan is agreed.
  case agreement(Agreement)
  /// A notice to improve is given.
  case improve(NoticeToImprove)
  /// A penalty notice is asked for or issued.
  case penalty(PenaltyNotice)
  /// What became of a meeting, an agreement or a notice.
  case outcome(CaseOutcome)
  /// A threshold that was met is considered, with the outcome in its words (U24).
  case considered(ConsideredEvent)
  /// Letters, ladders and rewards wait for the pupil (U36).
  case held(Hold)
  /// A return to the authority is made, once for each episode.
  case returned(ReturnMade)
}
