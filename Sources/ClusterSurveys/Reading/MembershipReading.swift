internal import DataFiles
internal import KnowledgeNetworks

extension StudyFile {
  /// Reads who takes part in what: every row becomes a membership or is set aside.
  mutating func memberships(_ roster: inout Roster) throws(BuzzlineError) -> [Memberships.Membership] {
    let group = try headings.requiredColumn("group")
    let member = try headings.requiredColumn("member")
    let role = try headings.column("role")
    var memberships: [Memberships.Membership] = []
    var known: [Memberships.Membership: Int] = [:]
    var named = ListedActors(in: table, &roster)
    for row in 0..<table.rowCount {
      let label = try requiredText(row, group)
      guard let id = try namedActor(row, member) else { continue }
      guard !MissingWord.isMissing(label, isBare: table.isBare(row, group)) else {
        setAside(
          at: table.place(row, group), "missing-group", "'\(label)' under '\(table.headings[group])' names no group.")
        continue
      }
      guard let actor = named.position(of: id, row, member, in: table, &roster) else { continue }
      let isCoordinator = statedText(row, role).map(MembershipRole.isCoordinating) ?? false
      let membership = Memberships.Membership(actor: actor, group: label)
      if let first = known[membership] {
        setAside(
          at: table.place(row), "duplicate-membership",
          "'\(id)' stands in '\(label.excerpt)' a second time"
            + (isCoordinator == memberships[first].isCoordinator ? "." : "; it counts as its coordinator."))
        memberships[first].isCoordinator = memberships[first].isCoordinator || isCoordinator
      } else {
        known[membership] = memberships.count
        memberships.append(Memberships.Membership(actor: actor, group: label, isCoordinator: isCoordinator))
      }
    }
    doubtfulLabels += named.doubtfulLabels(in: self)
    return memberships
  }

  /// Says so where the two ends of ties are called as groups and their members are.
  mutating func noteTwoModes() {
    guard let source = (try? headings.column("source")) ?? nil, let target = (try? headings.column("target")) ?? nil,
      [source, target].contains(headings.known("group")), [source, target].contains(headings.known("member"))
    else { return }
    remark(
      "two-mode-ties",
      "'\(table.headings[source])' and '\(table.headings[target])' look like groups and who takes part in them, but "
        + "were read as the two ends of ties; without these options the file is read as a list of members.")
  }
}

/// What roles in a group are called.
private enum MembershipRole {
  /// Whether somebody of this role coordinates the group, in any letter case.
  static func isCoordinating(_ role: String) -> Bool { coordinating.contains(NormalisedName(role)) }

  private static let coordinating = Set(
    [
      "coordinator", "coordination", "co-ordinator", "project coordinator", "lead", "leader", "lead partner", "host",
      "project leader", "Koordinator", "Koordinatorin", "Koordination", "Projektkoordinator", "Projektleitung",
      "Verbundkoordinator", "Konsortialführer", "Konsortialführung", "Leitung",
    ].map { NormalisedName($0) })
}

extension Survey {
  /// Makes ties of memberships.
  ///
  /// Where a study states ties or claims of its own, memberships make none: what was asked and what was derived are
  /// different networks.
  ///
  /// - Returns: The rule by which ties were made; `nil` where none were.
  /// - Throws: `BuzzlineError` where such a study is asked for ties of memberships, nobody coordinates a group, or
  ///   there may be too many ties for the memory.
  mutating func take(
    _ stated: [Memberships.Membership], amongActors count: Int, workers: Workers
  ) throws(BuzzlineError) -> MembershipTies? {
    let found = try Memberships(actorCount: count, stated)
    memberships = found
    guard ties.isEmpty, claims.isEmpty else {
      guard options.membershipTies == nil else {
        throw BuzzlineError(
          .invalidOptions,
          "--memberships would add ties made of memberships to those that the study states; read the memberships alone."
        )
      }
      return nil
    }
    guard weightMeaning != .distance else {
      throw BuzzlineError(
        .invalidOptions, "Weights of ties made of memberships are strengths, so --weights distance has no meaning.")
    }
    let rule = options.membershipTies ?? .coMembership
    guard rule != .coordinator || found.coordinatedCount > 0 else {
      throw BuzzlineError(
        .invalidOptions, "--memberships coordinator needs a column role in which somebody is called coordinator.")
    }
    isDirected = isDirected && rule.isDirected
    ties = TieList(try found.ties(by: rule, workers: workers))
    return rule
  }

  /// Puts ties made of memberships into an order that does not depend on the rows, and says how they were made.
  mutating func noteMemberships(_ rule: MembershipTies?) {
    guard let memberships else { return }
    let read =
      "Read as a list of members: \(memberships.count) memberships of \(memberships.groupCounts.count { $0 > 0 }) "
      + "actors in \(memberships.groups.count) groups. "
    guard let rule else {
      remarks.append(Remark("memberships", read + "They make no ties beside those that the study states."))
      return
    }
    ties = TieList(isDirected ? Array(ties) : rule.isDirected ? ties.joiningBothWays : ties.map(\.ascending))
    ties.sort { ($0.source, $0.target) < ($1.source, $1.target) }
    let (idle, sort) =
      rule == .coordinator
      ? (memberships.groups.count - memberships.coordinatedCount, "without a coordinator")
      : (memberships.groupSizes.count { $0 == 1 }, "of one member")
    let rest = idle > 0 ? "; \(idle) \(idle == 1 ? "group \(sort) makes" : "groups \(sort) make") no tie." : "."
    remarks.append(Remark("memberships", read + "By the rule '\(rule.rawValue)' \(rule.explanation)" + rest))
  }
}

extension TieList {
  /// The same without direction: a pair tied both ways has one tie of both weights together.
  fileprivate var joiningBothWays: [Tie] {
    var weights: [Tie: Double] = [:]
    for tie in self {
      var pair = tie.ascending
      pair.weight = 1
      weights[pair, default: 0] += tie.weight
    }
    return weights.map { pair, weight in
      var tie = pair
      tie.weight = weight
      return tie
    }
  }
}
