/// Ends a long computation whose task was cancelled.
func stopIfCancelled() throws(MeasureError) {
  guard !Task.isCancelled else { throw MeasureError(.cancelled, "The computation was cancelled.") }
}
