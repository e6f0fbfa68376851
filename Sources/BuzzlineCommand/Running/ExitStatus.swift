internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// How the command ends, in the numbers of `sysexits.h`.
enum ExitStatus {
  static let usage: Int32 = 64
  static let data: Int32 = 65
  static let noInput: Int32 = 66
  static let software: Int32 = 70
  static let memory: Int32 = 71
  static let cannotWrite: Int32 = 73
  static let interrupted: Int32 = 130

  /// Prints one sentence on standard error and ends the process.
  static func leave(with error: any Error) -> Never {
    guard let placed = error as? any PlacedError else { BuzzlineCommand.exit(withError: error) }
    let status = code(of: placed)
    StandardError.write("buzzline: \(status == interrupted ? interruptionNotice : placed.description)\n")
    exit(status)
  }

  /// What is said when Ctrl-C ended the work, wherever it was.
  static let interruptionNotice = "Interrupted; nothing was written."

  private static func code(of error: any PlacedError) -> Int32 {
    switch error {
    case let error as SurveyError: code(of: error)
    case let error as NetworkError: code(of: error)
    case let error as MeasureError: code(ofMeasure: error)
    case let error as RoleError: code(of: error)
    case let error as DiffusionError: code(ofSpread: error)
    case let error as StudyError: code(of: error)
    case let error as SyntheticError: code(of: error)
    default: software
    }
  }

  private static func code(of error: SurveyError) -> Int32 {
    switch error.code {
    case .cancelled: interrupted
    case .noInput: noInput
    case .unknownColumn: usage
    case .outOfMemory: memory
    default: data
    }
  }

  private static func code(of error: NetworkError) -> Int32 {
    switch error.code {
    case .cancelled: interrupted
    case .unknownColumn: usage
    default: data
    }
  }

  private static func code(ofMeasure error: MeasureError) -> Int32 {
    switch error.code {
    case .cancelled: interrupted
    case .outOfMemory: memory
    case .engine: software
    default: data
    }
  }

  private static func code(ofSpread error: DiffusionError) -> Int32 {
    switch error.code {
    case .cancelled: interrupted
    case .outOfMemory: memory
    case .invalidChance, .invalidOptions, .invalidSeeds, .unknownGroup: usage
    default: data
    }
  }

  private static func code(of error: RoleError) -> Int32 {
    switch error.code {
    case .cancelled: interrupted
    case .outOfMemory: memory
    default: data
    }
  }

  private static func code(of error: SyntheticError) -> Int32 {
    switch error.code {
    case .cancelled: interrupted
    case .outOfMemory: memory
    default: usage
    }
  }

  private static func code(of error: StudyError) -> Int32 {
    switch error.code {
    case .cannotWrite: cannotWrite
    case .interrupted: interrupted
    case .outOfMemory: memory
    default: usage
    }
  }
}
