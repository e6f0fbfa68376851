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
