internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// A plain actor file, read.
struct ActorScan: Sendable {
  let heading: PlainHeading
  /// Every actor, ascending by identifier.
  let actors: [NetworkActor]
  /// The roster position of the actor of each row; `nil` where the rows ascend.
  let positions: [UInt32]?
  /// The labels of kinds, clusters, regions and countries; `nil` for those that only the actors tell for sure.
  let labels: [Set<String>?]
  /// Numbers the identifiers row by row.
  let table: IdentifierTable
  let file: MappedFile

  /// Reads a file; `nil` where it must be read with care.
  ///
  /// Identifiers must be plain ASCII, none of them twice, so that equal bytes and equal texts are the same.
  ///
  /// - Complexity: O(size) time and space, and what ordering the identifiers takes.
  init?(_ file: MappedFile, _ layout: ActorLayout, chunkSize: Int?, workers: Workers) throws(BuzzlineError) {
    let size = chunkSize ?? 1 << 20
    let chunks = PlainChunk.all(of: file, layout.heading, size: size)
    let read = try workers.map(chunks.count) { Self.identifiers(of: chunks[$0], layout) }
    guard let start = file.bytes.baseAddress, read.allSatisfy({ $0 != nil })
    else { return nil }
    let rows = read.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1?.count ?? 0)) }
    let count = rows[read.count]
    var table = IdentifierTable(room: count)
    for spans in read { _ = table.number(all: spans ?? [], in: start) }
    guard count > 0, table.spans.count == count,
      let texts = try IdentifierTexts(table.spans, of: file, workers: workers), texts.numbers == nil
    else { return nil }
    let order = IdentifierOrder(of: texts.ids)
    let positions = order.isAscending ? nil : order.ranks
    let writer = ActorWriter(layout: layout, ids: texts.ids, positions: positions)
    var labels = [Set<String>?](repeating: [], count: 4)
    actors = [NetworkActor](unsafeUninitializedCapacity: count) { actors, filled in
      UnsafeMutableRawBufferPointer(actors).adviseLargePages()
      // Every chunk writes to places of its own. Cancelling would leave holes.
      nonisolated(unsafe) let actors = actors
      workers.finishEach(of: chunks.count, scratch: { writer.makeWords() }) { words, chunk in
        writer.write(chunks[chunk], rows[chunk]..<rows[chunk + 1], with: &words, into: actors)
        return words.takeNewLabels()
      } commit: { _, new in
        for column in labels.indices {
          if let new = new[column] { labels[column]?.formUnion(new) } else { labels[column] = nil }
        }
      }
      filled = count
    }
    heading = layout.heading
    self.labels = labels
    (self.file, self.table, self.positions) = (file, table, positions)
  }

  /// Where the identifiers of a chunk stand; `nil` at anything that must be read with care.
  private static func identifiers(of chunk: PlainChunk, _ layout: ActorLayout) -> [ByteSpan]? {
    var spans: [ByteSpan] = []
    spans.reserveCapacity(chunk.estimatedRows)
    let id = layout.columns.id
    let isPlain = chunk.forEachRow { cells in
      spans.append(cells[id])
      return cells[id].length > 0
    }
    return isPlain ? spans : nil
  }
}
