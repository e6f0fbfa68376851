internal import KnowledgeNetworks

extension Survey {
  /// Reads how many sources outside actors state, by range: from the columns `pipelines_regional`, `pipelines_national`
  /// and `pipelines_international` of the actor file.
  ///
  /// An empty cell states nothing, which is not 0. Where the file has no such column nothing is looked at.
  ///
  /// - Parameter headings: Those of the actor file.
  /// - Throws: ``BuzzlineError`` at a cell that is no whole number, or one below 0 or above ``PipelineCounts/largest``.
  mutating func readStatedPipelines(under headings: [String]) throws(BuzzlineError) {
    var isRead = false
    for range in PipelineCounts.ranges {
      let word = "pipelines_" + range.rawValue
      guard let heading = headings.first(where: { $0 == word }) ?? headings.first(where: { $0.lowercased() == word })
      else { continue }
      try readStatedPipelines(of: range, under: heading)
      isRead = true
    }
    if isRead { noteStatedPipelines() }
  }

  private mutating func readStatedPipelines(of range: PipelineRange, under heading: String) throws(BuzzlineError) {
    for actor in actors.indices {
      guard let text = actors[actor].attributes[heading] else { continue }
      guard let count = Self.sources(text) else {
        throw BuzzlineError(
          .invalidValue, at: place(of: actor, under: heading),
          "'\(text.excerpt)' under '\(heading)' is no number of sources, which is a whole number from 0 to "
            + "\(PipelineCounts.largest).")
      }
      var counts = actors[actor].statedPipelines ?? PipelineCounts()
      counts[range] = count
      actors[actor].statedPipelines = counts
      actors[actor].attributes[heading] = nil
    }
  }

  /// The number that a cell states: digits, which may be followed by a decimal sign and a zero or two, as programs
  /// write whole numbers of a column with empty cells.
  private static func sources(_ text: String) -> Int? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard parts[0].utf8.allSatisfy(digits.contains), parts.count == 1 || parts[1] == "0" || parts[1] == "00",
      let count = Int(parts[0]), count <= PipelineCounts.largest
    else { return nil }
    return count
  }

  /// Says who states how much, and where it counts.
  private mutating func noteStatedPipelines() {
    let stated = actors.filter(\.isMember).compactMap(\.statedPipelines)
    let outsiders = actors.count { !$0.isMember && $0.statedPipelines != nil }
    if outsiders > 0 {
      remarks.append(
        Remark(
          "stated-pipelines", "\(outsiders) outsiders state sources outside as counts, which are not counted."))
    }
    guard !stated.isEmpty else { return }
    let ranges = PipelineCounts.ranges.map { range in
      "\(stated.reduce(0) { $0 + ($1[range] ?? 0) }) \(range.rawValue)"
    }
    remarks.append(
      Remark(
        "stated-pipelines",
        "\(stated.count) actors state \(stated.reduce(0) { $0 + $1.total }) sources outside as counts "
          + "(\(ranges.listed(ranges.count))). They count as incoming pipelines of the actor in shares by range, "
          + "pipeline gatekeepers, cognitive positions and what groups let in, in every wave, and nowhere else; where "
          + "the data also name givers of that range, the larger of the two numbers counts."))
  }

  /// Keeps of what actors state as counts what a selection names.
  mutating func selectStatedPipelines(by selection: StudySelection) {
    guard actors.contains(where: { $0.statedPipelines != nil }) else { return }
    let isOfLayers = !selection.topics.isEmpty || !selection.channels.isEmpty
    let scopes = selection.scopes.isEmpty ? nil : selection.scopes
    let kept = actors.map { $0.inPart(scopes: scopes, isOfLayers: isOfLayers) }
    guard !zip(actors, kept).allSatisfy({ $0.statedPipelines == $1.statedPipelines }) else { return }
    actors = kept
    remarks.append(
      Remark(
        "selection",
        isOfLayers
          ? "Sources that actors state as counts have no topic and no channel and are left out."
          : "Sources that actors state as counts are left out where their range is not selected."))
  }
}
