import Terminal

/// One row of the table from which footer, help, palette and tests are made.
struct Command: Hashable, Sendable {
  /// What the command is.
  let id: ID
  /// Where it can be given.
  let places: Set<Place>
  /// What the key does, as one of a group of headings in the help.
  let section: Section
  /// The keys that give it.
  let keys: Keys
  /// The key as footer and help name it.
  let label: String
  /// What it does in a word or two, for the footer; empty where the footer leaves it out.
  let words: String
  /// What it does, for the help.
  let help: String

  /// Where a command can be given: a screen, or a question it asks.
  enum Place: CaseIterable, Hashable, Sendable {
    case signIn, passphrase, today, findPupil, year, history
    case morning, contact, outcome, officeWords, lateName, lateReason, calls, callForm
    case handouts, handout, handoutFilter, excuseWords, inOut, outName, outPurpose, outWords
    case pupilDay, weekClose, weekWords, contacts, contactField
    case madeText, settlingN
    case leave, leaveForm, leaveLetter
    case register, week
    case codes, find, note, officeNote, reason, asSeen
    case blanks, codeOrRow, settle, leaving, cover
    case list
    case closing, closingText, closingPreview
    case lists, listPupils, listText
    case flags, flagFilter, flagName, flagSheet
    case cases, caseForm, caseLines
    case letters, letterField, pupilLetter, parentPage, agreedWords
    case overview, groups, groupKeys, groupPupils, movers
    case notices
    case due, dueWords, audit
    case amendForm, amendWords, amended
    case passForm
    case admissionForm, rollover, rolloverAsked

    /// Whether letters are text here, so that no letter can be a command.
    var isText: Bool {
      switch self {
      case .signIn, .passphrase, .findPupil, .codes, .find, .note, .officeNote, .reason, .asSeen,
        .officeWords, .lateName, .lateReason, .callForm, .list, .closingText, .listText,
        .handoutFilter, .excuseWords, .outName, .outWords, .weekWords, .leaveForm,
        .contactField, .flagFilter, .flagName, .caseForm, .letterField, .agreedWords, .dueWords,
        .amendForm, .amendWords, .passForm, .admissionForm:
        true
      case .today, .year, .history, .register, .week, .blanks, .codeOrRow, .settle, .leaving,
        .cover, .morning, .contact, .outcome, .calls, .closing, .closingPreview, .lists,
        .listPupils, .handouts, .handout, .inOut, .outPurpose, .pupilDay, .weekClose,
        .madeText, .settlingN, .leave, .leaveLetter, .contacts, .flags, .flagSheet, .cases,
        .caseLines, .letters, .pupilLetter, .parentPage, .overview, .groups, .groupKeys,
        .groupPupils, .movers, .notices, .due, .audit, .amended, .rollover,
        .rolloverAsked:
        false
      }
    }

    /// Whether it is a question that wants its own answer before anything else.
    var isQuestion: Bool {
      switch self {
      case .blanks, .codeOrRow, .settle, .leaving, .cover, .contact, .outcome, .closing,
        .closingPreview, .outPurpose, .madeText, .settlingN, .leaveLetter,
        .pupilLetter, .rolloverAsked:
        true
      case .signIn, .passphrase, .today, .findPupil, .year, .history, .register, .week, .codes,
        .find, .note, .officeNote, .reason, .asSeen, .list, .morning, .officeWords, .lateName,
        .lateReason, .calls, .callForm, .closingText, .lists, .listPupils, .listText, .handouts,
        .handout, .handoutFilter, .excuseWords, .inOut, .outName, .outWords, .pupilDay, .weekClose,
        .weekWords, .leave, .leaveForm, .contacts, .contactField, .flags, .flagFilter, .flagName,
        .flagSheet, .cases, .caseForm, .caseLines, .letters, .letterField, .parentPage,
        .agreedWords, .overview, .groups, .groupKeys, .groupPupils, .movers, .notices, .due,
        .dueWords, .audit, .amendForm, .amendWords, .amended, .passForm, .admissionForm, .rollover:
        false
      }
    }
  }

  /// The headings of the help.
  enum Section: String, CaseIterable, Hashable, Sendable {
    case mark = "MARK"
    case answer = "ANSWER"
    case move = "MOVE"
    case look = "LOOK"
    case finish = "FINISH"
    case rescue = "RESCUE"
  }

  /// Which keys give a command.
  enum Keys: Hashable, Sendable {
    case keys([Key])
    /// Any letter, or `#`: the codes.
    case letters
    case digits

    func hold(_ key: Key) -> Bool {
      switch self {
      case .keys(let keys): return keys.contains(key)
      case .letters:
        guard case .character(let letter) = key else { return false }
        return letter.isLetter || letter == "#"
      case .digits:
        guard case .character(let digit) = key else { return false }
        return digit.isASCII && digit.isWholeNumber
      }
    }

    /// The key that gives the command when it is chosen from a list.
    var first: Key? {
      switch self {
      case .keys(let keys): keys.first
      case .letters, .digits: nil
      }
    }
  }

  /// What a command is; each screen knows its own.
  enum ID: Hashable, Sendable {
    case common(Common)
    case today(OfToday)
    case register(OfRegister)
    case answer(OfQuestion)
    case year(OfYear)
    case office(OfOffice)
  }

  enum Common: CaseIterable, Hashable, Sendable {
    case open, next, previous, move, erase
    case back, help, palette, findPupil, signOut, lock, leave, repaint, suspend
  }

  enum OfToday: CaseIterable, Hashable, Sendable {
    case earlierDay, laterDay, cover
  }

  enum OfRegister: CaseIterable, Hashable, Sendable {
    case present, notHere, late, code, codes, fill, clear, note, row, find, undo, redo, submit
    case move, column, earlier, later, week, classView, pupil, history, settle, takeOver

    /// Whether it marks the current row, or begins to.
    var marks: Bool {
      switch self {
      case .present, .notHere, .late, .code, .codes, .clear, .note: true
      case .fill, .row, .find, .undo, .redo, .submit, .move, .column, .earlier, .later, .week,
        .classView, .pupil, .history, .settle, .takeOver:
        false
      }
    }
  }

  enum OfQuestion: CaseIterable, Hashable, Sendable {
    case accept, cancel, nextField
    case blanksAsN, fill, isCode, isRow, keep, take, next, loseAndLeave, cover
  }

  enum OfOffice: CaseIterable, Hashable, Sendable {
    case attempt, handOn, safe, done, late, registers, choose, morning
    case newCall, sibling, link, save, previousField, keepDraft
    case close, lists, confirmAll, newList, endList, toggle, confirmList, takeOff, putOn
    case nudge, fireList, handouts, inOut, weekClose, lateBook, slip, stepDone
    case contacts, addContact, removeContact, restoreContacts, preferredName
    case print, file, filter, excuse, earlierDay, laterDay, signOut, pupilDay, signOff
    case text, settleN
    case leave, newRequest, grant, refuse, endLeave, letter
    case flags, pupilFlags, sort, evidence, whyNot, forecast
    case cases, pupilCases, openCase, stepCase, stayCase, closeCase, snooze, assignCase, addAction
    case outcome, undoLine, holdPupil, caseLines, showOthers, leftForLater
    case letters, parentPage, agree
    case overview, groups, movers, groupBy, groupAnd, period
    case notices, makePack, issueNotice, otherNotice, improve, agreement
    case due, record, audit, gaps
    case amend, select, undoAct, withdraw, sendDraft, redact
    case pass
    case newPupil, deletePupil, rollover, moveYear
  }

  enum OfYear: CaseIterable, Hashable, Sendable {
    case move, mark, table, earlierYear, laterYear
  }
}

extension Command {
  /// The command that a key gives at a place.
  static func given(by key: Key, at place: Place) -> Command? {
    table.first { $0.places.contains(place) && $0.keys.hold(key) }
  }

  /// The rows that hold at a place, most useful first.
  static func table(of place: Place) -> [Command] {
    table.filter { $0.places.contains(place) }
  }
}
