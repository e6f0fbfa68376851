import KnowledgeNetworks

/// Some bytes changed, put in, taken out, doubled or cut off.
func damaged(
  _ whole: [UInt8], _ telling: some Sequence<UInt8>, _ generator: inout SeededGenerator
) -> [UInt8] {
  var bytes = whole
  let telling = Array(telling)
  for _ in 0...generator.below(3) where !bytes.isEmpty {
    let place = generator.below(bytes.count)
    switch generator.below(6) {
    case 0: bytes[place] = telling[generator.below(telling.count)]
    case 1: bytes.insert(telling[generator.below(telling.count)], at: place)
    case 2: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
    case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 1 + generator.below(20))], at: place)
    case 4: bytes.removeSubrange(place..<min(bytes.count, place + generator.below(30)))
    default: bytes.swapAt(place, generator.below(bytes.count))
    }
  }
  return bytes
}
