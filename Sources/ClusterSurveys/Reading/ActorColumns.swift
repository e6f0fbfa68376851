internal import DataFiles
internal import KnowledgeNetworks

/// Which column of the actor file is which.
struct ActorColumns: Sendable {
  let id: Int
  let name: Int?
  let kind: Int?
  let cluster: Int?
  let region: Int?
  let country: Int?
  /// Columns kept as attributes, with their headings: all but the canonical ones.
  let attributes: [(column: Int, heading: String)]

  /// Finds the columns.
  ///
  /// - Parameter column: Tells the column of a canonical word.
  init(
    id: Int, of table: CSVTable, column: (String) throws(BuzzlineError) -> Int?
  ) throws(BuzzlineError) {
    self.id = id
    name = try column("name")
    kind = try column("kind")
    cluster = try column("cluster")
    region = try column("region")
    country = try column("country")
    let words = KnownHeadings.words(of: .actors)
    attributes = table.headings.enumerated().filter { !$1.isEmpty && !words.contains($1.lowercased()) }.map { ($0, $1) }
  }
}
