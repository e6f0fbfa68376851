internal import KnowledgeNetworks

/// The rows of a network in one direction, flat: what a search along ties reads in its inner loop.
struct PartnerRows: Sendable {
  /// Row *i* is `partners[starts[i] ..< starts[i + 1]]`.
  let starts: [Int]
  let partners: [UInt32]

  /// Copies the rows of receivers, of givers, or of contacts in either direction.
  init(of network: KnowledgeNetwork, _ direction: Direction) {
    if direction == .both {
      let contacts = Contacts(of: network)
      (starts, partners) = (contacts.starts, contacts.partners)
      return
    }
    var starts = [0]
    var partners: [UInt32] = []
    starts.reserveCapacity(network.actorCount + 1)
    for actor in network.actors.indices {
      let row = direction == .outgoing ? network.receivers(of: actor) : network.givers(to: actor)
      for partner in row { partners.append(UInt32(partner)) }
      starts.append(partners.count)
    }
    (self.starts, self.partners) = (starts, partners)
  }

  var actorCount: Int { starts.count - 1 }

  /// Where an actor's partners stand.
  subscript(actor: Int) -> Range<Int> { starts[actor]..<starts[actor + 1] }
}
