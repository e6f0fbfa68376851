/// How much memory this process may take.
public struct MemoryBudget: Hashable, Sendable {
  /// The most bytes it may hold altogether; `nil` for what the machine still offers when it is asked.
  public let limit: Int?

  /// Sets a limit in the place of what the machine offers.
  public init(limit: Int) {
    precondition(limit >= 0, "memory is counted in bytes")
    self.limit = limit
  }

  private init() { limit = nil }

  /// What the machine offers: its free memory, the limits of the groups the process belongs to and the limit of its
  /// addresses, whichever leaves least.
  public static let machine = MemoryBudget()

  /// How many more bytes may be taken now; `nil` where the system does not say.
  public var available: Int? {
    guard let limit else { return MachineMemory.system.available }
    return max(0, limit - (MachineMemory.system.resident ?? 0))
  }
}
