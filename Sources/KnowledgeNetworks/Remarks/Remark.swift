/// Something a careful user should know but may use all the same: a doubt, a row set aside, a convention applied.
public struct Remark: Hashable, Codable, Sendable {
  /// One of the names or labels that a remark is about.
  public struct Instance: Hashable, Codable, Sendable {
    /// The name, and what was made of it.
    public let text: String
    /// Where it stands first.
    public let place: Place

    /// Makes an instance.
    public init(_ text: String, at place: Place = Place()) { (self.text, self.place) = (text, place) }
  }

  /// A short fixed word for the sort of remark, such as `duplicate-claim`: what tables group by.
  public let reason: String
  /// One plain sentence, the same for any order of the rows; of many names it lists the first.
  public let message: String
  /// Where it was seen.
  public let place: Place
  /// Whether a row of input was set aside for it.
  public let setsRowAside: Bool
  /// Every name or label it is about, with its place; empty where it is about none.
  public let instances: [Instance]
  /// Lines of a file that would settle the doubt, ready to be copied, the heading first; empty where there are none.
  public let remedy: [String]

  /// Makes a remark.
  public init(
    _ reason: String, _ message: String, at place: Place = Place(), setsRowAside: Bool = false,
    instances: [Instance] = [], remedy: [String] = []
  ) {
    self.reason = reason
    self.message = message
    self.place = place
    self.setsRowAside = setsRowAside
    self.instances = instances
    self.remedy = remedy
  }
}
