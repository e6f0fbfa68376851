internal import Benchmark

let benchmarks: @Sendable () -> Void = {
  for input in Input.sizes {
    besideIGraph(input)
    alone(input)
    spreading(input)
    making(input)
  }
}
