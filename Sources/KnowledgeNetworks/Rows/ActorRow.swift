/// The partners of one actor on one side, ascending by roster position: a view of the network, not a copy.
public struct ActorRow: RandomAccessCollection, Sendable {
  private let partners: ArraySlice<UInt32>

  init(_ partners: ArraySlice<UInt32>) { self.partners = partners }

  /// The position of the first partner in the row storage.
  public var startIndex: Int { partners.startIndex }
  /// The position past the last partner.
  public var endIndex: Int { partners.endIndex }
  /// The roster position of a partner.
  public subscript(position: Int) -> Int { Int(partners[position]) }

  /// Whether an actor is in the row.
  ///
  /// - Complexity: O(log *d*) time for *d* partners.
  public func contains(_ actor: Int) -> Bool { position(of: actor) != nil }

  /// Where an actor stands in the row storage, if it does.
  func position(of actor: Int) -> Int? {
    var low = partners.startIndex
    var high = partners.endIndex
    while low < high {
      let middle = (low + high) / 2
      if partners[middle] < actor { low = middle + 1 } else { high = middle }
    }
    return low < partners.endIndex && partners[low] == actor ? low : nil
  }
}
