/// The single ties behind connected pairs, kept only where a tie has a topic, channel or wave or is not alone.
struct TieLayers: Sendable {
  /// The ties of connected pair *k* are `starts[k] ..< starts[k + 1]`.
  let starts: [UInt32]
  let weights: [Double]
  let topics: LayerColumn
  let channels: LayerColumn
  let waves: LayerColumn
}

/// One word a tie, stored as a number; numbers follow the order of the words, 0 is *not stated*.
struct LayerColumn: Sendable {
  let words: [String]
  let codes: [UInt32]

  subscript(tie: Int) -> String? { codes[tie] == 0 ? nil : words[Int(codes[tie]) - 1] }
}
