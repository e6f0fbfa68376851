/// How many connected pairs lead from one end to another in a picture, such as from country to country.
public struct PictureLink<End: Hashable & Sendable>: Hashable, Sendable {
  /// Where the givers are.
  public var source: End
  /// Where the receivers are.
  public var target: End
  /// How many pairs.
  public var count: Int

  /// Makes a link.
  public init(_ source: End, _ target: End, count: Int) {
    (self.source, self.target, self.count) = (source, target, count)
  }
}

extension PictureLink where End: Comparable {
  /// Pairs between the same ends added up: the links with most pairs first, equal ones by their ends.
  package static func adding(_ links: some Sequence<PictureLink>) -> [PictureLink] {
    var counts: [[End]: Int] = [:]
    for link in links { counts[[link.source, link.target], default: 0] += link.count }
    return counts.sorted { one, other in
      one.value == other.value ? one.key.lexicographicallyPrecedes(other.key) : one.value > other.value
    }.map { PictureLink($0.key[0], $0.key[1], count: $0.value) }
  }

  /// The same pairs whatever their direction, the lesser end first.
  package var undirected: PictureLink { source > target ? PictureLink(target, source, count: count) : self }
}
