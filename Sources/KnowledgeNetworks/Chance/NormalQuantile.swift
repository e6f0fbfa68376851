extension Double {
  /// The 0.975 quantile of the standard normal distribution, for intervals of 95 %.
  package static let normalQuantile975 = 1.959963984540054
}
