internal import DataFiles
internal import KnowledgeNetworks

/// How the rows of a plain actor file are laid out.
struct ActorLayout: Sendable {
  let heading: PlainHeading
  let columns: ActorColumns

  /// Finds the columns, if this is an actor file.
  init?(_ heading: PlainHeading, role: FileRole?, options: ReadingOptions) {
    let table = heading.table
    guard let role = try? role ?? StudyFile.role(of: table, options), role == .actors,
      let id = try? StudyFile.column("id", in: table, options),
      let columns = try? ActorColumns(
        id: id, of: table, column: { word throws(BuzzlineError) in try StudyFile.column(word, in: table, options) })
    else { return nil }
    (self.heading, self.columns) = (heading, columns)
  }
}
