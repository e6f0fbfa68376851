internal import DataFiles
internal import KnowledgeNetworks

/// Doubts about the names of a whole study: identifiers and labels that may mean the same, identifiers that a
/// spreadsheet rounded, labels that may say that nothing is known.
struct NameDoubts {
  private let roster: Roster
  private let nearEqual: [[String]]
  private let rounded: [String]
  private let labels: [ActorLabels]

  /// - Complexity: O(*n* *l*) time for *n* actors with names of *l* bytes; O(*n*) space.
  init(_ roster: Roster, workers: Workers) {
    let actors = roster.actors
    self.roster = roster
    let found = NearEqualNames(actors.count, workers: workers) { actors[$0].id }
    nearEqual = found.groups
      .map { group in group.map { actors[$0].id }.sorted(by: NaturalOrder.precedes) }
      .filter { !Self.areToldApart($0, by: roster.aliases) }
      .sorted { NaturalOrder.precedes($0[0], $1[0]) }
    rounded =
      found.letters.contains(.other) ? actors.map(\.id).filter(\.looksRounded).sorted(by: NaturalOrder.precedes) : []
    labels = roster.isClosed ? ActorLabels.all(of: roster, workers: workers) : []
  }

  /// The remarks, names with their places in the files.
  func remarks(in files: StudyFiles) -> [Remark] {
    let ids = Set(nearEqual.joined()).union(rounded)
    let places = files.places(of: ids) { $0.actorColumns }
    return identifierRemarks(places) + labels.flatMap { $0.remarks(in: files) }
  }

  private func identifierRemarks(_ places: [String: Place]) -> [Remark] {
    var remarks: [Remark] = []
    if !nearEqual.isEmpty {
      remarks.append(
        Remark(
          "near-equal-names",
          "Kept apart though they differ only in \(NearEqualNames.differences): \(nearEqual.quotedGroups).",
          instances: nearEqual.joined().instances(at: places), remedy: roster.isClosed ? [] : aliasLines))
    }
    if !rounded.isEmpty {
      remarks.append(
        Remark(
          "rounded-identifier",
          "Identifiers that look as if a spreadsheet had rounded them, so that different actors may have become one: "
            + "\(rounded.quotedList).", instances: rounded.instances(at: places)))
    }
    return remarks
  }

  /// The lines of an aliases file that would join near-equal identifiers.
  private var aliasLines: [String] {
    ["label,actor"]
      + nearEqual.flatMap { group -> [String] in
        let actor = Self.plainest(of: group)
        return group.filter { $0 != actor }.map { $0.asCell + "," + actor.asCell }
      }
  }

  /// The spelling to keep: in small and capital letters if there is one, then the shortest, then the first.
  private static func plainest(of group: [String]) -> String {
    let mixed = group.filter { $0 != $0.lowercased() && $0 != $0.uppercased() }
    return (mixed.isEmpty ? group : mixed).min { $0.count < $1.count } ?? group[0]
  }

  /// Whether somebody said of every two of them that they are different.
  private static func areToldApart(_ group: [String], by aliases: Aliases) -> Bool {
    group.indices.allSatisfy { one in
      group[..<one].allSatisfy { aliases.excludes($0, for: group[one]) || aliases.excludes(group[one], for: $0) }
    }
  }
}

extension String {
  /// Whether this is a long number as a spreadsheet shows it, `1.29403E+18`.
  fileprivate var looksRounded: Bool {
    guard let first = utf8.first, first &- 0x30 < 10, let mark = utf8.firstIndex(of: UInt8(ascii: "+")) else {
      return false
    }
    return wholeMatch(of: /[0-9](?:[.,][0-9]+)?[Ee]\+[0-9]+/) != nil && mark > startIndex
  }

  /// The text as a cell between commas, in quotes where it needs them.
  fileprivate var asCell: String {
    let isPlain = self == trimmed && !contains { ",;\"\n\r\t|".contains($0) }
    return isPlain ? self : "\"" + replacing("\"", with: "\"\"") + "\""
  }
}
