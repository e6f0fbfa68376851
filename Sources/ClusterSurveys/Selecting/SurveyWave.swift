internal import KnowledgeNetworks

/// One wave of a study: what was asked and said in it, of the actors that belonged to the study then.
public struct SurveyWave: Sendable {
  /// The wave; `nil` where the study does not tell waves apart.
  public let name: String?
  /// The actors, claims, responses and ties of that wave.
  public let survey: Survey

  /// All waves of a study taken together as one, called `all` where there are several.
  ///
  /// A pair tied in one wave and a pair tied in another then belong to the same network.
  public init(pooling survey: Survey) { self.init(name: survey.waves.count > 1 ? "all" : nil, survey: survey) }

  init(name: String?, survey: Survey) { (self.name, self.survey) = (name, survey) }
}

extension Survey {
  /// The waves that claims, responses and ties state, ascending, numbers in them by their size.
  ///
  /// - Complexity: O(*c* + *w* log *w*) time for *c* claims, responses and ties in *w* waves.
  public var waves: [String] {
    var waves = Set(claims.lazy.compactMap(\.wave)).union(responses.lazy.compactMap(\.wave))
    waves.formUnion(answersElsewhere.lazy.compactMap(\.question.wave))
    if ties.plain == nil { waves.formUnion(ties.lazy.compactMap(\.wave)) }
    return waves.sorted(by: NaturalOrder.precedes)
  }

  /// How many claims and given ties state no wave.
  public var rowsWithoutWave: Int { claims.count { $0.wave == nil } + ties.count { $0.wave == nil } }

  /// The study cut into its waves, ascending; the whole study, unnamed, where it states fewer than two.
  ///
  /// Each wave is a network of its own: a pair that was tied in one and not in the other is never joined. The roster of
  /// a wave is those who belonged to the study then. Rows that state no wave are in none of several.
  ///
  /// - Complexity: O(*w* (*n* + *c*)) time and O(*w* *n* + *c*) space for *w* waves, *n* actors and *c* claims, responses
  ///   and ties.
  public func byWave() -> [SurveyWave] {
    let all = wavesOfStudy ?? waves
    guard all.count > 1 else { return [SurveyWave(name: nil, survey: presentIn(all.first))] }
    let unstated = rowsWithoutWave
    return all.map { wave in
      var part = part(waves: [wave]).survey
      if unstated > 0 {
        part.remarks.append(
          Remark("no-wave", "\(unstated) claims and ties state no wave and are in the network of none."))
      }
      return SurveyWave(name: wave, survey: part)
    }
  }

  /// The study of one wave, or of none, without the actors that do not belong to it.
  private func presentIn(_ wave: String?) -> Survey {
    let absent = Set(actors.indices.filter { !presence.includes($0, in: wave ?? Presence.unnamed) })
    guard !absent.isEmpty else { return self }
    let ids = Set(absent.map { actors[$0].id })
    return part(waves: nil, keepsActor: { !ids.contains($0.id) }).survey
  }
}

/// Who belongs to the study in which wave; without statements, everyone in all.
public struct Presence: Hashable, Sendable {
  /// What stands for the wave of a study that names none.
  static let unnamed = ""
  /// The waves in which an actor, by roster position, does not belong to the study.
  private var absences: [Int: Set<String>] = [:]

  /// Everyone, in all waves.
  public init() {}

  /// Says that an actor does not belong to the study in a wave.
  public mutating func exclude(_ actor: Int, from wave: String) { absences[actor, default: []].insert(wave) }

  /// Whether an actor belongs to the study in a wave.
  public func includes(_ actor: Int, in wave: String) -> Bool { absences[actor]?.contains(wave) != true }

  /// Whether an actor belongs to the study in any of the waves; `nil` stands for all there are.
  func includes(_ actor: Int, in waves: Set<String>?) -> Bool {
    guard let waves, let absent = absences[actor] else { return true }
    return !waves.isSubset(of: absent)
  }

  /// The presence of some actors, in their new positions.
  func of(_ actors: [Int]) -> Presence {
    guard !absences.isEmpty else { return self }
    var moved = Presence()
    for (new, old) in actors.enumerated() { moved.absences[new] = absences[old] }
    return moved
  }
}

extension Survey {
  /// Reads who belongs to the study when: from the columns `waves`, `from` and `until` of the actor file, and from
  /// responses that say `not_member`.
  ///
  /// A column of such a heading in which no cell names a wave is about something else.
  ///
  /// - Parameter headings: Those of the actor file.
  /// - Throws: ``BuzzlineError`` at a cell that names no wave of the study where others do.
  mutating func readPresence(under headings: [String]) throws(BuzzlineError) {
    for response in responses where response.status == .notMember {
      presence.exclude(response.respondent, from: response.wave ?? Presence.unnamed)
    }
    let columns = PresenceColumn.allCases.flatMap { column in
      headings.filter { $0.lowercased() == column.rawValue }.map { (column: column, heading: $0) }
    }
    let known = columns.isEmpty ? [] : waves
    guard !known.isEmpty else { return }
    for (column, heading) in columns { try readPresence(in: column, under: heading, known) }
    noteAbsentees()
  }

  /// Says which claims and ties name an actor that does not belong to the study in their wave; they are in no wave's network.
  private mutating func noteAbsentees() {
    func isPresent(_ actor: Int, _ wave: String?) -> Bool { presence.includes(actor, in: wave ?? Presence.unnamed) }
    let claims = claims.filter { claim in
      guard case .actor(let partner) = claim.partner else { return !isPresent(claim.respondent, claim.wave) }
      return !isPresent(claim.respondent, claim.wave) || !isPresent(partner, claim.wave)
    }
    let ties = ties.plain == nil ? ties.count { !isPresent($0.source, $0.wave) || !isPresent($0.target, $0.wave) } : 0
    guard claims.count + ties > 0 else { return }
    let instances = claims.sorted { ($0.place.line ?? 0) < ($1.place.line ?? 0) }.map { claim in
      Remark.Instance("a claim of '\(actors[claim.respondent].id)' in wave \(claim.wave ?? "")", at: claim.place)
    }
    remarks.append(
      Remark(
        "absent-actor",
        "\(claims.count + ties) claims and ties name an actor that does not belong to the study in their wave, and are in "
          + "the network of none.", instances: instances))
  }

  private mutating func readPresence(
    in column: PresenceColumn, under heading: String, _ known: [String]
  ) throws(BuzzlineError) {
    let stated = actors.indices.compactMap { actor in
      actors[actor].attributes[heading].map { (actor: actor, words: column.words(of: $0, among: known)) }
    }
    guard !stated.isEmpty else { return }
    guard stated.contains(where: { $0.words.contains(where: known.contains) }) else {
      remarks.append(
        Remark(
          "no-waves", "No cell under '\(heading.prefix(60))' names a wave of the study; it is kept as a further column."
        ))
      return
    }
    for (actor, words) in stated {
      if let other = words.first(where: { !known.contains($0) }) {
        throw BuzzlineError(
          .invalidValue, at: place(of: actor, under: heading),
          "'\(other.prefix(60))' under '\(heading)' is no wave of the study; they are \(known.listed(20)).")
      }
      for wave in known where !column.includes(wave, words, among: known) { presence.exclude(actor, from: wave) }
    }
    for actor in actors.indices { actors[actor].attributes[heading] = nil }
  }
}

/// A column of the actor file that tells when an actor belongs to the study.
private enum PresenceColumn: String, CaseIterable {
  /// All its waves.
  case waves
  /// The first of them.
  case from
  /// The last.
  case until

  /// The waves a cell names: one as it stands, else several between commas, semicolons or bars, else between blanks.
  func words(of cell: String, among known: [String]) -> [String] {
    guard self == .waves, !known.contains(cell) else { return [cell] }
    let listed = cell.split { ",;|".contains($0) }.map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return listed.allSatisfy(known.contains) ? listed : cell.split { " ,;|".contains($0) }.map(String.init)
  }

  func includes(_ wave: String, _ words: [String], among known: [String]) -> Bool {
    let (place, first) = (known.firstIndex(of: wave) ?? 0, words.first.flatMap(known.firstIndex(of:)) ?? 0)
    return switch self {
    case .waves: words.contains(wave)
    case .from: place >= first
    case .until: place <= first
    }
  }
}
