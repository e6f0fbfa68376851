import DataFiles
import Foundation
import NetworkMeasures
import TestNetworks
import Testing

/// The command against R igraph, R sna and networkx on the networks of the reference drawer.
@Suite struct ReferenceDrawerTests {
  @Test(arguments: [
    ("directed12", []), ("undirected15", ["--undirected"]), ("weighted14", []), ("islands16", []), ("clusters60", []),
    ("knoke10", []), ("weighted14_strength", ["--weights", "strength"]),
    ("weighted14_distance", ["--weights", "distance"]),
  ])
  func measuresEqualTheirs(_ name: String, _ options: [String]) throws {
    for program in ["igraph", "networkx"] {
      let reference = try Reference("\(program)/\(name)_actors.csv")
      let measures = reference.table.headings.filter { Measure(rawValue: $0) != nil }
      let ours = try Reference(
        running: ["measures"] + study(name) + options + ["--measure", measures.joined(separator: ",")])
      for measure in measures {
        try ours.expect(measure.replacing("-", with: "_"), equals: measure, of: reference, key: "actor")
      }
    }
  }

  @Test(arguments: [
    ("directed12", "kind"), ("undirected15", "kind"), ("weighted14", "kind"), ("islands16", "kind"),
    ("clusters60", "kind"), ("clusters60", "cluster"), ("clusters60", "country"), ("knoke10", "sector"),
    ("knoke10", "textbook_group"),
  ])
  func brokerageEqualsTheirs(_ name: String, _ group: String) throws {
    let reference = try Reference("sna/\(name)_brokerage_\(group).csv")
    let isDirected = name != "undirected15"
    let ours = try Reference(
      running: ["brokerage"] + study(name) + ["--group", group]
        + (isDirected ? ["--null", "--draws", "9"] : ["--undirected"]))
    let roles = ["coordinator", "itinerant", "gatekeeper", "representative", "liaison", "total"]
    for role in roles {
      // sna's expectations hold for directed ties only; it has none for those without direction.
      for prefix in isDirected ? ["", "expected_", "sd_", "z_"] : [""] {
        try ours.expect(prefix + role, equals: prefix + role, of: reference, key: "actor")
      }
    }
  }

  private func study(_ name: String) -> [String] {
    let base = name.split(separator: "_").first.map(String.init) ?? name
    let folder = ReferenceFiles.drawer.appending(path: "networks")
    return [
      folder.appending(path: "\(base)_ties.csv").path, "--actors", folder.appending(path: "\(base)_actors.csv").path,
    ]
  }
}

/// A table of numbers by actor.
private struct Reference {
  let table: CSVTable

  /// A file of the drawer.
  init(_ path: String) throws {
    let file = ReferenceFiles.drawer.appending(path: path)
    table = try CSVTable(Array(try Data(contentsOf: file)), file: path)
  }

  /// What the command prints.
  init(running arguments: [String]) throws {
    let run = try CommandRun(arguments)
    try #require(run.status == 0, "\(run.errors)")
    table = try CSVTable(Array(run.output.utf8), file: "standard output")
  }

  /// Every number equals the other's to 1e-9, and the same actors are undefined.
  func expect(_ column: String, equals other: String, of reference: Reference, key: String) throws {
    let mine = try #require(table.column(column), "\(column)")
    let theirs = try #require(reference.table.column(other), "\(other)")
    let keys = try #require(table.column(key))
    try #require(table.rowCount == reference.table.rowCount)
    let rows = Dictionary(uniqueKeysWithValues: (0..<table.rowCount).map { (table.text($0, keys), $0) })
    for row in 0..<reference.table.rowCount {
      let id = reference.table.text(row, 0)
      let own = table.text(try #require(rows[id]), mine).flatMap(Double.init)
      let expected = reference.table.text(row, theirs).flatMap(Double.init)
      let isEqual =
        if let own, let expected { abs(own - expected) <= 1e-9 * max(1, abs(expected)) } else { own == expected }
      #expect(
        isEqual || Self.followsUCINET(column, own, networkx: expected),
        "\(column) of \(id ?? ""): \(String(describing: own)), they say \(String(describing: expected))")
    }
  }

  /// Where UCINET, whose conventions we keep, and networkx part: an isolate has effective size 0 or none, and with a
  /// single contact constraint inside the ego-network is not defined or 1.
  private static func followsUCINET(_ column: String, _ own: Double?, networkx: Double?) -> Bool {
    (column.hasPrefix("effective_size") && own == 0 && networkx == nil)
      || (column == "constraint_ego" && own == nil && networkx == 1)
  }
}
