internal import KnowledgeNetworks

/// Counts triads from what they are made of: triangles one by one, all others in closed form.
///
/// Each tied pair is kept at the end with fewer ties, so that rows stay short and a triangle is found once: Ortmann &
/// Brandes (2014), [doi:10.1137/1.9781611973198.1](https://doi.org/10.1137/1.9781611973198.1). Pairs of contacts of one
/// actor give the triads with two tied pairs once the triangles' corners are taken off; what is left over of tied pairs
/// and of all threes has one tied pair or none.
struct TriadKernel: Sendable {
  private let actorCount: Int
  /// Row *i*: contacts with more ties than *i*, each shifted by two bits with the bond behind.
  private let starts: [UInt32]
  private let entries: [UInt32]
  /// How many actors' pairs of contacts are of each kind, and tied pairs, mutual and not.
  private let tallies: OpenTallies
  private static let block = 2_048

  /// - Complexity: O(*n* + *m*) time and space.
  init(of network: KnowledgeNetwork, workers: Workers) {
    let contacts = Contacts(of: network, workers: workers)
    let actorCount = network.actorCount
    var starts: [UInt32] = [0]
    starts.reserveCapacity(actorCount + 1)
    var entries = [UInt32](largeCapacity: contacts.rows.partners.count / 2)
    var tallies = OpenTallies()
    workers.finishEach(of: (actorCount + Self.block - 1) / Self.block) { block in
      UpwardRows(of: contacts, among: block * Self.block..<min(actorCount, (block + 1) * Self.block))
    } commit: { _, part in
      let first = UInt32(entries.count)
      starts.append(contentsOf: part.ends.lazy.map { first + $0 })
      entries.append(contentsOf: part.entries)
      tallies.add(part.tallies)
    }
    (self.actorCount, self.starts, self.entries, self.tallies) = (actorCount, starts, entries, tallies)
  }

  func census(by workers: Workers) throws(BuzzlineError) -> TriadCensus {
    let parts = try workers.gather((actorCount + Self.block - 1) / Self.block, work: "triads") {
      (marks: [UInt8](repeating: 0, count: actorCount), counts: [Int](repeating: 0, count: 64))
    } compute: { own, block in
      countTriangles(block * Self.block..<min(actorCount, (block + 1) * Self.block), &own.marks, &own.counts)
    }
    var triangles = [Int](repeating: 0, count: 64)
    for part in parts { triangles.add(part.counts, +=) }
    return TriadCensus(counts: tallies.census(triangles, actorCount: actorCount))
  }

  /// Adds the triangles whose end with the fewest ties is in a stretch, by the bonds between their corners.
  private func countTriangles(_ actors: Range<Int>, _ marks: inout [UInt8], _ counts: inout [Int]) {
    starts.withUnsafeBufferPointer { starts in
      entries.withUnsafeBufferPointer { entries in
        marks.withUnsafeMutableBufferPointer { marks in
          counts.withUnsafeMutableBufferPointer { counts in
            for actor in actors {
              let row = Int(starts[actor])..<Int(starts[actor + 1])
              var ahead: UInt32 = 0
              for place in row {
                let second = Int(entries[place] >> 2)
                marks[second] = UInt8(truncatingIfNeeded: entries[place] & 3) << 4
                // Asks for the rows read next, all at once, so that waiting for one is waiting for all.
                ahead |= entries[min(Int(starts[second]), entries.count - 1)]
              }
              // Stored where nobody looks, or the compiler would leave the asking out.
              counts[0] |= Int(ahead)
              for place in row {
                let (second, bond) = (Int(entries[place] >> 2), Int(entries[place] & 3) << 2)
                for third in Int(starts[second])..<Int(starts[second + 1]) {
                  let entry = entries[third]
                  // Without a mark the third is no contact of the first; such counts are never read.
                  counts[Int(marks[Int(entry >> 2)]) | bond | Int(entry & 3)] &+= 1
                }
              }
              for place in row { marks[Int(entries[place] >> 2)] = 0 }
            }
          }
        }
      }
    }
  }
}

/// The rows of some actors towards contacts with more ties, and what their contacts add up to in pairs.
private struct UpwardRows: Sendable {
  private(set) var ends: [UInt32] = []
  private(set) var entries: [UInt32] = []
  private(set) var tallies = OpenTallies()

  init(of contacts: Contacts, among actors: Range<Int>) {
    ends.reserveCapacity(actors.count)
    let most = Int(contacts.rows.starts[actors.upperBound] - contacts.rows.starts[actors.lowerBound])
    guard most > 0 else {
      ends = actors.map { _ in 0 }
      return
    }
    entries = [UInt32](unsafeUninitializedCapacity: most) { entries, count in
      contacts.rows.starts.withUnsafeBufferPointer { starts in
        for actor in actors { count = append(actor, of: contacts, starts, to: entries, at: count) }
      }
    }
  }

  /// - Returns: Where the next row begins.
  @inline(__always)
  private mutating func append(
    _ actor: Int, of contacts: Contacts, _ starts: UnsafeBufferPointer<UInt32>,
    to entries: UnsafeMutableBufferPointer<UInt32>, at start: Int
  ) -> Int {
    let row = Int(starts[actor])..<Int(starts[actor + 1])
    var (next, gives, receives) = (start, 0, 0)
    for place in row {
      let (partner, bond) = (contacts.rows.partners[place], contacts.bonds[place].rawValue)
      gives &+= Int(bond & 1)
      receives &+= Int(bond >> 1)
      // Written always and kept only where the contact has more ties, for that is as good as chance.
      entries.initializeElement(at: next, to: partner << 2 | UInt32(bond))
      let other = Int(partner)
      let more = Int(starts[other + 1] &- starts[other]) - row.count
      next &+= (more > 0 ? 1 : 0) | ((more == 0 ? 1 : 0) & (other > actor ? 1 : 0))
    }
    let mutual = gives + receives - row.count
    tallies.add(gives: gives - mutual, receives: receives - mutual, mutual: mutual)
    ends.append(UInt32(truncatingIfNeeded: next))
    return next
  }
}

/// Pairs of contacts by their bonds to the actor between them, and tied pairs.
private struct OpenTallies: Sendable {
  // One number a type: a dictionary would be asked a million times. None is above n(n − 1)(n − 2)/2, which 64 bits hold.
  private var counts = SIMD8<Int>.zero

  mutating func add(gives: Int, receives: Int, mutual: Int) {
    counts &+= SIMD8(
      gives * (gives - 1) / 2, receives * (receives - 1) / 2, gives * receives, mutual * gives, mutual * receives,
      mutual * (mutual - 1) / 2, mutual, gives)
  }

  mutating func add(_ other: OpenTallies) { counts &+= other.counts }

  /// - Parameter triangles: By the bonds from the first to the third, first to the second, second to the third, each not
  ///   empty; all others are not read.
  func census(_ triangles: [Int], actorCount: Int) -> [Int] {
    let open: [TriadType] = [.t021D, .t021U, .t021C, .t111U, .t111D, .t201]
    let (mutualTies, otherTies) = (self.counts[6], self.counts[7])
    var counts = Dictionary(uniqueKeysWithValues: zip(open, open.indices.map { self.counts[$0] }))
    for code in triangles.indices where triangles[code] > 0 {
      let bonds = [code >> 4, code >> 2 & 3, code & 3].map { Bond(rawValue: UInt8($0)) }
      guard bonds.allSatisfy({ $0 != [] }) else { continue }
      let (ac, ab, bc) = (bonds[0], bonds[1], bonds[2])
      counts[TriadType(ab, ac, bc), default: 0] += triangles[code]
      for corner in [TriadType(ab, ac, []), TriadType(ab, [], bc), TriadType([], ac, bc)] {
        counts[corner, default: 0] -= triangles[code]
      }
    }
    var alone = (mutual: mutualTies / 2 * (actorCount - 2), other: otherTies * (actorCount - 2))
    for (type, count) in counts {
      alone.mutual -= count * type.tiedPairs.mutual
      alone.other -= count * type.tiedPairs.other
    }
    counts[.t102] = mutualTies > 0 ? alone.mutual : 0
    counts[.t012] = otherTies > 0 ? alone.other : 0
    let tied = counts.values.reduce(0, +)
    counts[.t003] = actorCount * (actorCount - 1) / 2 * (actorCount - 2) / 3 - tied
    return TriadType.allCases.map { counts[$0] ?? 0 }
  }
}

extension TriadType {
  /// How many of the three pairs are tied both ways and how many one way: the first two digits of the name.
  fileprivate var tiedPairs: (mutual: Int, other: Int) {
    let digits = rawValue.utf8.map { Int($0) - 48 }
    return (digits[0], digits[1])
  }
}
