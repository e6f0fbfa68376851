internal import KnowledgeNetworks

/// The claims of a study: a collection of `Claim`.
///
/// Each takes 24 bytes, or 32 where weights are stated, so that a survey of millions of claims fits in little memory: who
/// speaks of whom is kept by numbers, and what many claims have in common once.
///
/// Properties:
/// - Two lists are equal if their claims are, however they are kept.
public struct ClaimList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, Sendable {
  /// A claim, but for its weight, by numbers.
  struct Entry: Sendable {
    var respondent: Int32
    /// The position of an actor, or the place among ``ClaimList/unknownPartners``.
    var partner: Int32
    /// The place among ``ClaimList/settings``.
    var setting: UInt32
    /// 0 where it is not known, as ``column``.
    var line: Int32
    var column: Int32
    var item: SurveyItem
    var answer: Answer
    var isAboutActor: Bool
  }

  private(set) var entries: [Entry] = []
  /// The weights, ``unstated`` where none is stated; empty where no claim states one.
  private var weights: [Double] = []
  /// What many claims have in common; some of it may belong to no claim any more.
  private(set) var settings: [ClaimSetting] = []
  /// Groups and words that were named; some may be named by no claim any more.
  private(set) var unknownPartners: [ClaimPartner] = []
  /// The places of both, once claims are put in one by one.
  private var places: Places?

  private struct Places: Sendable {
    var ofSettings: [ClaimSetting: UInt32] = [:]
    var ofPartners: [ClaimPartner: Int32] = [:]
  }

  /// A number that no computation gives: NaN with a pattern of its own.
  private static let unstated = Double(bitPattern: 0x7FF8_0000_00C1_A135)

  /// Makes an empty list.
  public init() {}

  /// Takes claims in their order.
  public init(_ claims: some Sequence<Claim>) {
    if let list = claims as? ClaimList { self = list } else { append(contentsOf: claims) }
  }

  /// Makes a list of claims whose entries mean these settings and partners.
  ///
  /// - Parameter weights: None, or one for each.
  init(_ entries: [Entry], settings: [ClaimSetting], unknownPartners: [ClaimPartner], weights: [Double?]) {
    (self.entries, self.settings, self.unknownPartners) = (entries, settings, unknownPartners)
    if weights.contains(where: { $0 != nil }) { self.weights = weights.map { $0 ?? Self.unstated } }
  }

  /// The first position, 0.
  public var startIndex: Int { 0 }
  /// The number of claims.
  public var endIndex: Int { entries.count }

  /// The claim at a position.
  ///
  /// - Complexity: O(1), but for the first change, which takes O(*s*) time for *s* different settings and partners.
  public subscript(position: Int) -> Claim {
    get {
      let entry = entries[position]
      return Claim(
        respondent: Int(entry.respondent), item: entry.item, partner: partner(of: entry), answer: entry.answer,
        weight: weight(at: position), in: settings[Int(entry.setting)],
        at: Place(line: entry.line == 0 ? nil : Int(entry.line), column: entry.column == 0 ? nil : Int(entry.column)))
    }
    set {
      entries[position] = entry(of: newValue)
      if newValue.weight != nil || !weights.isEmpty {
        stateWeights()
        weights[position] = newValue.weight ?? Self.unstated
      }
    }
  }

  /// Puts other claims in the place of some.
  public mutating func replaceSubrange(_ range: Range<Int>, with claims: some Collection<Claim>) {
    let (new, newWeights) = (claims.map { entry(of: $0) }, claims.map { $0.weight ?? Self.unstated })
    if !weights.isEmpty || claims.contains(where: { $0.weight != nil }) {
      stateWeights()
      weights.replaceSubrange(range, with: newWeights)
    }
    entries.replaceSubrange(range, with: new)
  }

  /// The claims for which something holds.
  public func filter(_ isIncluded: (Claim) throws -> Bool) rethrows -> ClaimList {
    try kept { position in try isIncluded(self[position]) ? entries[position] : nil }
  }

  /// Claims that are kept, some of them changed by numbers alone.
  ///
  /// - Parameter entry: What becomes of the claim at a position; `nil` where it is left out.
  func kept(_ entry: (Int) throws -> Entry?) rethrows -> ClaimList {
    var list = ClaimList([], settings: settings, unknownPartners: unknownPartners, weights: [])
    for position in entries.indices {
      if let entry = try entry(position) { list.append(entry, weight: weight(at: position)) }
    }
    return list
  }

  func partner(of entry: Entry) -> ClaimPartner {
    entry.isAboutActor ? .actor(Int(entry.partner)) : unknownPartners[Int(entry.partner)]
  }

  /// The weight that a claim states.
  func weight(at position: Int) -> Double? {
    weights.isEmpty || weights[position].bitPattern == Self.unstated.bitPattern ? nil : weights[position]
  }

  /// Takes an entry of which the setting and the partner are known here.
  mutating func append(_ entry: Entry, weight: Double?) {
    if weight != nil { stateWeights() }
    if !weights.isEmpty || weight != nil { weights.append(weight ?? Self.unstated) }
    entries.append(entry)
  }

  private mutating func stateWeights() {
    if weights.isEmpty { weights = [Double](repeating: Self.unstated, count: entries.count) }
  }

  /// Moves all claims to where their actors have moved.
  mutating func move(to ranks: [UInt32]) {
    for position in entries.indices {
      let entry = entries[position]
      entries[position].respondent = Int32(ranks[Int(entry.respondent)])
      if entry.isAboutActor { entries[position].partner = Int32(ranks[Int(entry.partner)]) }
    }
  }

  private mutating func entry(of claim: Claim) -> Entry {
    if places == nil {
      let ofSettings = Dictionary(settings.enumerated().map { ($1, UInt32($0)) }) { first, _ in first }
      let ofPartners = Dictionary(unknownPartners.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
      places = Places(ofSettings: ofSettings, ofPartners: ofPartners)
    }
    let place = claim.place
    var entry = Entry(
      respondent: Int32(clamping: claim.respondent), partner: 0, setting: self.place(of: claim.setting),
      line: Int32(clamping: place.line ?? 0), column: Int32(clamping: place.column ?? 0), item: claim.item,
      answer: claim.answer, isAboutActor: false)
    if case .actor(let position) = claim.partner {
      (entry.partner, entry.isAboutActor) = (Int32(clamping: position), true)
    } else {
      entry.partner = self.place(of: claim.partner)
    }
    return entry
  }

  private mutating func place(of setting: ClaimSetting) -> UInt32 {
    if let place = places?.ofSettings[setting] { return place }
    places?.ofSettings[setting] = UInt32(settings.count)
    settings.append(setting)
    return UInt32(settings.count - 1)
  }

  private mutating func place(of partner: ClaimPartner) -> Int32 {
    if let place = places?.ofPartners[partner] { return place }
    places?.ofPartners[partner] = Int32(unknownPartners.count)
    unknownPartners.append(partner)
    return Int32(unknownPartners.count - 1)
  }
}

extension ClaimList: ExpressibleByArrayLiteral {
  /// Takes claims in their order.
  public init(arrayLiteral claims: Claim...) { self.init(claims) }
}

extension ClaimList: Hashable {
  /// Whether both hold the same claims in the same order.
  public static func == (left: ClaimList, right: ClaimList) -> Bool { left.elementsEqual(right) }

  /// Hashes the claims.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for claim in self { hasher.combine(claim) }
  }
}
