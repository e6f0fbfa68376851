/// One value for each of the five brokerage roles.
public struct BrokerageProfile<Value> {
  /// The value of ``BrokerageRole/coordinator``.
  public var coordinator: Value
  /// The value of ``BrokerageRole/itinerant``.
  public var itinerant: Value
  /// The value of ``BrokerageRole/gatekeeper``.
  public var gatekeeper: Value
  /// The value of ``BrokerageRole/representative``.
  public var representative: Value
  /// The value of ``BrokerageRole/liaison``.
  public var liaison: Value

  /// Takes the values in the order of ``BrokerageRole``.
  public init(coordinator: Value, itinerant: Value, gatekeeper: Value, representative: Value, liaison: Value) {
    self.coordinator = coordinator
    self.itinerant = itinerant
    self.gatekeeper = gatekeeper
    self.representative = representative
    self.liaison = liaison
  }

  /// Asks for the value of each role.
  public init(_ value: (BrokerageRole) -> Value) {
    self.init(
      coordinator: value(.coordinator), itinerant: value(.itinerant), gatekeeper: value(.gatekeeper),
      representative: value(.representative), liaison: value(.liaison))
  }

  /// The value of a role.
  public subscript(role: BrokerageRole) -> Value {
    get {
      switch role {
      case .coordinator: coordinator
      case .itinerant: itinerant
      case .gatekeeper: gatekeeper
      case .representative: representative
      case .liaison: liaison
      }
    }
    set {
      switch role {
      case .coordinator: coordinator = newValue
      case .itinerant: itinerant = newValue
      case .gatekeeper: gatekeeper = newValue
      case .representative: representative = newValue
      case .liaison: liaison = newValue
      }
    }
  }
}

extension BrokerageProfile: Equatable where Value: Equatable {}
extension BrokerageProfile: Hashable where Value: Hashable {}
extension BrokerageProfile: Sendable where Value: Sendable {}
extension BrokerageProfile: Codable where Value: Codable {}

/// How many ordered pairs an actor, or the whole network, brokers in each role.
public typealias BrokerageCounts = BrokerageProfile<Int>
/// A number for each role, such as partial credit.
public typealias BrokerageValues = BrokerageProfile<Double>

extension BrokerageProfile where Value: AdditiveArithmetic {
  /// Nothing in any role.
  public static var zero: BrokerageProfile { BrokerageProfile { _ in .zero } }

  /// The sum over the five roles.
  public var total: Value { coordinator + itinerant + gatekeeper + representative + liaison }

  /// Adds role by role.
  public static func + (left: BrokerageProfile, right: BrokerageProfile) -> BrokerageProfile {
    BrokerageProfile { left[$0] + right[$0] }
  }

  /// Subtracts role by role.
  public static func - (left: BrokerageProfile, right: BrokerageProfile) -> BrokerageProfile {
    BrokerageProfile { left[$0] - right[$0] }
  }
}

/// A profile for each actor that takes part in brokerage, one for each group and one for the network.
public struct BrokerageTable<Value: Sendable>: Sendable {
  /// What holds for the network as a whole: of counts and credits, the sums over all actors.
  public let totals: BrokerageProfile<Value>
  /// What holds for the members of each group together: of counts and credits, the sums over them; of a test, that of
  /// the sum of their counts, the same actors whatever their labels become.
  public let groups: [BrokerageProfile<Value>]
  let profiles: [BrokerageProfile<Value>?]

  /// The profile of the actor at a roster position; `nil` where its group is not stated.
  public subscript(actor: Int) -> BrokerageProfile<Value>? { profiles[actor] }
}

extension BrokerageTable: Equatable where Value: Equatable {}
extension BrokerageTable: Hashable where Value: Hashable {}
extension BrokerageTable: Codable where Value: Codable {}
