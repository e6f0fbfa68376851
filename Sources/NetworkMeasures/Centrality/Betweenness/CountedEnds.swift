/// To whom shortest paths count.
enum CountedEnds: Sendable {
  case all
  /// To actors of another group than the source; an actor without a group, coded below 0, is no end and no source.
  case otherGroups(codes: [Int32], groupCount: Int)

  /// Whether paths from one actor to another count.
  func areCounted(from source: Int, to target: Int) -> Bool {
    switch self {
    case .all: true
    case .otherGroups(let codes, _): codes[source] >= 0 && codes[target] >= 0 && codes[source] != codes[target]
    }
  }

  func isSource(_ actor: Int) -> Bool {
    switch self {
    case .all: true
    case .otherGroups(let codes, _): codes[actor] >= 0
    }
  }
}

/// In which of eight searches an actor is an end that counts.
protocol EndLanes {
  func lanes(to actor: Int) -> UInt8
}

struct AllEnds: EndLanes {
  @inline(__always)
  func lanes(to actor: Int) -> UInt8 { .max }
}

struct OtherGroupEnds: EndLanes {
  private let codes: [Int32]
  /// By group counted from 1; none for those without a group.
  private var lanesByGroup: [UInt8]

  /// - Parameter sources: The actors that up to eight searches began at, each with a group.
  init(from sources: ArraySlice<UInt32>, codes: [Int32], groupCount: Int) {
    self.codes = codes
    lanesByGroup = [UInt8](repeating: .max, count: groupCount + 1)
    lanesByGroup[0] = 0
    for (lane, source) in sources.enumerated() { lanesByGroup[Int(codes[Int(source)]) + 1] &= ~(1 << UInt8(lane)) }
  }

  @inline(__always)
  func lanes(to actor: Int) -> UInt8 { lanesByGroup[Int(codes[actor]) + 1] }
}
