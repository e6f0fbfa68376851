import KnowledgeNetworks
import Testing

struct GroupingTests {
  @Test func `groups are numbered by name and unstated ones belong to none`() {
    let grouping = Grouping(name: "sector", labels: ["b", nil, "a", "b", "c", nil])
    #expect(grouping.name == "sector")
    #expect(grouping.groups == ["a", "b", "c"])
    #expect(grouping.sizes == [1, 2, 1])
    #expect((0..<6).map { grouping[$0] } == [1, nil, 0, 1, 2, nil])
    #expect((0..<6).map { grouping.label(of: $0) } == ["b", nil, "a", "b", "c", nil])
    #expect(grouping.ungrouped == [1, 5])
    #expect(grouping.members(of: 1) == [0, 3])
    #expect(grouping.groupCodes == [1, -1, 0, 1, 2, -1])
    #expect(grouping.actorCount == 6)
  }

  @Test func `some of the actors keep their labels, and groups that are left empty go`() {
    let whole = Grouping(name: "sector", labels: ["b", nil, "a", "b", "c"])
    let grouping = Grouping(name: whole.name, labels: [4, 1, 0].map(whole.label(of:)))
    #expect(grouping.groups == ["b", "c"])
    #expect((0..<3).map { grouping.label(of: $0) } == ["c", nil, "b"])
    #expect(grouping.name == "sector")
  }

  @Test func `nobody in no group`() {
    let grouping = Grouping(name: "kind", labels: [])
    #expect(grouping.groups.isEmpty && grouping.sizes.isEmpty && grouping.actorCount == 0)
  }

  @Test func `the numbering does not depend on the order of the actors`() {
    let labels = ["d", "b", nil, "a", "c", "b", "d", "d"]
    let grouping = Grouping(name: "kind", labels: labels)
    for seed in 1...50 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var order = Array(labels.indices)
      generator.shuffle(&order)
      let other = Grouping(name: "kind", labels: order.map { labels[$0] })
      #expect(other.groups == grouping.groups && other.sizes == grouping.sizes)
      #expect(order.indices.allSatisfy { other[$0] == grouping[order[$0]] })
    }
  }

  static let actors = [
    NetworkActor(
      id: "x", kind: .sme, cluster: "Jena", region: "TH", country: "DE", attributes: ["sector": "optics", "size": "3"]),
    NetworkActor(id: "y", attributes: ["sector": "steel"]), NetworkActor(id: "z", kind: .largeFirm),
  ]

  @Test(arguments: [
    ("kind", ["sme", nil, "large_firm"]), ("cluster", ["Jena", nil, nil]), ("region", ["TH", nil, nil]),
    ("country", ["DE", nil, nil]), ("sector", ["optics", "steel", nil]),
  ])
  func `a network groups by any column`(name: String, labels: [String?]) throws {
    let column = ActorColumn(named: name)
    #expect(column.name == name)
    #expect(Self.actors.map(column.value(of:)) == labels)
    let grouping = try KnowledgeNetwork(actors: Self.actors, ties: [Tie]()).grouping(by: column)
    #expect(grouping == Grouping(name: name, labels: labels))
  }

  @Test func `a column no actor has is refused with the nearest names`() throws {
    let network = try KnowledgeNetwork(actors: Self.actors, ties: [Tie]())
    let error = #expect(throws: BuzzlineError.self) { try network.grouping(by: .attribute("secter")) }
    #expect(error?.code == .unknownColumn)
    #expect(error?.message == "No actor has a column 'secter'. Did you mean 'sector'?")
  }
}
