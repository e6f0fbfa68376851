internal import DataFiles
internal import KnowledgeNetworks

/// How the rows of a plain file of ties are laid out: two columns name the ends, and none says more of a tie.
struct TieLayout: Sendable {
  let heading: PlainHeading
  let source: Int
  let target: Int

  /// The columns of the two ends, if this is a file of ties and no column says more of a tie.
  init?(_ heading: PlainHeading, role: FileRole?, options: ReadingOptions) {
    let table = heading.table
    guard let role = try? role ?? StudyFile.role(of: table, options), role == .ties,
      let source = try? StudyFile.column("source", in: table, options),
      let target = try? StudyFile.column("target", in: table, options), source != target,
      options.weightColumn == nil,
      ["weight", "topic", "channel", "wave", "type"].allSatisfy({ KnownHeadings.column($0, in: table.headings) == nil })
    else { return nil }
    (self.heading, self.source, self.target) = (heading, source, target)
  }

  /// Whether the headings of both ends are among the actors, as where files were put one behind the other.
  func namesHeading(_ ids: [String]) -> Bool {
    let (one, other) = (heading.table.headings[source], heading.table.headings[target])
    return ids.contains(one) && ids.contains(other)
  }
}
