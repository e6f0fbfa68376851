/// A network as it lies in memory, for files that keep it so.
package struct NetworkColumns: Sendable {
  package var outgoing: CompressedRows
  /// `nil` where ties have no direction, for then both sides are the same rows.
  package var incoming: CompressedRows?
  package var pairWeights: [Double]?
  package var incomingPairs: [UInt32]?
  package var layers: TieLayers?

  package init(
    outgoing: CompressedRows, incoming: CompressedRows?, pairWeights: [Double]? = nil, incomingPairs: [UInt32]? = nil,
    layers: TieLayers? = nil
  ) {
    (self.outgoing, self.incoming, self.pairWeights) = (outgoing, incoming, pairWeights)
    (self.incomingPairs, self.layers) = (incomingPairs, layers)
  }

  /// Whether all numbers are within what the others allow, so that whoever reads rows by position stays within them.
  ///
  /// That both sides hold the same pairs is not looked at.
  func fit(actors: Int, isDirected: Bool, workers: Workers) throws(BuzzlineError) -> Bool {
    let pairs = outgoing.partners.count
    guard isDirected == (incoming != nil), incoming.map({ $0.partners.count == pairs }) ?? (pairs % 2 == 0),
      (pairWeights == nil) == (incomingPairs == nil), pairWeights?.count ?? pairs == pairs,
      incomingPairs?.count ?? pairs == pairs
    else { return false }
    guard pairWeights?.allSatisfy(Self.isWeight) ?? true, incomingPairs?.allSatisfy({ Int($0) < pairs }) ?? true,
      layers?.fit(pairs: pairs) ?? true
    else { return false }
    for rows in [outgoing, incoming].compactMap(\.self) {
      guard try rows.fit(actors: actors, workers: workers) else { return false }
    }
    return true
  }

  fileprivate static func isWeight(_ weight: Double) -> Bool { weight.isFinite && weight > 0 }
}

extension TieLayers {
  fileprivate func fit(pairs: Int) -> Bool {
    let ties = weights.count
    return starts.count == pairs + 1 && starts[0] == 0 && Int(starts[pairs]) == ties
      && zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 } && weights.allSatisfy(NetworkColumns.isWeight)
      && [topics, channels, waves].allSatisfy { column in
        column.codes.count == ties && column.codes.allSatisfy { Int($0) <= column.words.count }
      }
  }
}

extension CompressedRows {
  /// Whether each row names other actors of so many, ascending, each once.
  fileprivate func fit(actors: Int, workers: Workers) throws(BuzzlineError) -> Bool {
    guard starts.count == actors + 1, starts[0] == 0, Int(starts[actors]) == partners.count else { return false }
    return try workers.map(over: actors, by: 1 << 14) { owners in
      partners.withUnsafeBufferPointer { partners in owners.allSatisfy { fits($0, partners, actors) } }
    }.allSatisfy(\.self)
  }

  private func fits(_ owner: Int, _ partners: UnsafeBufferPointer<UInt32>, _ actors: Int) -> Bool {
    let (start, end) = (Int(starts[owner]), Int(starts[owner + 1]))
    guard start <= end, end <= partners.count else { return false }
    var least = 0
    for entry in start..<end {
      // Within bounds: the row ends at the last partner at the latest.
      let partner = Int(partners[entry])
      guard partner >= least, partner < actors, partner != owner else { return false }
      least = partner + 1
    }
    return true
  }
}

extension KnowledgeNetwork {
  /// The network as it lies in memory.
  package var columns: NetworkColumns {
    NetworkColumns(
      outgoing: outgoing, incoming: isDirected ? incoming : nil, pairWeights: pairWeights, incomingPairs: incomingPairs,
      layers: layers)
  }

  /// Makes the network whose columns these are; `nil` where they do not fit together.
  ///
  /// - Throws: ``BuzzlineError`` if two actors have one identifier, or the task was cancelled.
  /// - Complexity: O(*n* + *m*) time; the columns are not copied.
  package init?(
    actors: [NetworkActor], columns: NetworkColumns, isDirected: Bool, weightMeaning: WeightMeaning,
    workers: Workers = .all
  ) throws(BuzzlineError) {
    guard try columns.fit(actors: actors.count, isDirected: isDirected, workers: workers) else { return nil }
    (outgoing, incoming) = (columns.outgoing, columns.incoming ?? columns.outgoing)
    (pairWeights, incomingPairs, layers) = (columns.pairWeights, columns.incomingPairs, columns.layers)
    (self.actors, self.isDirected, self.weightMeaning) = (actors, isDirected, weightMeaning)
    index = try ActorIndex(of: actors, workers: workers)
    places = try ActorPlaces(of: actors, workers: workers)
  }
}
