/// Identifiers and places of synthetic actors, zero-padded so that they sort as they are numbered.
struct ActorLabels: Sendable {
  private let actorDigits: Int
  private let clusterDigits: Int

  init(actors: Int, clusters: Int) {
    actorDigits = String(actors).utf8.count
    clusterDigits = max(2, String(clusters).utf8.count)
  }

  var idLength: Int { actorDigits + 1 }

  func appendID(of actor: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "A"))
    Self.append(actor + 1, digits: actorDigits, to: &bytes)
  }

  func id(of actor: Int) -> String {
    var bytes: [UInt8] = []
    appendID(of: actor, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func name(of actor: Int, kind: SyntheticKind) -> String { "\(kind.noun) \(actor + 1)" }

  func cluster(_ cluster: Int) -> String {
    var bytes = [UInt8(ascii: "C")]
    Self.append(cluster + 1, digits: clusterDigits, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Two clusters share a region, two regions a country: pipelines of every range occur.
  func region(ofCluster cluster: Int) -> String { "Region \(cluster / 2 + 1)" }
  func country(ofCluster cluster: Int) -> String { "Country \(cluster / 4 + 1)" }

  private static func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    var unit = 1
    for _ in 1..<digits { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
      unit /= 10
    }
  }
}
