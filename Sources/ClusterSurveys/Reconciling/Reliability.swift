/// How reliable two-sided claims are: where both sides of a pair reported, how often they say the same.
///
/// Counted on ordered pairs of actors in a wave. A side affirms a pair if it affirms any topic and channel of it, denies
/// it if it denies all of which a row speaks, and else did not report. Pairs of which no row speaks count as well, where
/// both actors answered. Given ties have one side only and do not count.
public struct Reliability: Hashable, Codable, Sendable {
  /// All waves together.
  public let overall: ReportAgreement
  /// Each wave, ascending, the wave without a name first.
  public let byWave: [AgreementSlice]
  /// Each topic, ascending, over the waves in which it occurs; empty where no claim states one.
  public let byTopic: [AgreementSlice]
  /// Over- and under-claiming by actor, in roster order, over all waves.
  public let byActor: [ActorClaims]
  /// The same by kind, ascending, actors without a kind first.
  public let byKind: [KindClaims]
}

/// The agreement within one wave or topic.
public struct AgreementSlice: Hashable, Codable, Sendable {
  /// The wave or topic.
  public let label: String?
  /// The agreement in it.
  public let agreement: ReportAgreement
}
