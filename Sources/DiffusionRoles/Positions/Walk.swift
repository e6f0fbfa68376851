internal import KnowledgeNetworks

/// Breadth-first search over one network with its working arrays kept from one start to the next.
struct Walk {
  private let network: KnowledgeNetwork
  private var queue: [Int] = []
  private var stamps: [Int]
  private var stamp = 0

  init(of network: KnowledgeNetwork) {
    self.network = network
    stamps = [Int](repeating: 0, count: network.actorCount)
  }

  /// The start and all actors its knowledge could reach round those that are gone.
  mutating func reached(from start: Int, without isGone: [Bool]) -> [Int] {
    stamp += 1
    spread(from: start, without: isGone, alsoBackwards: false)
    return queue
  }

  /// How many weak components hold an actor that is wanted, once some are gone; a wanted actor is never gone.
  mutating func components(holding isWanted: [Bool], without isGone: [Bool]) -> Int {
    stamp += 1
    var count = 0
    for start in isWanted.indices where isWanted[start] && stamps[start] != stamp {
      spread(from: start, without: isGone, alsoBackwards: true)
      count += 1
    }
    return count
  }

  /// Stamps and queues everything within reach that has not this stamp yet.
  private mutating func spread(from start: Int, without isGone: [Bool], alsoBackwards: Bool) {
    queue.removeAll(keepingCapacity: true)
    queue.append(start)
    stamps[start] = stamp
    var head = 0
    while head < queue.count {
      let actor = queue[head]
      head += 1
      for next in network.receivers(of: actor) { visit(next, isGone) }
      if alsoBackwards { for next in network.givers(to: actor) { visit(next, isGone) } }
    }
  }

  private mutating func visit(_ actor: Int, _ isGone: [Bool]) {
    guard stamps[actor] != stamp, !isGone[actor] else { return }
    stamps[actor] = stamp
    queue.append(actor)
  }
}
