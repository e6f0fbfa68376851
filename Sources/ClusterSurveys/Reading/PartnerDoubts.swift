internal import DataFiles
internal import KnowledgeNetworks

/// The partners in claims that are no actors: a remark for groups and one for free text, each label with its lines and
/// what was made of it.
struct PartnerDoubts {
  private var groups = Labels()
  private var texts = Labels()

  /// Labels, each with the group it counts as and the rows that have it.
  private struct Labels {
    var count = 0
    var rows: [String: [Int]] = [:]
    var meant: [String: String] = [:]

    mutating func add(_ label: String, _ row: Int, as word: String) {
      count += 1
      rows[label, default: []].append(row)
      meant[label] = word
    }
  }

  /// Collects the labels of claims in the order of their rows.
  init(_ claims: [(claim: Claim, row: Int)], in file: StudyFile, column: Int) {
    for (claim, row) in claims {
      guard let label = file.table.text(row, column) else { continue }
      switch claim.partner {
      case .actor: break
      case .group(let group): groups.add(label, row, as: group)
      case .text(let text): texts.add(label, row, as: text)
      }
    }
    self.column = column
  }

  private let column: Int

  /// Adds the remarks.
  func note(in file: inout StudyFile, _ roster: Roster) {
    if groups.count > 0 {
      file.remark(
        "group-partner",
        "Claims that name a group of actors: \(groups.count) (\(list(groups))). "
          + "They are evidence about kinds and make no ties.",
        instances: instances(groups, in: file) { "counts as the group '\(groups.meant[$0] ?? $0)'" })
    }
    if texts.count > 0 {
      let nearest = NearestActors(to: sorted(texts), among: roster.actors)
      file.remark(
        "text-partner",
        "Claims that name words of no known actor or group: \(texts.count) (\(list(texts))). They make no ties.",
        instances: instances(texts, in: file) { "is kept as text; " + Self.meaning(of: $0, nearest, roster) })
    }
  }

  private func sorted(_ labels: Labels) -> [String] { labels.rows.keys.sorted(by: NaturalOrder.precedes) }

  private func list(_ labels: Labels) -> String { sorted(labels).quotedList }

  private func instances(_ labels: Labels, in file: StudyFile, _ made: (String) -> String) -> [Remark.Instance] {
    sorted(labels).map { label in
      let rows = labels.rows[label] ?? []
      let others = rows.dropFirst().prefix(20).map { "\(file.table.place($0).line ?? 0)" }.joined(separator: ", ")
      let more = rows.count > 21 ? " and \(rows.count - 21) more" : ""
      let also = rows.count > 1 ? " (also in line \(others)\(more))" : ""
      return Remark.Instance(
        "'\(label.madeVisible)' \(made(label))\(also)", at: file.inThisFile(file.table.place(rows[0], column)))
    }
  }

  /// What a label that was kept as text may mean.
  private static func meaning(of label: String, _ nearest: NearestActors, _ roster: Roster) -> String {
    let parts = label.split { ";,/|+&".contains($0) }.map { String($0).trimmed }
    if parts.count > 1, parts.allSatisfy({ roster.position(of: $0) != nil }) {
      return "it seems to name several actors (\(parts.quotedList)), each of which needs a row of its own"
    }
    guard let actor = nearest.actor(near: label) else { return "no actor is near" }
    let (id, name) = (roster.actors[actor].id, roster.actors[actor].name)
    return "nearest is the actor '\(name.madeVisible)'" + (name == id ? "" : " (\(id))")
  }
}
