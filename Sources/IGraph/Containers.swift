internal import CIgraph

// Numbers on igraph's side. All are made, used and destroyed inside the gate.

/// Real numbers that igraph reads or fills.
struct RealVector: ~Copyable {
  var storage: igraph_vector_t

  init(_ numbers: [Double] = []) throws(IGraphError) {
    var made = igraph_vector_t()
    try Gate.check(
      igraph_vector_init_array(&made, numbers, igraph_integer_t(numbers.count)),
      in: "igraph_vector_init_array")
    storage = made
  }

  deinit {
    var last = storage
    igraph_vector_destroy(&last)
  }

  var numbers: [Double] {
    withUnsafePointer(to: storage) { vector in
      Array(UnsafeBufferPointer(start: buzzline_vector_numbers(vector), count: Int(buzzline_vector_size(vector))))
    }
  }
}

/// Whole numbers that igraph reads or fills.
struct IntegerVector: ~Copyable {
  var storage: igraph_vector_int_t

  init(_ numbers: [UInt32] = []) throws(IGraphError) {
    var made = igraph_vector_int_t()
    try Gate.check(igraph_vector_int_init(&made, igraph_integer_t(numbers.count)), in: "igraph_vector_int_init")
    let places = buzzline_vector_int_numbers(&made)
    for (position, number) in numbers.enumerated() { places?[position] = igraph_integer_t(number) }
    storage = made
  }

  deinit {
    var last = storage
    igraph_vector_int_destroy(&last)
  }

  var numbers: [Int] {
    withUnsafePointer(to: storage) { vector in
      UnsafeBufferPointer(start: buzzline_vector_int_numbers(vector), count: Int(buzzline_vector_int_size(vector)))
        .map(Int.init)
    }
  }
}

/// One point a row: positions in the plane.
struct PointMatrix: ~Copyable {
  var storage: igraph_matrix_t
  private let count: Int

  init(_ points: [(x: Double, y: Double)]) throws(IGraphError) {
    var made = igraph_matrix_t()
    try Gate.check(igraph_matrix_init(&made, igraph_integer_t(points.count), 2), in: "igraph_matrix_init")
    let places = buzzline_matrix_numbers(&made)
    for (row, point) in points.enumerated() {
      places?[row] = point.x
      places?[points.count + row] = point.y
    }
    storage = made
    count = points.count
  }

  deinit {
    var last = storage
    igraph_matrix_destroy(&last)
  }

  var points: [(x: Double, y: Double)] {
    withUnsafePointer(to: storage) { matrix in
      let numbers = UnsafeBufferPointer(start: buzzline_matrix_numbers(matrix), count: 2 * count)
      return (0..<count).map { (numbers[$0], numbers[count + $0]) }
    }
  }
}
