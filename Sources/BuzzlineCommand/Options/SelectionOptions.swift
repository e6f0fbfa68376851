internal import ArgumentParser
internal import Buzzline

/// Which part of a study a command looks at.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A wave to look at, each as a network of its own; all takes the waves together as one.", valueName: "wave"))
  var wave: [String] = []
  @Option(help: ArgumentHelp("A topic to look at; several times for several.", valueName: "topic"))
  var topic: [String] = []
  @Option(help: ArgumentHelp("A channel to look at; several times for several.", valueName: "channel"))
  var channel: [String] = []
  @Option(
    help: ArgumentHelp(
      "Where ties lead that are looked at: local_buzz, pipelines, regional_pipeline, national_pipeline, "
        + "international_pipeline or unknown; several times for several.", valueName: "scope"))
  var scope: [ScopeName] = []
  @Option(
    help: ArgumentHelp("A kind of actors to look at, and the ties among them; several times.", valueName: "kind"))
  var kind: [ActorKind] = []
  @Option(
    help: ArgumentHelp("A cluster to look at, and the ties among its actors; several times.", valueName: "cluster"))
  var cluster: [String] = []

  /// Whether the waves are taken together as one network.
  var poolsWaves: Bool { wave == ["all"] }

  func validate() throws {
    guard !wave.contains("all") || poolsWaves else {
      throw ValidationError("--wave all takes all waves together; it stands alone.")
    }
  }

  var selection: StudySelection {
    StudySelection(
      waves: poolsWaves ? [] : wave, topics: topic, channels: channel, scopes: Set(scope.flatMap(\.scopes)),
      kinds: kind, clusters: cluster.map(Cluster.init(rawValue:)))
  }
}

/// A scope of ties, or all pipelines whatever their range.
struct ScopeName: ExpressibleByArgument {
  let scopes: Set<TieScope>

  init?(argument: String) {
    guard argument != "pipelines" else {
      scopes = TieScope.pipelines
      return
    }
    guard let scope = TieScope(label: argument) else { return nil }
    scopes = [scope]
  }
}
