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
    Self.append("A", actor + 1, digits: actorDigits, to: &bytes)
  }

  func id(of actor: Int) -> String { Self.text("A", actor + 1, digits: actorDigits) }
  func name(of actor: Int, kind: SyntheticKind) -> String { "\(kind.traits.noun) \(actor + 1)" }
  func cluster(_ cluster: Int) -> String { Self.text("C", cluster + 1, digits: clusterDigits) }
  /// Two clusters share a region, two regions a country: pipelines of every range occur.
  func region(ofCluster cluster: Int) -> String { "Region \(cluster / 2 + 1)" }
  func country(ofCluster cluster: Int) -> String { "Country \(cluster / 4 + 1)" }

  private static func text(_ letter: Unicode.Scalar, _ number: Int, digits: Int) -> String {
    var bytes: [UInt8] = []
    append(letter, number, digits: digits, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ letter: Unicode.Scalar, _ number: Int, digits: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: letter))
    var unit = 1
    for _ in 1..<digits { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
      unit /= 10
    }
  }
}
