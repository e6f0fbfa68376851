import DataFiles
import Foundation
import Testing

/// Turning every tie round swaps gatekeeper and representative, and nothing else.
@Suite struct DirectionTests {
  @Test(arguments: ["sector", "textbook_group"]) func reversalSwapsGatekeeperAndRepresentative(_ group: String) throws {
    let straight = try brokerage([], group)
    let turned = try brokerage(["--source-column", "target", "--target-column", "source"], group)
    let swapped = ["gatekeeper": "representative", "representative": "gatekeeper"]
    for heading in straight.headings {
      let parts = heading.split(separator: "_")
      let role = parts.last.map(String.init) ?? heading
      let other = (parts.dropLast().map { $0 + "_" }.joined()) + (swapped[role] ?? role)
      let column = try #require(straight.column(heading))
      let counterpart = try #require(turned.column(other))
      for row in 0..<straight.rowCount {
        #expect(straight.text(row, column) == turned.text(row, counterpart), "\(heading) of row \(row)")
      }
    }
  }

  private func brokerage(_ options: [String], _ group: String) throws -> CSVTable {
    let run = try CommandRun(
      ["brokerage", knoke + "/ties.csv", "--actors", knoke + "/actors.csv", "--group", group, "--null"] + options)
    try #require(run.status == 0, "\(run.errors)")
    return try CSVTable(Array(run.output.utf8), file: "standard output")
  }
}
