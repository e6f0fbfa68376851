/// Actors by what they gained when last looked at, the highest first and of equals the first in the roster.
///
/// Gains only fall as actors are chosen, so an old gain is a bound, and whoever is on top with a new one is the best:
/// Leskovec & al. (2007), [doi:10.1145/1281192.1281239](https://doi.org/10.1145/1281192.1281239).
struct LazyQueue {
  struct Entry: Hashable {
    let actor: Int32
    /// How many had been chosen when the gain was worked out.
    let round: Int32
    let gain: Double

    fileprivate func isBefore(_ other: Entry) -> Bool {
      gain > other.gain || gain == other.gain && actor < other.actor
    }
  }

  /// A heap: no entry is before the one at half its place.
  private(set) var entries: [Entry]

  /// - Complexity: O(*n*).
  init(_ entries: [Entry]) {
    self.entries = entries
    for place in stride(from: entries.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  var top: Entry? { entries.first }

  mutating func removeTop() {
    guard let last = entries.popLast(), !entries.isEmpty else { return }
    entries[0] = last
    sink(0)
  }

  /// Gives the top entry a new gain, which is no higher.
  mutating func lowerTop(to gain: Double, round: Int) {
    entries[0] = Entry(actor: entries[0].actor, round: Int32(round), gain: gain)
    sink(0)
  }

  private mutating func sink(_ start: Int) {
    var place = start
    let entry = entries[place]
    while 2 * place + 1 < entries.count {
      var next = 2 * place + 1
      if next + 1 < entries.count, entries[next + 1].isBefore(entries[next]) { next += 1 }
      guard entries[next].isBefore(entry) else { break }
      entries[place] = entries[next]
      place = next
    }
    entries[place] = entry
  }
}
