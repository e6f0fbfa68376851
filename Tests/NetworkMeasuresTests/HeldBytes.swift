import Foundation

/// How many bytes the arrays and pointers inside a value hold, by looking into it.
func heldBytes(_ value: Any) -> Int {
  if let memory = value as? any HeldMemory { return memory.heldBytes }
  return Mirror(reflecting: value).children.reduce(0) { $0 + heldBytes($1.value) }
}

private protocol HeldMemory {
  var heldBytes: Int { get }
}

extension Array: HeldMemory {
  fileprivate var heldBytes: Int { capacity * MemoryLayout<Element>.stride }
}

#if os(Linux)
  extension UnsafeMutablePointer: HeldMemory {
    /// What the allocator says; Glibc's module leaves the function out.
    fileprivate var heldBytes: Int {
      typealias UsableSize = @convention(c) (UnsafeMutableRawPointer?) -> Int
      guard let function = dlsym(nil, "malloc_usable_size") else { return 0 }
      return unsafeBitCast(function, to: UsableSize.self)(self)
    }
  }
#endif
