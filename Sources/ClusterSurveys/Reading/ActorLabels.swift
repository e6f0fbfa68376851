internal import DataFiles
internal import KnowledgeNetworks

/// The labels in a column of the actor file that make groups.
struct ActorLabels {
  private let column: ActorColumn
  /// Every label once, ascending.
  private let labels: [String]
  private let workers: Workers

  /// The labels of kinds, clusters, regions and countries.
  ///
  /// - Complexity: O(*n*) time for *n* actors, and what sorting the labels takes.
  static func all(of roster: Roster, workers: Workers) -> [ActorLabels] {
    zip([ActorColumn.kind, .cluster, .region, .country], roster.labels).map { column, known in
      let all = known ?? labels(of: roster.actors, in: column, workers: workers)
      return ActorLabels(column: column, labels: all.sorted(by: NaturalOrder.precedes), workers: workers)
    }
  }

  private static func labels(of actors: [NetworkActor], in column: ActorColumn, workers: Workers) -> Set<String> {
    let blockSize = 1 << 14
    let parts = workers.finished((actors.count + blockSize - 1) / blockSize) { block in
      labels(of: actors[block * blockSize..<min(actors.count, (block + 1) * blockSize)], in: column)
    }
    return parts.reduce(into: []) { $0.formUnion($1) }
  }

  private static func labels(of actors: ArraySlice<NetworkActor>, in column: ActorColumn) -> Set<String> {
    var labels: Set<String> = []
    // Neighbours often share their label.
    var last: String?
    for actor in actors {
      guard let label = column.value(of: actor), label != last else { continue }
      labels.insert(label)
      last = label
    }
    return labels
  }

  /// What is doubtful about them.
  func remarks(in files: StudyFiles) -> [Remark] {
    let groups = NearEqualNames(labels.count, workers: workers) { labels[$0] }.groups
    let alike = groups.map { $0.map { labels[$0] } }
    let doubtful = labels.filter(MissingWord.isDoubtful)
    let places = files.places(of: Set(alike.joined()).union(doubtful)) { file in
      file.role == .actors ? [(try? file.column(column.name)) ?? nil].compactMap(\.self) : []
    }
    var remarks: [Remark] = []
    if !alike.isEmpty {
      remarks.append(
        Remark(
          "near-equal-labels",
          "Labels under '\(column.name)' that count as different though they differ only in "
            + "\(NearEqualNames.differences): \(alike.quotedGroups).",
          instances: alike.joined().instances(at: places)))
    }
    if !doubtful.isEmpty {
      remarks.append(
        Remark(
          "doubtful-label",
          "Labels under '\(column.name)' that count as groups though they look as if nothing was known: "
            + "\(doubtful.quotedList); an empty cell or a bare NA says so.", instances: doubtful.instances(at: places)))
    }
    return remarks
  }
}
