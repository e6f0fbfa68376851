internal import KnowledgeNetworks

/// Ends a long computation whose task was cancelled.
func stopIfCancelled() throws(BuzzlineError) {
  guard !Task.isCancelled else { throw BuzzlineError(.cancelled, "The computation was cancelled.") }
}
