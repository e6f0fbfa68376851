internal import KnowledgeNetworks

/// Finds the ways of two ties that no tie closes, giver by giver.
struct OpenPathFinder {
  /// A broker and a receiver that some giver reaches only through brokers.
  struct Path {
    let broker: UInt32
    let receiver: UInt32
  }

  private let rows: TieRows
  /// The last giver, counted from 1, that needs no broker to reach this actor.
  private var reachedBy: [UInt32]

  init(_ rows: TieRows) {
    self.rows = rows
    reachedBy = [UInt32](repeating: 0, count: rows.count)
  }

  /// The open paths from one giver, at most as many as there are ties.
  mutating func paths(from giver: Int, into paths: inout [Path]) {
    paths.removeAll(keepingCapacity: true)
    let stamp = UInt32(giver) + 1
    reachedBy[giver] = stamp
    for receiver in rows.row(of: giver) { reachedBy[Int(receiver)] = stamp }
    for broker in rows.row(of: giver) {
      for receiver in rows.row(of: Int(broker)) where reachedBy[Int(receiver)] != stamp {
        paths.append(Path(broker: broker, receiver: receiver))
      }
    }
  }
}

/// All ways of two ties that no tie closes, to be told apart again and again under other labels.
struct OpenPaths: Sendable {
  private struct Path {
    let giver: UInt32
    let broker: UInt32
    let receiver: UInt32
  }

  private let paths: [Path]

  /// Lists the paths.
  ///
  /// - Complexity: O(*n* + *m* + *p*) time for *p* ways of two ties, O(*n* + *m* + `count`) space.
  init(in rows: TieRows, count: Int) throws(BuzzlineError) {
    var finder = OpenPathFinder(rows)
    var found: [OpenPathFinder.Path] = []
    var paths: [Path] = []
    paths.reserveCapacity(count)
    for giver in 0..<rows.count {
      if giver & 255 == 0 { try BuzzlineError.checkCancellation(of: "list of brokered pairs") }
      finder.paths(from: giver, into: &found)
      for path in found { paths.append(Path(giver: UInt32(giver), broker: path.broker, receiver: path.receiver)) }
    }
    self.paths = paths
  }

  /// How many paths each broker has of each agreement in groups, eight numbers a broker.
  func agreements(under codes: [Int32]) -> [Int32] {
    var tally = [Int32](repeating: 0, count: codes.count * BrokerageRole.agreementCount)
    for path in paths {
      let agreement = BrokerageRole.agreement(
        giver: codes[Int(path.giver)], broker: codes[Int(path.broker)], receiver: codes[Int(path.receiver)])
      tally[Int(path.broker) * BrokerageRole.agreementCount + agreement] += 1
    }
    return tally
  }
}
