import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

@Suite struct ActorLoadingTests {
  private func study(_ file: RandomActorFile) throws -> StudyFolder {
    let folder = try StudyFolder(file.files)
    try Data(file.actors).write(to: folder.url.appending(path: "actors.csv"))
    return folder
  }

  @Test func fastAndCarefulReadersAgree() throws {
    var (plain, refused, errors, shared, ordered) = (0, 0, 0, 0, 0)
    for seed in searchSeeds(250) {
      let file = RandomActorFile(seed: seed)
      let folder = try study(file)
      let actors = folder.url.appending(path: "actors.csv")
      let (careful, fast) = StudyReading.ofBothReaders([folder.url], ReadingOptions(), seed: seed)
      for reading in fast {
        try #require(reading == careful, "seed \(seed): \(String(decoding: file.actors, as: UTF8.self)) \(file.files)")
      }
      if try StudyReading.isPlain(actors, as: .actors, ReadingOptions()) { plain += 1 } else { refused += 1 }
      errors += careful.error == nil ? 0 : 1
      shared += careful.remarks.contains { $0.reason == "same-name" } ? 1 : 0
      ordered += careful.error == nil && careful.fileOrder == Array(careful.actors.indices) ? 1 : 0
    }
    #expect(plain > 120 && refused > 15 && errors > 15 && shared > 30 && ordered > 30)
  }

  /// With the actor file named last, ties are read before anybody knows the actors.
  @Test func theOrderOfTheFilesIsWithoutEffectOnTheNetwork() throws {
    for seed in searchSeeds(100) {
      let folder = try study(RandomActorFile(seed: seed))
      let files = ["ties.csv", "actors.csv"].map { folder.url.appending(path: $0) }
      let (careful, fast) = StudyReading.ofBothReaders(files, ReadingOptions(), seed: seed)
      for reading in fast { try #require(reading == careful, "seed \(seed)") }
      let other = StudyReading(files.reversed(), ReadingOptions(), ReadingWork(workers: .all))
      if careful.error == nil { try #require(other.actors == careful.actors && other.ties == careful.ties) }
    }
  }

  @Test func columnsMayHaveAnyHeading() throws {
    let folder = try StudyFolder([
      "actors.csv": "nr;typ;ort\nb;SME;Jena\na;\"NA\";NA\n", "ties.csv": "source,target\na,b\n",
    ])
    var options = ReadingOptions()
    (options.idColumn, options.nameColumn, options.kindColumn) = ("nr", "ort", "typ")
    let (careful, fast) = StudyReading.ofBothReaders([folder.url], options, seed: 1)
    #expect(fast.allSatisfy { $0 == careful })
    #expect(careful.actors.map(\.kind) == ["NA", .sme] && careful.actors.map(\.name) == ["NA", "Jena"])
    #expect(careful.actors[0].attributes == ["nr": "a", "typ": "NA"] && careful.fileOrder == [1, 0])
  }

  @Test func manyWordsAndManyRowsAreToldApart() throws {
    let rows = (0..<70_000).map { "A\($0),Name \($0),Place \($0),\($0 % 5_000)" }
    let folder = try StudyFolder([
      "actors.csv": "id,name,region,class\n" + rows.joined(separator: "\n"),
      "ties.csv": "source,target\nA1,A69999\nA69999,A2\n",
    ])
    let survey = try Survey(contentsOf: [folder.url])
    #expect(survey.actors.count == 70_000 && survey.remarks.map(\.reason) == ["unnamed-actor"])
    let isRight = survey.fileOrder.enumerated().allSatisfy { row, position in
      let actor = survey.actors[position]
      return actor.id == "A\(row)" && actor.name == "Name \(row)" && actor.region == "Place \(row)"
        && actor.attributes == ["class": "\(row % 5_000)"]
    }
    #expect(isRight)
  }

  @Test func tiesAreKeptInRowsWhereReadingPutThemSo() throws {
    let folder = try StudyFolder(["actors.csv": "id\nb\na\nc\n", "ties.csv": "source,target\na,b\nb,b\nc,a\na,b\n"])
    let survey = try Survey(contentsOf: [folder.url])
    #expect(survey.ties.sorted?.rows.starts == [0, 2, 2, 3] && survey.ties.sorted?.rows.partners == [1, 1, 0])
    #expect(survey.remarks.map(\.reason) == ["self-tie", "repeated-tie"])
    var more = survey
    more.ties.append(Tie(source: 1, target: 2))
    #expect(more.ties.sorted == nil)
    #expect(try more.reconciled().network.hasTie(from: 1, to: 2))
    more = survey
    more.actors.append(NetworkActor(id: "d"))
    #expect(try more.reconciled().network.receiverCount(of: 3) == 0)
  }

  @Test func anActorFileIsGivenUpWhenItsTaskIs() async throws {
    let folder = try StudyFolder(["actors.csv": "id\na\nb\n", "ties.csv": "source,target\na,b\n"])
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try Survey(contentsOf: [folder.url])
    }
    let error = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }
}
