import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

@Suite struct TieLoadingTests {
  private typealias Readings = (careful: StudyReading, fast: [StudyReading], isPlain: Bool)

  /// The same file read with care and fast.
  private func readings(_ file: RandomTieFile, seed: UInt64) throws -> Readings {
    let folder = try StudyFolder(["actors.csv": file.actors ?? ""])
    let ties = folder.url.appending(path: "ties.csv")
    try Data(file.bytes).write(to: ties)
    var options = ReadingOptions()
    if file.actors != nil { options.actorsFile = folder.url.appending(path: "actors.csv") }
    let (careful, fast) = StudyReading.ofBothReaders([ties], options, seed: seed)
    return (careful, fast, try StudyReading.isPlain(ties, as: .ties, options))
  }

  @Test func fastAndCarefulReadersAgree() throws {
    var (plain, refused, errors, selfTies, repeats) = (0, 0, 0, 0, 0)
    for seed in searchSeeds(250) {
      let file = RandomTieFile(seed: seed)
      let (careful, fast, isPlain) = try readings(file, seed: seed)
      for reading in fast {
        try #require(reading == careful, "seed \(seed): \(String(decoding: file.bytes, as: UTF8.self))")
      }
      if isPlain { plain += 1 } else { refused += 1 }
      errors += careful.error == nil ? 0 : 1
      selfTies += careful.remarks.contains { $0.reason == "self-tie" } ? 1 : 0
      repeats += careful.remarks.contains { $0.reason == "repeated-tie" } ? 1 : 0
    }
    #expect(plain > 120 && refused > 20 && errors > 20 && selfTies > 40 && repeats > 40)
  }

  @Test func `the network is the one the survey makes`() throws {
    for seed in searchSeeds(200) {
      let file = RandomTieFile(seed: seed)
      let folder = try StudyFolder(["actors.csv": file.actors ?? ""])
      let (ties, actors) = (folder.url.appending(path: "ties.csv"), folder.url.appending(path: "actors.csv"))
      try Data(file.bytes).write(to: ties)
      var options = ReadingOptions()
      options.actorsFile = file.actors == nil ? nil : actors
      options.isDirected = seed % 2 == 0
      do {
        let survey = try Survey(contentsOf: [ties], options: options, work: ReadingWork(workers: .all, isFast: false))
        let careful = try survey.reconciled()
        let network = try KnowledgeNetwork(
          contentsOfTies: ties, actors: options.actorsFile, options: options, workers: Workers(threads: 2))
        try #require(network.actors == careful.network.actors)
        try #require(Array(network.ties) == Array(careful.network.ties))
        try #require(careful.evidence.count == network.tieCount && careful.evidence.allSatisfy(\.isGiven))
      } catch let error as BuzzlineError {
        let second = #expect(throws: BuzzlineError.self) {
          try KnowledgeNetwork(contentsOfTies: ties, actors: options.actorsFile, options: options)
        }
        try #require(second == error)
      }
    }
  }

  @Test func `the number of workers is without effect on the network`() throws {
    let file = RandomTieFile(seed: 5)
    let folder = try StudyFolder([:])
    let ties = folder.url.appending(path: "ties.csv")
    try Data(file.bytes).write(to: ties)
    let networks = try [1, 2, 8].map { try KnowledgeNetwork(contentsOfTies: ties, workers: Workers(threads: $0)) }
    for other in networks.dropFirst() {
      #expect(other.actors == networks[0].actors && Array(other.ties) == Array(networks[0].ties))
    }
  }

  @Test func `the order of the rows is without effect on the network`() throws {
    var generator = SeededGenerator(seed: 3)
    var rows = (0..<500).map { _ in "n\(generator.below(90)),long-name-\(generator.below(90))" }
    func network() throws -> KnowledgeNetwork {
      let folder = try StudyFolder(["ties.csv": "source,target\n" + rows.joined(separator: "\n")])
      return try KnowledgeNetwork(contentsOfTies: folder.url.appending(path: "ties.csv"))
    }
    let before = try network()
    generator.shuffle(&rows)
    let after = try network()
    #expect(before.actors == after.actors && Array(before.ties) == Array(after.ties))
  }

  @Test func rowsSetAsideKeepTheirLines() throws {
    let folder = try StudyFolder(["ties.csv": "source,target\r\n\r\na,a\r\nb,c\r\n\r\nb,\"b\""])
    let survey = try folder.survey(of: "ties.csv")
    #expect(survey.remarks.map(\.place.position) == ["ties.csv:3:1", "ties.csv:6:1", ""])
    #expect(survey.accounts.first?.rowsSetAside == ["self-tie": 2])
    #expect(survey.ties.plain?.count == 1)
  }

  @Test func aSecondFileOfTiesNamesTheSameActors() throws {
    let folder = try StudyFolder(["one.csv": "source,target\nb,a\n", "two.csv": "source,target\na,c\nb,a\n"])
    let survey = try Survey(contentsOf: ["one.csv", "two.csv"].map { folder.url.appending(path: $0) })
    #expect(survey.actors.map(\.id) == ["a", "b", "c"] && survey.fileOrder == [1, 0, 2])
    #expect(survey.ties == [Tie(source: 1, target: 0), Tie(source: 0, target: 2), Tie(source: 1, target: 0)])
    #expect(try survey.reconciled().network.weight(from: 1, to: 0) == 2)
  }

  @Test func readingIsGivenUpWhenItsTaskIs() async throws {
    let folder = try StudyFolder(["ties.csv": "source,target\na,b\n"])
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try KnowledgeNetwork(contentsOfTies: folder.url.appending(path: "ties.csv"))
    }
    let error = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }
}
