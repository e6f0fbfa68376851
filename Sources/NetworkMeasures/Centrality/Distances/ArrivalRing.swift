internal import KnowledgeNetworks

/// Which searches meet each actor at each of the next distances, as many as the longest tie is long.
struct ArrivalRing<Lanes> {
  let longest: Int
  private let actorCount: Int
  private let slots: UnsafeMutablePointer<Lanes>
  /// By the length of a tie where, for who leaves now, the distance at which it ends begins.
  private let starts: UnsafeMutablePointer<Int>

  init(actorCount: Int, longest: Int, none: Lanes) {
    (self.actorCount, self.longest) = (actorCount, longest)
    slots = .repeating(none, actorCount * longest)
    starts = .repeating(0, longest + 1)
  }

  func deallocate() {
    slots.deallocate()
    starts.deallocate()
  }

  func leave(at distance: Int) {
    for length in 1..<longest + 1 { starts[length] = (distance + length) % longest * actorCount }
  }

  @inline(__always)
  func arrivals(at distance: Int) -> UnsafeMutablePointer<Lanes> { slots + distance % longest * actorCount }

  /// Where it is said who meets an actor along a tie of so many units that is left now.
  @inline(__always)
  func slot(after length: UInt8, at actor: Int) -> UnsafeMutablePointer<Lanes> {
    slots + (starts[Int(length)] &+ actor)
  }

  @inline(__always)
  func arrivals(after length: UInt8, at actor: Int) -> Lanes { slots[starts[Int(length)] &+ actor] }
}
