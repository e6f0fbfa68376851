/// Which Buzzline this is.
public enum BuzzlineVersion {
  /// The version, as [semantic versioning](https://semver.org) numbers it.
  public static let current = "0.1.0"
}
