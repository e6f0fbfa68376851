import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct TriadCensusTests {
  @Test func knoke() throws {
    let census = try KnokeOrganisations.information.triadCensus()
    #expect(census.counts == [3, 13, 12, 1, 13, 3, 10, 4, 7, 0, 14, 4, 2, 1, 24, 9])
  }

  @Test func typesStandInTheCustomaryOrder() {
    let names = "003 012 102 021D 021U 021C 111D 111U 030T 030C 201 120D 120U 120C 210 300"
    #expect(TriadType.allCases.map(\.rawValue).joined(separator: " ") == names)
  }

  @Test func mutualAndOneReceivedIs111D() throws {
    let receiving = try KnowledgeNetwork.test(3, [(0, 1), (1, 0), (2, 0)]).triadCensus()
    #expect(receiving[.t111D] == 1 && receiving[.t111U] == 0)
    let giving = try KnowledgeNetwork.test(3, [(0, 1), (1, 0), (0, 2)]).triadCensus()
    #expect(giving[.t111U] == 1 && giving[.t111D] == 0)
  }

  @Test func agreesWithALoopOverTriples() throws {
    let types = try typesByCode()
    #expect(types.count == 64)
    for network in try KnowledgeNetwork.all(3) + KnowledgeNetwork.all(4) + SmallNetworks.random(60) {
      let links = network.links
      var counts: [String: Int] = [:]
      for a in links.indices {
        for b in links.indices where a < b {
          for c in links.indices where b < c {
            let type = try #require(types[code([a, b, c]) { links[$0][$1] }])
            counts[type, default: 0] += 1
          }
        }
      }
      let census = try network.triadCensus()
      #expect(census.counts == TriadType.allCases.map { counts[$0.rawValue] ?? 0 })
    }
  }

  @Test func triadsSumToAllTriples() throws {
    for network in try SmallNetworks.random(40) {
      let actors = network.actorCount
      #expect(try network.triadCensus().counts.reduce(0, +) == actors * (actors - 1) * (actors - 2) / 6)
    }
    #expect(try KnowledgeNetwork.test(0, []).triadCensus().counts == Array(repeating: 0, count: 16))
    #expect(try KnowledgeNetwork.test(2, [(0, 1)]).triadCensus().counts == Array(repeating: 0, count: 16))
  }

  @Test func reversalSwapsDownAndUp() throws {
    for network in try SmallNetworks.random(40) {
      let (forth, back) = try (network.triadCensus(), network.reversed().triadCensus())
      let swaps: [(TriadType, TriadType)] = [(.t021D, .t021U), (.t111D, .t111U), (.t120D, .t120U)]
      for (down, up) in swaps {
        #expect(forth[down] == back[up] && forth[up] == back[down])
      }
      for type in TriadType.allCases where !swaps.contains(where: { $0.0 == type || $0.1 == type }) {
        #expect(forth[type] == back[type])
      }
    }
  }

  /// The ties among three actors as six bits.
  private func code(_ actors: [Int], _ isTied: (Int, Int) -> Bool) -> Int {
    let pairs = [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)]
    return pairs.enumerated().reduce(0) { code, pair in
      code | (isTied(actors[pair.element.0], actors[pair.element.1]) ? 1 << pair.offset : 0)
    }
  }

  /// Every way three actors can be tied, found by renaming the actors of one example a type.
  private func typesByCode() throws -> [Int: String] {
    let examples: [String: [String]] = [
      "003": [], "012": ["01"], "102": ["01", "10"], "021D": ["01", "02"], "021U": ["10", "20"],
      "021C": ["01", "12"], "111D": ["01", "10", "20"], "111U": ["01", "10", "02"], "030T": ["01", "12", "02"],
      "030C": ["01", "12", "20"], "201": ["01", "10", "02", "20"], "120D": ["01", "10", "20", "21"],
      "120U": ["01", "10", "02", "12"], "120C": ["01", "10", "02", "21"], "210": ["01", "10", "02", "20", "12"],
      "300": ["01", "10", "02", "20", "12", "21"],
    ]
    var types: [Int: String] = [:]
    for (type, ties) in examples {
      for renamed in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let code = code(renamed) { ties.contains("\($0)\($1)") }
        #expect(types[code] == nil || types[code] == type)
        types[code] = type
      }
    }
    return types
  }
}
