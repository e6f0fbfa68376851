public import KnowledgeNetworks

/// A file with up to four faults: bytes changed, put in, taken out, doubled, cut off or exchanged.
///
/// - Parameter telling: Words that mean something to whoever reads the file.
public func damaged(
  _ whole: some Sequence<UInt8>, _ telling: [[UInt8]], _ generator: inout SeededGenerator
) -> [UInt8] {
  var bytes = Array(whole)
  for _ in 0...generator.below(3) where !bytes.isEmpty {
    let place = generator.below(bytes.count)
    let word = telling[generator.below(telling.count)]
    switch generator.below(7) {
    case 0: bytes.replaceSubrange(place...place, with: word)
    case 1: bytes.insert(contentsOf: word, at: place)
    case 2: bytes.remove(at: place)
    case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 1 + generator.below(30))], at: place)
    case 4: bytes.removeSubrange(place..<min(bytes.count, place + generator.below(30)))
    case 5: bytes[place] = UInt8(generator.below(256))
    default: bytes.swapAt(place, generator.below(bytes.count))
    }
  }
  return bytes
}

/// A file with faults, of which single bytes mean something to whoever reads it.
public func damaged(
  _ whole: some Sequence<UInt8>, _ telling: some Sequence<UInt8>, _ generator: inout SeededGenerator
) -> [UInt8] {
  damaged(whole, telling.map { [$0] }, &generator)
}
