import Testing

@testable import KnowledgeNetworks

@Suite struct ActorIndexTests {
  @Test(arguments: [0, 1, 2, 3, 64, 1_000]) func everyActorIsFoundInAnyOrder(_ count: Int) throws {
    var actors = (0..<count).map { NetworkActor(id: "\($0)") }
    var generator = SeededGenerator(seed: UInt64(count))
    for isSorted in [false, true] {
      generator.shuffle(&actors)
      if isSorted { actors.sort { $0.id < $1.id } }
      let index = try ActorIndex(of: actors, workers: .all)
      #expect(actors.indices.allSatisfy { index.position(of: actors[$0].id, among: actors) == $0 })
      #expect(["", "-1", "\(count)", "zz"].allSatisfy { index.position(of: $0, among: actors) == nil })
    }
  }

  @Test func theFirstActorThatTakesAnothersIdentifierIsNamed() {
    let actors = ["c", "a", "b", "a", "c"].map { NetworkActor(id: $0) }
    let error = #expect(throws: BuzzlineError.self) { try ActorIndex(of: actors, workers: .all) }
    #expect(error?.code == .duplicateActor && error?.place.actor == "a")
  }

  @Test func spellingsOfOneTextAreOneIdentifier() throws {
    let actors = ["x", "m\u{FC}ller"].map { NetworkActor(id: $0) }
    #expect(try ActorIndex(of: actors, workers: .all).position(of: "mu\u{308}ller", among: actors) == 1)
    #expect(
      try ActorIndex(of: actors.reversed(), workers: .all).position(of: "mu\u{308}ller", among: actors.reversed()) == 0)
  }
}
