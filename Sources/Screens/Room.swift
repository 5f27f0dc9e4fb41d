import Attendance
import Terminal

/// Every screen there is; the shell's stack holds these.
enum Room: Hashable, Sendable {
  case signIn(SignInScreen)
  case passphrase(PassphraseScreen)
  case today(TodayScreen)
  case register(RegisterScreen)
  case find(FindScreen)
  case year(YearScreen)
  case history(HistoryScreen)
  case morning(MorningScreen)
  case late(LateScreen)
  case calls(CallScreen)
  case closing(ClosingScreen)
  case lists(ListsScreen)
  case handouts(HandoutsScreen)
  case handout(HandoutScreen)
  case inOut(InOutScreen)
  case day(DayScreen)
  case week(WeekScreen)
  case leave(LeaveScreen)
  case contacts(ContactsScreen)
  case flags(FlagsScreen)
  case flagSheet(FlagSheetScreen)
  case cases(CasesScreen)
  case letters(LettersScreen)
  case parentPage(ParentPageScreen)
  case overview(OverviewScreen)
  case groups(GroupsScreen)
  case groupPupils(GroupPupilsScreen)
  case movers(MoversScreen)
  case notices(NoticeScreen)
  case due(DueScreen)
  case audit(AuditScreen)
  case amend(AmendScreen)
  case reason(ReasonScreen)
  case pass(PassScreen)
  case admission(AdmissionScreen)
  case rollover(RolloverScreen)

  /// The screen, whichever it is.
  var screen: any Screen {
    get {
      switch self {
      case .signIn(let screen): screen
      case .passphrase(let screen): screen
      case .today(let screen): screen
      case .register(let screen): screen
      case .find(let screen): screen
      case .year(let screen): screen
      case .history(let screen): screen
      case .morning(let screen): screen
      case .late(let screen): screen
      case .calls(let screen): screen
      case .closing(let screen): screen
      case .lists(let screen): screen
      case .handouts(let screen): screen
      case .handout(let screen): screen
      case .inOut(let screen): screen
      case .day(let screen): screen
      case .week(let screen): screen
      case .leave(let screen): screen
      case .contacts(let screen): screen
      case .flags(let screen): screen
      case .flagSheet(let screen): screen
      case .cases(let screen): screen
      case .letters(let screen): screen
      case .parentPage(let screen): screen
      case .overview(let screen): screen
      case .groups(let screen): screen
      case .groupPupils(let screen): screen
      case .movers(let screen): screen
      case .notices(let screen): screen
      case .due(let screen): screen
      case .audit(let screen): screen
      case .amend(let screen): screen
      case .reason(let screen): screen
      case .pass(let screen): screen
      case .admission(let screen): screen
      case .rollover(let screen): screen
      }
    }
    set {
      switch newValue {
      case let screen as SignInScreen: self = .signIn(screen)
      case let screen as PassphraseScreen: self = .passphrase(screen)
      case let screen as TodayScreen: self = .today(screen)
      case let screen as RegisterScreen: self = .register(screen)
      case let screen as FindScreen: self = .find(screen)
      case let screen as YearScreen: self = .year(screen)
      case let screen as HistoryScreen: self = .history(screen)
      case let screen as MorningScreen: self = .morning(screen)
      case let screen as LateScreen: self = .late(screen)
      case let screen as CallScreen: self = .calls(screen)
      case let screen as ClosingScreen: self = .closing(screen)
      case let screen as ListsScreen: self = .lists(screen)
      case let screen as HandoutsScreen: self = .handouts(screen)
      case let screen as HandoutScreen: self = .handout(screen)
      case let screen as InOutScreen: self = .inOut(screen)
      case let screen as DayScreen: self = .day(screen)
      case let screen as WeekScreen: self = .week(screen)
      case let screen as LeaveScreen: self = .leave(screen)
      case let screen as ContactsScreen: self = .contacts(screen)
      case let screen as FlagsScreen: self = .flags(screen)
      case let screen as FlagSheetScreen: self = .flagSheet(screen)
      case let screen as CasesScreen: self = .cases(screen)
      case let screen as LettersScreen: self = .letters(screen)
      case let screen as ParentPageScreen: self = .parentPage(screen)
      case let screen as OverviewScreen: self = .overview(screen)
      case let screen as GroupsScreen: self = .groups(screen)
      case let screen as GroupPupilsScreen: self = .groupPupils(screen)
      case let screen as MoversScreen: self = .movers(screen)
      case let screen as NoticeScreen: self = .notices(screen)
      case let screen as DueScreen: self = .due(screen)
      case let screen as AuditScreen: self = .audit(screen)
      case let screen as AmendScreen: self = .amend(screen)
      case let screen as ReasonScreen: self = .reason(screen)
      case let screen as PassScreen: self = .pass(screen)
      case let screen as AdmissionScreen: self = .admission(screen)
      case let screen as RolloverScreen: self = .rollover(screen)
      default: break
      }
    }
  }
}
