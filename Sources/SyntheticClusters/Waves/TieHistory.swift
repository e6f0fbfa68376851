internal import KnowledgeNetworks

/// All ties there are in any wave of a survey, by the wave in which they are there for the first time.
struct TieHistory: Sendable {
  /// One a wave; where none are formed, those of the first wave alone.
  let cohorts: [TieCohort]

  /// Makes the waves one after the other: ties last or not, and others are formed.
  init(of network: SyntheticNetwork, design: SurveyDesign, workers: Workers) throws(BuzzlineError) {
    var cohorts = [
      try TieCohort(
        firstWave: 0, rowStarts: network.rowStarts, receivers: network.receivers, design: design, workers: workers)
    ]
    if design.formation > 0 {
      for wave in 1..<max(1, design.waveCount) {
        let formation = TieFormation(of: wave, in: network, after: cohorts, design: design)
        let (lengths, receivers) = try formation.rows(workers: workers)
        cohorts.append(
          try TieCohort(
            firstWave: wave, rowStarts: lengths.rowStarts, receivers: receivers, design: design, workers: workers))
      }
    }
    self.cohorts = cohorts
  }

  /// Appends the receivers of an actor in a wave, ascending.
  func appendReceivers(of giver: Int, in wave: Int, to receivers: inout [UInt32]) {
    let first = receivers.count
    for cohort in cohorts {
      for tie in cohort.row(of: giver) where cohort.isThere(tie, in: wave) { receivers.append(cohort.receivers[tie]) }
    }
    if cohorts.count > 1 { receivers[first...].sort() }
  }

  /// The blocks of ties of which the survey is made, wave after wave.
  func blocks(waves: Int) -> [TieBlock] {
    (0..<waves).flatMap { wave in
      cohorts.indices.prefix(wave + 1).flatMap { cohort in
        let ties = RowBlocks(rows: cohorts[cohort].receivers.count, size: TieCohort.blockSize)
        return (0..<ties.count).map { part in
          TieBlock(
            wave: wave, cohort: cohort, ties: ties[part].rows,
            // Those of the first cohort are numbered through all waves.
            reports: cohort == 0 ? wave * ties.count + part : cohort << 48 | wave << 32 | part)
        }
      }
    }
  }
}

/// Ties of one cohort as one wave asks about them.
struct TieBlock: Sendable {
  let wave: Int
  let cohort: Int
  let ties: Range<Int>
  /// The stream of chance of what is reported.
  let reports: Int
}
