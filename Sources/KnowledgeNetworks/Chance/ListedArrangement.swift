/// An arrangement of labels in the list of all different ones, in dictionary order.
struct ListedArrangement<Label: Comparable> {
  private(set) var labels: [Label]

  /// The arrangement at a place of the list; the first has its labels in ascending order.
  ///
  /// - Complexity: O(*n* *l*) time for *n* labels, *l* of them different.
  init(_ labels: [Label], at place: Int = 0) {
    self.labels = labels.sorted()
    guard place > 0 else { return }
    var left: [(label: Label, count: Int)] = []
    for label in self.labels {
      if left.last?.label == label { left[left.count - 1].count += 1 } else { left.append((label, 1)) }
    }
    var (place, arrangements, position) = (UInt(place), Self.count(of: left.map(\.count)), labels.count)
    for target in self.labels.indices {
      for choice in left.indices where left[choice].count > 0 {
        // As many of the arrangements left begin with a label as its share of the labels left.
        let beginning = UInt(position).dividingFullWidth(
          arrangements.multipliedFullWidth(by: UInt(left[choice].count))
        ).quotient
        if place < beginning {
          self.labels[target] = left[choice].label
          left[choice].count -= 1
          arrangements = beginning
          break
        }
        place -= beginning
      }
      position -= 1
    }
  }

  /// How many different orders labels have of which so many are equal.
  private static func count(of sizes: [Int]) -> UInt {
    var (product, placed) = (1 as UInt, 0 as UInt)
    for size in sizes {
      for member in 1...UInt(size) {
        placed += 1
        product = member.dividingFullWidth(product.multipliedFullWidth(by: placed)).quotient
      }
    }
    return product
  }

  /// Goes on to the next arrangement; stays at the last.
  mutating func advance() {
    guard let pivot = labels.indices.dropLast().last(where: { labels[$0] < labels[$0 + 1] }),
      let successor = labels.lastIndex(where: { $0 > labels[pivot] })
    else { return }
    labels.swapAt(pivot, successor)
    labels[(pivot + 1)...].reverse()
  }
}
