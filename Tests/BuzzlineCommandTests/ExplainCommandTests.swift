import Foundation
import KnowledgeNetworks
import StudyFindings
import TestNetworks
import Testing

/// `buzzline explain`.
@Suite struct ExplainCommandTests {
  private static let knoke = ReferenceFiles.examples.appending(path: "knoke").path

  private static func explain(_ words: String...) throws -> CommandRun { try CommandRun(["explain"] + words) }

  /// The pairs listed are as many as brokerage.csv counts, for every actor in every role.
  @Test func explanationsCountWhatTheTableCounts() throws {
    let table = try CommandRun(["brokerage", Self.knoke, "--group", "textbook_group"])
    let lines = table.output.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let roles = Array(lines[0][2...6])
    #expect(roles == ["coordinator", "itinerant", "gatekeeper", "representative", "liaison"] && lines.count == 11)
    var gatekeepers = 0
    for line in lines.dropFirst() {
      for (role, count) in zip(roles, line[2...6]) {
        let found: RoleExplanation = try Self.explain(
          Self.knoke, line[0], role, "--group", "textbook_group", "--format", "json"
        ).finding()
        #expect(String(found.pairs.count) == count, "\(line[0]) as \(role)")
        if role == "gatekeeper" { gatekeepers += found.pairs.count }
      }
    }
    #expect(gatekeepers == 16)
  }

  @Test func aCardIsPrintedByIdentifierOrName() throws {
    let card = try Self.explain(Self.knoke, "MAYR", "--group", "textbook_group")
    #expect(card.status == 0 && card.output.hasPrefix("Mayor's Office (MAYR, "), "\(card.errors)")
    #expect(card.output.contains("\nWhom to introduce it to: ") || card.output.contains("\nLost without it: "))
    #expect(try Self.explain(Self.knoke, "Mayor's Office", "--group", "textbook_group").output == card.output)
    let read: ActorCard = try Self.explain(
      Self.knoke, "MAYR", "--group", "textbook_group", "--format", "json"
    ).finding()
    #expect(read.text == card.output)
    let rows = try Self.explain(Self.knoke, "MAYR", "--group", "textbook_group", "--format", "csv")
    #expect(rows.output.hasPrefix("id,about,text,statement,population,size\nMAYR,Role,"))
  }

  @Test func theRowsBehindATieAreThoseOfTheFile() throws {
    let study = ReferenceFiles.examples.appending(path: "interspin")
    let claims = try String(contentsOf: study.appending(path: "claims.csv"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let found: RoleExplanation = try CommandRun([
      "explain", study.path, "A091", "liaison", "--group", "cluster", "--wave", "1", "--format", "json",
    ]).finding()
    let rows = found.ties.flatMap { tie in tie.rows.map { (tie: tie, row: $0) } }
    #expect(found.ties.allSatisfy { !$0.rows.isEmpty })
    for (tie, row) in rows {
      let cells = claims[try #require(row.row) - 1].split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells[0] == tie.wave ?? "" && cells[1] == row.respondent && cells[2] == row.item)
      #expect(Set([String(cells[1]), String(cells[3])]) == Set([tie.giver.id, tie.receiver.id]))
      #expect(cells[6] == row.answer)
    }
  }

  @Test func whatIsWrongIsSaid() throws {
    let nobody = try Self.explain(Self.knoke, "MAYOR")
    #expect(nobody.status == 64 && nobody.errors.contains("There is no actor 'MAYOR'."), "\(nobody.errors)")
    let role = try Self.explain(Self.knoke, "MAYR", "gatekeper")
    #expect(role.status == 64 && role.errors.contains("There is no role 'gatekeper'. Did you mean 'gatekeeper'?"))
    #expect(try Self.explain(Self.knoke).status == 64)
    let group = try Self.explain(Self.knoke, "MAYR", "liaison", "--group", "textbok_group")
    #expect(group.status == 64 && group.errors.contains("textbook_group"))
  }

  @Test func filesMayBeNamedOneByOne() throws {
    let files = ["actors.csv", "ties.csv"].map { Self.knoke + "/" + $0 }
    let run = try CommandRun(["explain"] + files + ["MAYR", "consultant", "--group", "textbook_group"])
    #expect(run.status == 0 && run.output.contains("pairs as itinerant"), "\(run.errors)")
  }
}
