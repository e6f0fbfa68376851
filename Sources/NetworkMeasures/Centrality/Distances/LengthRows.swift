internal import KnowledgeNetworks

/// Whom a search goes on to, and how long each tie is.
struct LengthRows: Sendable {
  let rows: CompressedRows
  /// Of each tie, as `rows` hold them.
  let lengths: [Double]

  /// - Parameter direction: Along which ties searches go; along both a pair tied both ways keeps both lengths.
  init(_ network: KnowledgeNetwork, _ direction: Direction) {
    let lengths = network.pairWeights ?? Array(repeating: 1, count: network.outgoing.partners.count)
    let given = LengthRows(rows: network.outgoing, lengths: lengths)
    let received = LengthRows(
      rows: network.incoming, lengths: network.incomingPairs.map { pairs in pairs.map { lengths[Int($0)] } } ?? lengths)
    switch (direction, network.isDirected) {
    case (.incoming, true): self = received
    case (.both, true): self = Self.joined(given, received)
    default: self = given
    }
  }

  /// The lengths with the rows in a new order.
  func placed(in order: [UInt32]) -> [Double] { order.flatMap { lengths[rows.range(of: Int($0))] } }

  private init(rows: CompressedRows, lengths: [Double]) { (self.rows, self.lengths) = (rows, lengths) }

  private static func joined(_ sides: LengthRows...) -> LengthRows {
    var (starts, partners, lengths) = ([UInt32(0)], [UInt32](), [Double]())
    for actor in 0..<sides[0].rows.starts.count - 1 {
      for side in sides {
        partners += side.rows[actor]
        lengths += side.lengths[side.rows.range(of: actor)]
      }
      starts.append(UInt32(partners.count))
    }
    return LengthRows(rows: CompressedRows(starts: starts, partners: partners), lengths: lengths)
  }
}
