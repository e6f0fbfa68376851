internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// The actors that exports describe or that rosters name.
struct MappedRoster {
  private var order: [(id: String, place: Place)] = []
  private var described: [String: [String: String]] = [:]
  private var headings: [String] = []
  private var differing: [Remark.Instance] = []
  private var partners: [(id: String, place: Place)] = []

  mutating func take(_ export: ExportReader, _ source: SourceMapping) {
    for (heading, _) in source.attributes where !headings.contains(heading) { headings.append(heading) }
    for (id, place) in export.actors {
      if described[id] == nil { order.append((id, place)) }
      described[id, default: [:]].merge(export.described[id] ?? [:]) { first, _ in first }
    }
    partners += export.rosterPartners
    differing += export.differing.map { Remark.Instance("'\($0.actor)' under '\($0.heading)'", at: $0.place) }
  }

  /// The actor file; `nil` where nothing describes actors, so that they are whoever is named.
  mutating func table(for mapping: SurveyMapping) -> CSVTable? {
    guard mapping.actors == nil, !headings.isEmpty else { return nil }
    // Whom a description calls so is that actor.
    let names = Set(described.values.compactMap { $0["name"] })
    for (id, place) in partners where described[id] == nil && !names.contains(id) {
      described[id] = [:]
      order.append((id, place))
    }
    let columns = headings.filter { $0 != "id" }
    return CSVTable(
      made: ["id"] + columns, rows: order.map { id, _ in [id] + columns.map { described[id]?[$0] ?? "" } },
      places: order.map(\.place), file: mapping.url.relativePath)
  }

  var remarks: [Remark] {
    guard !differing.isEmpty else { return [] }
    return [
      Remark(
        "differing-description",
        "\(differing.count) times a row describes an actor otherwise than an earlier one; the first counts.",
        instances: differing)
    ]
  }
}
