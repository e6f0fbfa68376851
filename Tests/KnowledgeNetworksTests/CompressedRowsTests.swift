import TestNetworks
import Testing

@testable import KnowledgeNetworks

struct CompressedRowsTests {
  @Test func `the other side's rows, and which entry each mirrors`() {
    let rows = CompressedRows(starts: [0, 2, 2, 3, 5], partners: [1, 3, 0, 0, 1])
    let (mirror, origins) = rows.mirrored()
    #expect((0..<4).map { Array(mirror[$0]) } == [[2, 3], [0, 3], [], [0]])
    #expect(origins == [2, 3, 0, 4, 1])
    #expect((0..<4).map(rows.count(of:)) == [2, 0, 1, 2])
  }

  @Test func `twice mirrored is as before`() {
    let rows = CompressedRows(starts: [0, 2, 2, 3, 5], partners: [1, 3, 0, 0, 1])
    let back = rows.mirrored().rows.mirrored().rows
    #expect(back.starts == rows.starts && back.partners == rows.partners)
  }

  @Test func `rows start where those before them end`() {
    #expect(CompressedRows.starts(counting: [2, 0, 2, 2], actors: 4) == [0, 1, 1, 4, 4])
    #expect(CompressedRows.starts(counting: [], actors: 0) == [0])
  }
}

struct ActorRowTests {
  @Test func `a row is a collection of ascending positions`() throws {
    let network = try KnowledgeNetwork.test(6, [(1, 5), (1, 0), (1, 3), (2, 4)])
    let row = network.receivers(of: 1)
    #expect(Array(row) == [0, 3, 5])
    #expect(row.count == 3)
    #expect(Array(row.reversed()) == [5, 3, 0])
    #expect(row.first == 0 && row.last == 5)
    #expect(Array(row.indices) == [0, 1, 2] && row[0] == 0 && row[2] == 5)
    #expect(row.withUnsafeBufferPointer { Array($0) } == [0, 3, 5])
    #expect(row.dropFirst().map { $0 * 2 } == [6, 10])
  }

  @Test func `contains finds exactly the partners`() throws {
    for seed in 1...20 {
      let network = try KnowledgeNetwork.random(40, density: 0.2, seed: UInt64(seed))
      for actor in network.actors.indices {
        let row = network.receivers(of: actor)
        let partners = Set(row)
        for other in -1...40 { #expect(row.contains(other) == partners.contains(other)) }
      }
    }
  }

  @Test func `positions that are none are in no row`() throws {
    let row = try KnowledgeNetwork.test(2, [(0, 1)]).receivers(of: 0)
    #expect(!row.contains(Int.max) && !row.contains(Int.min) && !row.contains(1 << 32 | 1))
  }
}
