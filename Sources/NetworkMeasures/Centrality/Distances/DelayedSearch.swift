internal import KnowledgeNetworks

/// Searches from many actors at once, one bit a search, along ties that take so many units of distance.
///
/// What is new at an actor is written down for each partner at the distance at which it arrives there. As many
/// distances are kept ahead as the longest tie is long, in a ring.
struct DelayedSearch<Lanes: SearchLanes> {
  private let actorCount: Int
  private let longest: Int
  private let seen: UnsafeMutablePointer<Lanes>
  /// What arrives at each actor; all empty between searches.
  let ring: ArrivalRing<Lanes>
  /// For each place of the ring, the actors at which something arrives, and how many they are.
  private let listed: UnsafeMutablePointer<UInt32>
  private let listedCounts: UnsafeMutablePointer<Int>
  /// The place in the ring of what leaves now, by the length of its tie.
  private let places: UnsafeMutablePointer<Int>
  /// The actors that searches met at this distance, and which ones did.
  let met: UnsafeMutablePointer<UInt32>
  let fresh: UnsafeMutablePointer<Lanes>
  private(set) var metCount = 0
  /// In units.
  private(set) var distance = 0

  /// - Parameter longest: The longest tie in units; 0 where ties have no lengths, for a search that holds nothing.
  init(actorCount: Int, longest: Int) {
    let actorCount = longest == 0 ? 0 : actorCount
    (self.actorCount, self.longest) = (actorCount, longest)
    seen = .repeating(.none, actorCount)
    ring = ArrivalRing(actorCount: actorCount, longest: longest, none: .none)
    listed = .repeating(0, (actorCount + 1) * longest)
    listedCounts = .repeating(0, longest)
    places = .repeating(0, longest + 1)
    met = .repeating(0, actorCount + 1)
    fresh = .repeating(.none, actorCount + 1)
  }

  func deallocate() {
    for lanes in [seen, fresh] { lanes.deallocate() }
    ring.deallocate()
    for actors in [listed, met] { actors.deallocate() }
    for numbers in [listedCounts, places] { numbers.deallocate() }
  }

  /// Meets each source, which are different actors, at distance 0.
  mutating func begin(_ sources: ArraySlice<UInt32>) {
    seen.update(repeating: .none, count: actorCount)
    (distance, metCount) = (0, sources.count)
    for (lane, source) in sources.enumerated() {
      (met[lane], fresh[lane]) = (source, Lanes(lane: lane))
      seen[Int(source)] = fresh[lane]
    }
  }

  /// Goes on to the next distance at which a search meets an actor: whether there is one.
  mutating func advance(_ rows: DelayedRowPointers) -> Bool {
    send(rows)
    metCount = 0
    var empty = 0
    while metCount == 0, empty < longest {
      distance += 1
      let place = distance % longest
      empty = listedCounts[place] == 0 ? empty + 1 : 0
      take(place, ring.arrivals(at: distance))
    }
    return metCount > 0
  }

  private func send(_ rows: DelayedRowPointers) {
    ring.leave(at: distance)
    for length in 1...longest { places[length] = (distance + length) % longest }
    for entry in 0..<metCount {
      let (actor, lanes) = (Int(met[entry]), fresh[entry])
      let (row, delays) = (rows.partners.first(actor), rows.delays(actor))
      for tie in 0..<rows.partners.count(actor) {
        let place = places[Int(delays[tie])]
        let slot = ring.slot(after: delays[tie], at: Int(row[tie]))
        // Written past the end where the actor is listed already.
        listed[place &* (actorCount &+ 1) &+ listedCounts[place]] = row[tie]
        listedCounts[place] &+= slot.pointee.isNone ? 1 : 0
        slot.pointee = slot.pointee.union(lanes)
      }
    }
  }

  /// Takes what arrives now, less what had arrived before.
  private mutating func take(_ place: Int, _ arriving: UnsafeMutablePointer<Lanes>) {
    let actors = listed + place * (actorCount + 1)
    let count = listedCounts[place]
    listedCounts[place] = 0
    if count < actorCount / 16 {
      for entry in 0..<count { take(actors[entry], arriving) }
    } else {
      for actor in 0..<UInt32(actorCount) { take(actor, arriving) }
    }
  }

  @inline(__always)
  private mutating func take(_ actor: UInt32, _ arriving: UnsafeMutablePointer<Lanes>) {
    let new = arriving[Int(actor)].subtracting(seen[Int(actor)])
    arriving[Int(actor)] = .none
    seen[Int(actor)] = seen[Int(actor)].union(new)
    // Written over by the next one where nothing is new.
    (met[metCount], fresh[metCount]) = (actor, new)
    metCount &+= new.isNone ? 0 : 1
  }
}

/// A set of searches, one bit each.
protocol SearchLanes {
  static var none: Self { get }
  /// One of them alone.
  init(lane: Int)
  var isNone: Bool { get }
  func union(_ other: Self) -> Self
  func subtracting(_ other: Self) -> Self
}

extension UInt64: SearchLanes {
  static var none: UInt64 { 0 }
  init(lane: Int) { self = 1 << UInt64(lane) }
  var isNone: Bool { self == 0 }
  @inline(__always)
  func union(_ other: UInt64) -> UInt64 { self | other }
  @inline(__always)
  func subtracting(_ other: UInt64) -> UInt64 { self & ~other }
}

extension SIMD4<UInt64>: SearchLanes {
  static var none: Self { .zero }

  init(lane: Int) {
    self = .zero
    self[lane >> 6] = 1 << UInt64(lane & 63)
  }

  @inline(__always)
  var isNone: Bool { self[0] | self[1] | self[2] | self[3] == 0 }
  @inline(__always)
  func union(_ other: Self) -> Self { self | other }
  @inline(__always)
  func subtracting(_ other: Self) -> Self { self & ~other }
}
