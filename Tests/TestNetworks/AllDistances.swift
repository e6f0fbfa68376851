public import KnowledgeNetworks

/// Lengths of shortest paths between all pairs by Floyd and Warshall, from the length of each single step; infinite where
/// no way leads.
public func shortestLengths(along steps: [[Double]]) -> [[Double]] {
  var lengths = steps
  for actor in steps.indices { lengths[actor][actor] = min(0, lengths[actor][actor]) }
  for middle in steps.indices {
    for from in steps.indices {
      for to in steps.indices {
        lengths[from][to] = min(lengths[from][to], lengths[from][middle] + lengths[middle][to])
      }
    }
  }
  return lengths
}

extension KnowledgeNetwork {
  /// Steps between all pairs round those that are gone, who reach nobody; infinite where no way leads.
  public func stepsBetweenAll(eitherWay: Bool = false, without gone: Set<Int> = []) -> [[Double]] {
    let lengths = shortestLengths(
      along: actors.indices.map { from in
        actors.indices.map { to in
          let isTied = hasTie(from: from, to: to) || eitherWay && hasTie(from: to, to: from)
          return isTied && !gone.contains(from) && !gone.contains(to) ? 1 : .infinity
        }
      })
    return lengths.enumerated().map { from, row in gone.contains(from) ? row.map { _ in .infinity } : row }
  }
}
