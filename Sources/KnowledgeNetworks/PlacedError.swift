/// What every error of the library tells: where, and in one plain sentence what.
public protocol PlacedError: Error, CustomStringConvertible {
  /// Where it happened.
  var place: Place { get }
  /// One plain sentence.
  var message: String { get }
}

extension PlacedError {
  /// The place, where there is one, and the sentence: `ties.csv:3:5: …`.
  public var description: String {
    let position = place.position
    return position.isEmpty ? message : "\(position): \(message)"
  }
}
