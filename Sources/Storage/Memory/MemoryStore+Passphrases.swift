import Attendance

extension MemoryStore {
  func passphrase(of login: String) -> PassphraseHash? { register.passphrases[login] }

  func keep(_ hash: PassphraseHash, of login: String, by person: Person, at: Instant) {
    write { register in
      Self.keep(hash, of: login, in: register)
      register.changes.append(
        MemoryRegister.Change(what: LogHead.passphrase + login, by: person, at: at))
    }
  }

  func keep(_ attempt: SignInAttempt) -> SignInAttempt.Verdict {
    let before = register.attempts[attempt.who] ?? SignInAttempt.Count()
    var count = before
    let verdict = attempt.judge(&count)
    write { register in
      register.attempts[attempt.who] = count
      guard verdict == .counted else { return }
      register.changes.append(
        MemoryRegister.Change(what: attempt.line(after: before), by: attempt.by, at: attempt.at))
    }
    return verdict
  }

  func issue(_ pass: IssuedPass, by person: Person, at: Instant) throws(StoreFault) {
    guard register.roll.staff[pass.holder.login] == nil else {
      throw .refused("another desk has just given a pass of that login; issue it again")
    }
    write { register in
      register.roll.staff[pass.holder.login] = pass.holder
      Self.keep(pass.hash, of: pass.holder.login, in: register)
      register.changes.append(MemoryRegister.Change(what: pass.text, by: person, at: at))
      for cover in pass.covers {
        register.changes.append(MemoryRegister.Change(what: cover.text, by: cover.by, at: at))
      }
    }
  }

  private static func keep(
    _ hash: PassphraseHash, of login: String, in register: MemoryRegister
  ) {
    if register.passphrases[SignIn.nobody] == nil {
      register.passphrases[SignIn.nobody] = .ofNobody()
    }
    register.passphrases[login] = hash
    register.attempts["login " + login] = nil
  }
}
