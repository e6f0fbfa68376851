internal import DataFiles
internal import KnowledgeNetworks

/// The actors that a list of ties or of members names: by identifier, and in a list that a mapping makes also by name,
/// as partners in claims are.
struct ListedActors {
  private let resolver: PartnerResolver?
  /// Where actors are called by a name that is spelt otherwise than theirs, with how many rows do.
  private var respelt: [String: (actor: Int, row: Int, column: Int, count: Int)] = [:]

  init(in table: CSVTable, _ roster: inout Roster) {
    guard table.isMade, roster.isClosed else {
      resolver = nil
      return
    }
    roster.index()
    resolver = PartnerResolver(roster)
  }

  /// The position of the actor that a cell names; `nil` if it must exist but does not.
  mutating func position(
    of label: String, _ row: Int, _ column: Int, in table: CSVTable, _ roster: inout Roster
  ) -> Int? {
    guard let position = resolver?.actor(called: label, in: roster) else {
      return roster.position(of: label, named: table.place(row, column))
    }
    if roster.actors[position].name != label, roster.position(of: label) == nil {
      respelt[label, default: (position, row, column, 0)].count += 1
    }
    return position
  }

  /// The labels that a person should look at, since they are spelt otherwise than the names they are taken for.
  func doubtfulLabels(in file: StudyFile) -> [DoubtfulLabel] {
    respelt.sorted { NaturalOrder.precedes($0.key, $1.key) }.map { label, found in
      DoubtfulLabel(
        label: label, partner: .actor(found.actor),
        place: file.inThisFile(file.table.place(found.row, found.column)), count: found.count)
    }
  }
}
