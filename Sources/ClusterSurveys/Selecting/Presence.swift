internal import DataFiles
internal import KnowledgeNetworks

/// Who belongs to the study in which wave; without statements, everyone in all.
public struct Presence: Hashable, Sendable {
  /// What stands for the wave of a study that names none.
  static let unnamed = ""
  /// The waves in which an actor, by roster position, does not belong to the study.
  private var absences: [Int: Set<String>] = [:]

  /// Everyone, in all waves.
  public init() {}

  /// Whether nobody is ever absent.
  var isEveryoneAlways: Bool { absences.isEmpty }

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
    guard !isEveryoneAlways else { return self }
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
    if !known.isEmpty {
      for (column, heading) in columns { try readPresence(in: column, under: heading, known) }
    }
    if !presence.isEveryoneAlways { noteAbsentees() }
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
          "no-waves", "No cell under '\(heading.excerpt)' names a wave of the study; it is kept as a further column."
        ))
      return
    }
    for (actor, words) in stated {
      if let other = words.first(where: { !known.contains($0) }) {
        throw BuzzlineError(
          .invalidValue, at: place(of: actor, under: heading),
          "'\(other.excerpt)' under '\(heading)' is no wave of the study; they are \(known.listed(20)).")
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
    let listed = cell.split { ",;|".contains($0) }.map { String($0).trimmed }
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
