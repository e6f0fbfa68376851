/// A JSON value whose objects keep the order of their members, so that the same value is always the same bytes.
public enum JSONValue: Hashable, Sendable {
  /// Nothing, or not defined.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case count(Int)
  /// A number; one that is not finite is written as `null`.
  case number(Double)
  /// Text.
  case text(String)
  /// Values in order.
  case list([JSONValue])
  /// Named values in order.
  case object([Member])

  /// A named value of an object.
  public struct Member: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue

    /// Makes a member.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Text, or `null` where there is none.
  public init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }

  /// A number, or `null` where there is none.
  public init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }

  /// How many, or `null` where nobody can tell.
  public init(_ count: Int?) { self = count.map(JSONValue.count) ?? .null }

  /// A seed; as text where it is too large for a whole number.
  public init(seed: UInt64) { self = seed <= UInt64(Int.max) ? .count(Int(seed)) : .text(String(seed)) }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
  /// An object, in the order written.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
  /// A list.
  public init(arrayLiteral values: JSONValue...) { self = .list(values) }
  /// Text.
  public init(stringLiteral text: String) { self = .text(text) }
}
