internal import Benchmark
internal import Buzzline

/// A first run is no different from a later one here, so none is thrown away: igraph takes half a minute for some.
private var configuration: Benchmark.Configuration {
  Benchmark.Configuration(
    metrics: [.wallClock, .peakMemoryResident], timeUnits: .microseconds, warmupIterations: 0,
    maxDuration: .seconds(1), maxIterations: 20)
}

/// Runs some work on a network as a benchmark, under the kernel's name, the engine's and the input's.
func time(
  _ kernel: String, on input: Input, _ work: @escaping @Sendable (KnowledgeNetwork) throws -> Void
) {
  time(kernel, by: .parallel, on: input, from: { try input.network() }, work)
}

/// Times work on what was made for it, then, with the clock stopped, has its answer judged.
func time<Subject, Answer>(
  _ kernel: String, by engine: Engine, on input: Input, from subject: @escaping @Sendable () throws -> Subject,
  _ work: @escaping @Sendable (Subject) throws -> Answer,
  judge: @escaping @Sendable (Answer, Subject) throws -> Bool = { _, _ in true }
) {
  Benchmark("\(kernel) \(engine.rawValue) \(input.name)", configuration: configuration) { benchmark, subject in
    benchmark.startMeasurement()
    let answer = try work(subject)
    benchmark.stopMeasurement()
    blackHole(answer)
    if try !judge(answer, subject) { benchmark.error("\(kernel): the engines disagree on \(input.name)") }
  } setup: {
    try subject()
  }
}
