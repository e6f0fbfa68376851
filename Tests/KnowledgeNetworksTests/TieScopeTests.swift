import KnowledgeNetworks
import Testing

struct TieScopeTests {
  @Test func `all scopes in the order of tables, each with its own word`() {
    #expect(
      TieScope.allScopes.map(\.label) == [
        "local_buzz", "regional_pipeline", "national_pipeline", "international_pipeline", "pipeline", "unknown",
      ])
    #expect(TieScope.allScopes.map(\.isPipeline) == [false, true, true, true, true, false])
  }
}
