internal import DataFiles
public import KnowledgeNetworks

/// A file of something made up, written block by block so that it never stands in memory whole.
public struct SyntheticFile: Sendable {
  /// Takes the next bytes of a file.
  public typealias Sink = (_ bytes: [UInt8]) -> Void

  /// The name in a study folder; no path.
  public let name: String
  /// What stands above the blocks.
  let head: [UInt8]
  let blockCount: Int
  /// Formats one block, on any thread.
  let format: @Sendable (Int) throws(BuzzlineError) -> [UInt8]

  init(
    name: String, head: [UInt8] = [], blockCount: Int,
    format: @escaping @Sendable (Int) throws(BuzzlineError) -> [UInt8]
  ) {
    (self.name, self.head, self.blockCount, self.format) = (name, head, blockCount, format)
  }

  init(name: String, heading: String, blockCount: Int, format: @escaping @Sendable (Int) -> [UInt8]) {
    self.init(name: name, head: Array((heading + "\n").utf8), blockCount: blockCount, format: format)
  }

  init(name: String, heading: String, blocks: RowBlocks, format: @escaping @Sendable (RowBlocks.Block) -> [UInt8]) {
    self.init(name: name, heading: heading, blockCount: blocks.count) { format(blocks[$0]) }
  }

  /// Formats the blocks in parallel and hands their bytes over in order.
  ///
  /// - Throws: `BuzzlineError` if the task was cancelled, or the format cannot hold what is to be written.
  /// - Complexity: O(size of the file) time, O(a few blocks) space; a workbook and a file of SPSS are one block.
  public func write(workers: Workers = .all, to sink: Sink) throws(BuzzlineError) {
    sink(head)
    try workers.forEach(of: blockCount, work: "writing \(name)", scratch: {}) {
      (_: inout Void, number) throws(BuzzlineError) in
      try format(number)
    } commit: { _, bytes in
      sink(bytes)
    }
  }

  /// The whole file, for those small enough.
  public func contents(workers: Workers = .all) throws(BuzzlineError) -> [UInt8] {
    var contents: [UInt8] = []
    try write(workers: workers) { contents += $0 }
    return contents
  }
}

extension SyntheticNetwork {
  /// `actors.csv`: id, name, kind, cluster, region, country; a row an actor, ascending by id.
  public var actorsFile: SyntheticFile {
    rowsFile("actors.csv", heading: "id,name,kind,cluster,region,country") { actor, bytes in
      let kind = kinds[actor]
      let cluster = cluster(of: actor)
      labels.appendID(of: actor, to: &bytes)
      let cells = [
        labels.name(of: actor, kind: kind), kind.actorKind.rawValue, labels.cluster(cluster),
        labels.region(ofCluster: cluster), labels.country(ofCluster: cluster),
      ]
      for cell in cells {
        bytes.endCell()
        bytes.append(text: cell)
      }
    }
  }

  /// `truth.csv`: id, role; what each actor was made to be.
  public var truthFile: SyntheticFile {
    rowsFile("truth.csv", heading: "id,role") { actor, bytes in
      labels.appendID(of: actor, to: &bytes)
      bytes.endCell()
      bytes.append(text: roles[actor].rawValue)
    }
  }

  /// `ties.csv`: source, target; a row a tie, ascending by source and then target.
  public var tiesFile: SyntheticFile {
    let blocks = RowBlocks(rows: tieCount, size: 65_536)
    return SyntheticFile(name: "ties.csv", heading: "source,target", blocks: blocks) { [self] block in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(block.rows.count * 2 * (labels.idLength + 1))
      var giver: [UInt8] = []
      var source = rowStarts.row(of: block.rows.lowerBound) - 1
      var rowEnd = block.rows.lowerBound
      for tie in block.rows {
        if tie == rowEnd {
          repeat { source += 1 } while Int(rowStarts[source + 1]) <= tie
          rowEnd = Int(rowStarts[source + 1])
          giver.removeAll(keepingCapacity: true)
          labels.appendID(of: source, to: &giver)
          giver.endCell()
        }
        bytes += giver
        labels.appendID(of: Int(receivers[tie]), to: &bytes)
        bytes.endRow()
      }
      return bytes
    }
  }

  private func rowsFile(
    _ name: String, heading: String, row: @escaping @Sendable (Int, inout [UInt8]) -> Void
  ) -> SyntheticFile {
    SyntheticFile(name: name, heading: heading, blocks: .ofActors(actorCount)) { block in
      var bytes: [UInt8] = []
      for actor in block.rows {
        row(actor, &bytes)
        bytes.endRow()
      }
      return bytes
    }
  }
}

extension SyntheticSurvey {
  /// `ties.csv`: of one wave that of the network, of several wave, source, target; a row a tie and wave, ascending.
  public var tiesFile: SyntheticFile { design.waveCount > 1 ? tiesByWave("ties.csv") : network.tiesFile }

  /// `true-ties.csv`: wave, source, target; the ties of each wave as they were made, whoever answered; `nil` of one wave.
  ///
  /// It says what `ties.csv` would, under a name that is not read as part of a study.
  public var trueTiesFile: SyntheticFile? { design.waveCount > 1 ? tiesByWave("true-ties.csv") : nil }

  private func tiesByWave(_ name: String) -> SyntheticFile {
    let (labels, history, design) = (network.labels, history, design)
    // So many actors that they have some 65,536 ties.
    let size = max(1, min(8_192, 65_536 * network.actorCount / max(1, network.tieCount)))
    let blocks = RowBlocks(rows: network.actorCount, size: size, waves: design.waveCount)
    return SyntheticFile(name: name, heading: "wave,source,target", blocks: blocks) { block in
      let wave = design.waveName(block.wave) ?? ""
      var (bytes, giver, receivers) = ([UInt8](), [UInt8](), [UInt32]())
      for actor in block.rows {
        receivers.removeAll(keepingCapacity: true)
        history.appendReceivers(of: actor, in: block.wave, to: &receivers)
        giver.removeAll(keepingCapacity: true)
        giver.append(text: wave)
        giver.endCell()
        labels.appendID(of: actor, to: &giver)
        giver.endCell()
        for receiver in receivers {
          bytes += giver
          labels.appendID(of: Int(receiver), to: &bytes)
          bytes.endRow()
        }
      }
      return bytes
    }
  }
}

/// The rows of every wave, cut into blocks whose size depends only on how many they are.
struct RowBlocks: Sendable {
  let rows: Int
  /// How many rows a block has, but the last of a wave.
  let size: Int
  var waves = 1

  /// A block, by its wave and its rows.
  typealias Block = (wave: Int, rows: Range<Int>)

  private var blocksAWave: Int { (rows + size - 1) / size }
  var count: Int { waves * blocksAWave }

  subscript(number: Int) -> Block {
    let (wave, part) = number.quotientAndRemainder(dividingBy: blocksAWave)
    return (wave, part * size..<min(rows, (part + 1) * size))
  }

  static func ofActors(_ count: Int, waves: Int = 1) -> RowBlocks { RowBlocks(rows: count, size: 8_192, waves: waves) }
}
