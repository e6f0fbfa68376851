extension KnowledgeNetwork {
  /// A shortest path along which knowledge can go from one actor to another, both ends included.
  ///
  /// Every tie is one step, whatever it weighs. Of several shortest paths it is the one whose actors, seen from the
  /// source on, stand first in the roster.
  ///
  /// - Returns: Positions in the roster; the actor alone where both are the same; `nil` where no path leads there.
  /// - Complexity: O(*n* + *m*) time and O(*n*) space for *n* actors and *m* connected pairs.
  public func path(from source: Int, to target: Int) -> [Int]? {
    // Steps to the target, found from there: so the path can be read off forwards, lowest position first.
    var steps = [Int](repeating: -1, count: actorCount)
    steps[target] = 0
    var (reached, next) = ([target], 0)
    while steps[source] < 0, next < reached.count {
      let actor = reached[next]
      next += 1
      for giver in givers(to: actor) where steps[giver] < 0 {
        steps[giver] = steps[actor] + 1
        reached.append(giver)
      }
    }
    guard steps[source] >= 0 else { return nil }
    var path = [source]
    while let last = path.last, last != target {
      guard let receiver = receivers(of: last).first(where: { steps[$0] == steps[last] - 1 }) else { return nil }
      path.append(receiver)
    }
    return path
  }

  /// How many steps knowledge takes from one actor to another at least; 0 to itself, `nil` where no path leads there.
  ///
  /// Every tie is one step, whatever it weighs.
  ///
  /// - Complexity: O(*n* + *m*) time and O(*n*) space for *n* actors and *m* connected pairs.
  public func distance(from source: Int, to target: Int) -> Int? {
    path(from: source, to: target).map { $0.count - 1 }
  }
}
