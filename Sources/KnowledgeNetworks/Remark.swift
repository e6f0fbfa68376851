/// Something a careful user should know but may use all the same: a doubt, a row set aside, a convention applied.
public struct Remark: Hashable, Sendable {
  /// A short fixed word for the sort of remark, such as `duplicate-claim`: what tables group by.
  public let reason: String
  /// One plain sentence.
  public let message: String
  /// Where it was seen.
  public let place: Place
  /// Whether a row of input was set aside for it.
  public let setsRowAside: Bool

  /// Makes a remark.
  public init(_ reason: String, _ message: String, at place: Place = Place(), setsRowAside: Bool = false) {
    self.reason = reason
    self.message = message
    self.place = place
    self.setsRowAside = setsRowAside
  }
}
