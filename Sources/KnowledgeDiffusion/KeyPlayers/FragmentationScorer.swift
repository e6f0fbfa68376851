internal import KnowledgeNetworks

/// Values sets by how far apart the others are without them.
struct FragmentationScorer: SetScorer {
  private let measure: KeyPlayerMeasure
  private let actors: Int
  private var gone: [Int] = []
  private var kernel: PairStepKernel

  init(_ measure: KeyPlayerMeasure, along rows: CompressedRows) {
    self.measure = measure
    actors = rows.starts.count - 1
    kernel = PairStepKernel(along: rows)
  }

  mutating func begin(with members: [Int]) { gone = members }

  mutating func value(adding actor: Int) -> Double { value(of: gone.contains(actor) ? gone : gone + [actor]) }

  mutating func value(of members: [Int]) -> Double {
    let remaining = actors - members.count
    return measure.value(counts: kernel.pairsBySteps(without: members), of: remaining * (remaining - 1))
  }
}
