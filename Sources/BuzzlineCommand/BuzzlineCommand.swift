internal import ArgumentParser

@main
struct BuzzlineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "buzzline")
}
