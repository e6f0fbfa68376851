internal import Foundation

extension Array {
  /// Makes an array of which every element is written by `fill`, and asks the system for large pages where the array is
  /// large: reading and writing all over it is then two to three times as fast.
  ///
  /// - Parameter fill: Initialises all elements, or throws.
  package init<Failure: Error>(
    large count: Int, filledBy fill: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Void
  ) throws(Failure) where Element: BitwiseCopyable {
    // All empty arrays of the program share one storage, and making one this way would write to it.
    guard count > 0 else {
      try fill(UnsafeMutableBufferPointer(start: nil, count: 0))
      self = []
      return
    }
    var failure: Failure?
    self.init(unsafeUninitializedCapacity: count) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).adviseLargePages()
      do throws(Failure) {
        try fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
        filled = count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  /// Makes an empty array with room for so many elements, in large pages where it is large.
  package init(largeCapacity count: Int) {
    guard count > 0 else {
      self = []
      return
    }
    self.init(unsafeUninitializedCapacity: count) { buffer, _ in
      UnsafeMutableRawBufferPointer(buffer).adviseLargePages()
    }
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Tells the system that these bytes will be read and written in no order.
  package func adviseLargePages() {
    #if os(Linux)
      let page = 1 << 21
      guard let baseAddress, count >= 2 * page else { return }
      let start = (Int(bitPattern: baseAddress) + page - 1) / page * page
      let end = (Int(bitPattern: baseAddress) + count) / page * page
      // Advice: where it is not taken, all works as it did.
      madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
    #endif
  }
}
