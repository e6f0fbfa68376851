internal import KnowledgeNetworks

/// The ties of some of the actors among themselves, seen from one side; actors are numbered in the order they were named.
struct TieRows: Sendable {
  private let rows: CompressedRows

  /// The receivers of each member, as far as they are members.
  ///
  /// - Parameter members: Ascending.
  /// - Complexity: O(*n* + *m*) time and space; neither where all are members.
  init(receiversIn network: KnowledgeNetwork, among members: [Int]) {
    self.init(network.outgoing, among: members)
  }

  /// The givers of each member, as far as they are members; else as ``init(receiversIn:among:)``.
  init(giversIn network: KnowledgeNetwork, among members: [Int]) {
    self.init(network.incoming, among: members)
  }

  private init(_ all: CompressedRows, among members: [Int]) {
    guard members.count < all.starts.count - 1 else {
      rows = all
      return
    }
    var places = [Int32](repeating: -1, count: all.starts.count - 1)
    for (place, member) in members.enumerated() { places[member] = Int32(truncatingIfNeeded: place) }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(members.count + 1)
    var partners: [UInt32] = []
    partners.reserveCapacity(all.partners.count)
    for member in members {
      for partner in all[member] where places[Int(partner)] != -1 {
        partners.append(UInt32(bitPattern: places[Int(partner)]))
      }
      starts.append(UInt32(partners.count))
    }
    rows = CompressedRows(starts: starts, partners: partners)
  }

  /// How many actors there are.
  var count: Int { rows.starts.count - 1 }
  /// How many ties there are.
  var tieCount: Int { rows.partners.count }

  func count(of actor: Int) -> Int { rows.count(of: actor) }

  func row(of actor: Int) -> ArraySlice<UInt32> { rows[actor] }

  /// The rows as bare memory, for work over threads.
  func withPointers(
    _ body: ((starts: UnsafeBufferPointer<UInt32>, partners: UnsafeBufferPointer<UInt32>)) -> Void
  ) {
    rows.starts.withUnsafeBufferPointer { starts in
      rows.partners.withUnsafeBufferPointer { partners in body((starts, partners)) }
    }
  }
}
