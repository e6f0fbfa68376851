internal import KnowledgeNetworks

/// Who gives to whom and how much, a row a receiver.
struct GiverRows {
  let compressed: CompressedRows
  /// By entry; `nil` where all weigh 1.
  let weights: [Double]?

  var count: Int { compressed.starts.count - 1 }

  /// What an actor receives if its givers pass on their scores.
  func received(by actor: Int, _ scores: [Double]) -> Double {
    var sum = 0.0
    guard let weights else {
      for giver in compressed[actor] { sum += scores[Int(giver)] }
      return sum
    }
    for place in compressed.range(of: actor) { sum += weights[place] * scores[Int(compressed.partners[place])] }
    return sum
  }

  /// What each actor receives if its givers pass on their scores.
  func receivedByAll(_ scores: [Double]) -> [Double] {
    precondition(scores.count == count, "a score an actor")
    guard weights == nil else { return (0..<count).map { received(by: $0, scores) } }
    return Array(unsafeUninitializedCapacity: count) { sums, initialized in
      compressed.starts.withUnsafeBufferPointer { starts in
        compressed.partners.withUnsafeBufferPointer { partners in
          scores.withUnsafeBufferPointer { scores in
            // Within bounds: rows end where the next begins, and partners are actors.
            for actor in 0..<count {
              var sum = 0.0
              for place in Int(starts[actor])..<Int(starts[actor + 1]) { sum += scores[Int(partners[place])] }
              sums.initializeElement(at: actor, to: sum)
            }
          }
        }
      }
      initialized = count
    }
  }

  /// What each actor receives where all pass on 1.
  var totals: [Double] { receivedByAll([Double](repeating: 1, count: count)) }

  /// The ties among some actors, who are numbered anew in their order.
  func induced(on members: [Int], _ numbers: [Int32], _ number: Int32) -> GiverRows {
    var places = [Int: UInt32](minimumCapacity: members.count)
    for (place, member) in members.enumerated() { places[member] = UInt32(place) }
    var (starts, partners, kept) = ([UInt32(0)], [UInt32](), [Double]())
    for member in members {
      for place in compressed.range(of: member) where numbers[Int(compressed.partners[place])] == number {
        partners.append(places[Int(compressed.partners[place])] ?? 0)
        if let weights { kept.append(weights[place]) }
      }
      starts.append(UInt32(partners.count))
    }
    return GiverRows(
      compressed: CompressedRows(starts: starts, partners: partners), weights: weights == nil ? nil : kept)
  }

  /// Steps on until a step changes no score by more than a part of the largest; `false` if 100,000 steps are too few.
  ///
  /// - Parameters:
  ///   - actors: Whose scores change.
  ///   - step: What an actor has next, from what all have now.
  /// - Throws: If the task was cancelled.
  func settle(
    _ scores: inout [Double], of actors: some Collection<Int>, within part: Double, _ step: (Int, [Double]) -> Double
  ) throws(BuzzlineError) -> Bool {
    for _ in 0..<100_000 {
      try stopIfCancelled()
      let next = actors.map { step($0, scores) }
      var (change, most) = (0.0, 0.0)
      for (actor, score) in zip(actors, next) {
        (change, most) = (max(change, abs(score - scores[actor])), max(most, abs(score)))
        scores[actor] = score
      }
      if change <= part * most { return true }
    }
    return false
  }
}

extension GiverRows {
  /// The ties of a network: of one without direction, both ways.
  init(receivingIn network: KnowledgeNetwork) {
    compressed = network.incoming
    weights = network.strengths.flatMap { weights in network.incomingPairs.map { $0.map { weights[Int($0)] } } }
  }

  /// The same seen from the givers, in whose rows stand those they give to.
  init(givingIn network: KnowledgeNetwork) { (compressed, weights) = (network.outgoing, network.strengths) }

  /// The same rows, each weight multiplied by a factor of the one who stands in the row.
  func times(_ factors: [Double]) -> GiverRows {
    let products = compressed.partners.indices.map { (weights?[$0] ?? 1) * factors[Int(compressed.partners[$0])] }
    return GiverRows(compressed: compressed, weights: products)
  }

  /// Each actor twice, as a giver and behind all of these as a receiver; who gives to whom ties the two both ways.
  init(bothSidesOf network: KnowledgeNetwork) {
    let (count, giving) = (UInt32(network.actorCount), network.outgoing)
    let received = GiverRows(receivingIn: network)
    let first = giving.starts[network.actorCount]
    compressed = CompressedRows(
      starts: giving.starts + received.compressed.starts.dropFirst().map { first + $0 },
      partners: giving.partners.map { count + $0 } + received.compressed.partners)
    weights = network.strengths.map { $0 + (received.weights ?? []) }
  }
}
