/// A place or a direction in the plane.
typealias Plane = SIMD2<Double>

/// A disc in the plane.
struct Disc {
  var center: Plane
  var radius: Double
}

extension Plane {
  init(_ point: NetworkPicture.Point) { self.init(point.x, point.y) }

  var point: NetworkPicture.Point { .init(x: x, y: y) }
  var length: Double { (x * x + y * y).squareRoot() }
  /// The same direction with length 1; to the right where there is none.
  var unit: Plane { length > 0 ? self / length : Plane(1, 0) }
  var magnitudes: Plane { Plane(abs(x), abs(y)) }

  /// Moved along its direction until its length lies in a range.
  func kept(from least: Double, to most: Double) -> Plane {
    length < least ? unit * least : length > most ? unit * most : self
  }
}

extension NetworkLayout {
  /// Half the way that two places must part to be so far from each other; zero where they are.
  static func push(from left: Plane, to right: Plane, apart least: Double, order: Int) -> Plane {
    let way = right - left
    guard way.x.magnitude < least, way.y.magnitude < least else { return .zero }
    let length = way.length
    guard length < least else { return .zero }
    // Two in one place part in a direction of their own.
    guard length > 1e-9 else { return Plane(Double(order % 5) - 1.5, Double(order % 3) - 0.7).unit * (least / 2) }
    return way * ((least - length) / (2 * length))
  }

  /// Moves places apart, one after the other, each kept where it may stand.
  ///
  /// - Complexity: O(*n*) a step for places that are not all on one spot.
  static func spread(_ places: inout [Plane], apart least: Double, keep: (Int, Plane) -> Plane) {
    for _ in 0..<80 {
      let cells = PlaneCells(of: places, side: least)
      var hasMoved = false
      for place in places.indices {
        let home = PlaneCells.cell(of: places[place], side: least)
        for x in -1...1 {
          for y in -1...1 {
            for other in cells[home &+ SIMD2(x, y)] where other > place {
              let push = push(from: places[place], to: places[other], apart: least, order: other)
              guard push != .zero else { continue }
              hasMoved = true
              places[place] = keep(place, places[place] - push)
              places[other] = keep(other, places[other] + push)
            }
          }
        }
      }
      if !hasMoved { return }
    }
  }

  /// The range that holds all but the outermost hundredth of some numbers at either end.
  ///
  /// Small parts that a layout throws far out must not press the rest into a blot; they stand at the edge.
  struct Spread {
    private let range: ClosedRange<Double>

    init(of values: [Double]) {
      let sorted = values.sorted()
      let cut = sorted.count / 100
      range = sorted.isEmpty ? 0...1 : sorted[cut]...sorted[sorted.count - 1 - cut]
    }

    func share(of value: Double) -> Double {
      let extent = range.upperBound - range.lowerBound
      return extent > 0 ? max(0, min(1, (value - range.lowerBound) / extent)) : 0.5
    }
  }
}

/// Which places lie in which square of the plane: a hash table of buckets one behind the other.
private struct PlaneCells {
  private let cells: [SIMD2<Int>]
  /// Bucket *b* is `members[starts[b] ..< starts[b + 1]]`, ascending.
  private var starts: [Int]
  private var members: [Int]
  private let mask: Int

  init(of places: [Plane], side: Double) {
    cells = places.map { Self.cell(of: $0, side: side) }
    mask = 1 << (Int.bitWidth - places.count.leadingZeroBitCount) - 1
    starts = Array(repeating: 0, count: mask + 2)
    members = Array(repeating: 0, count: places.count)
    for cell in cells { starts[bucket(of: cell) + 1] += 1 }
    for bucket in 0...mask { starts[bucket + 1] += starts[bucket] }
    var next = starts
    for (place, cell) in cells.enumerated() {
      members[next[bucket(of: cell)]] = place
      next[bucket(of: cell)] += 1
    }
  }

  /// The places in a square, ascending.
  subscript(cell: SIMD2<Int>) -> some Sequence<Int> {
    let bucket = bucket(of: cell)
    return members[starts[bucket]..<starts[bucket + 1]].lazy.filter { cells[$0] == cell }
  }

  static func cell(of place: Plane, side: Double) -> SIMD2<Int> {
    SIMD2(Int((place.x / side).rounded(.down)), Int((place.y / side).rounded(.down)))
  }

  private func bucket(of cell: SIMD2<Int>) -> Int { (cell.x &* 73_856_093 ^ cell.y &* 19_349_663) & mask }
}
