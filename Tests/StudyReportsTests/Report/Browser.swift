import Foundation
import TestNetworks

/// A browser without a window, driven over its debugging pipe.
///
/// One page at a time; whatever the page logs, throws or requests is kept.
final class Browser {
  /// Where a browser lies on this machine; `nil` where there is none, and then its tests are skipped.
  static let path = Programs.path(of: "chromium", "chromium-browser", "google-chrome")

  enum Failure: Error {
    case closed
    case silent
    case refused(String)
  }

  private let process = Process()
  private let scratch: ScratchFolder
  private let input: Int32
  private let output: Int32
  private var received: [UInt8] = []
  private var lastMessage = 0
  private var session: String?
  /// What the page wrote to its console, or threw.
  private(set) var complaints: [String] = []
  /// The addresses that were requested.
  private(set) var requests: [String] = []

  init(_ path: String, options: [String] = []) throws {
    let scratch = try ScratchFolder()
    self.scratch = scratch
    let pipes = ["in", "out"].map { scratch.url.appending(path: $0).path }
    for pipe in pipes { guard mkfifo(pipe, 0o600) == 0 else { throw Failure.closed } }
    // Opened both ways, so that neither side waits for the other.
    (input, output) = (open(pipes[0], O_RDWR), open(pipes[1], O_RDWR | O_NONBLOCK))
    process.executableURL = URL(filePath: "/bin/sh")
    let own = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
      "--user-data-dir=\(scratch.url.path)/profile",
    ]
    process.arguments =
      ["-c", "browser=$1; from=$2; to=$3; shift 3; exec \"$browser\" \"$@\" 3<\"$from\" 4>\"$to\"", "sh", path] + pipes
      + own + options
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    close(input)
    close(output)
  }

  /// Opens a page as wide as asked and waits until it has loaded.
  func load(_ page: URL, width: Int = 1280, height: Int = 900, isDark: Bool = false) throws {
    let target = try send("Target.createTarget", ["url": "about:blank"])["targetId"] as? String ?? ""
    session = try send("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String
    for domain in ["Page", "Runtime", "Network", "Log"] { try send(domain + ".enable") }
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
    try send(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]]])
    (complaints, requests) = ([], [])
    try send("Page.navigate", ["url": page.absoluteString])
    try wait(for: "document.readyState === 'complete' && location.href !== 'about:blank'")
  }

  /// The value of an expression, as JSON values are.
  @discardableResult func evaluate(_ expression: String) throws -> Any? {
    let answer = try send(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true])
    if let thrown = answer["exceptionDetails"] as? [String: Any] {
      throw Failure.refused("\(expression): \(thrown["exception"] ?? thrown)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  func number(_ expression: String) throws -> Double { (try evaluate(expression) as? NSNumber)?.doubleValue ?? .nan }

  func text(_ expression: String) throws -> String { try evaluate(expression) as? String ?? "" }

  func holds(_ expression: String) throws -> Bool {
    (try evaluate("Boolean(\(expression))") as? NSNumber)?.boolValue ?? false
  }

  /// Waits until something holds.
  func wait(for expression: String) throws {
    for _ in 0..<2_400 {
      if try holds(expression) { return }
      usleep(25_000)
    }
    throw Failure.refused("never came true: \(expression)")
  }

  /// Presses and releases the left button at a point of the window.
  func click(x: Double, y: Double) throws {
    for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
      try send(
        "Input.dispatchMouseEvent",
        [
          "type": kind, "x": x, "y": y, "button": kind == "mouseMoved" ? "none" : "left",
          "clickCount": kind == "mouseMoved" ? 0 : 1,
        ])
    }
  }

  /// Brings an element into sight and clicks its middle.
  func click(_ selector: String) throws {
    let element = "document.querySelector(\(quoted(selector)))"
    try evaluate("\(element).scrollIntoView({block: 'center', behavior: 'instant'})")
    let box = "\(element).getBoundingClientRect()"
    try click(x: number("\(box).x + \(box).width / 2"), y: number("\(box).y + \(box).height / 2"))
  }

  /// Types text where the focus is.
  func type(_ text: String) throws { try send("Input.insertText", ["text": text]) }

  /// Presses a key by its name, such as `Enter`.
  func press(_ key: String) throws {
    for kind in ["keyDown", "keyUp"] {
      try send("Input.dispatchKeyEvent", ["type": kind, "key": key, "code": key])
    }
  }

  private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "\\'") + "'" }

  /// Sends a command and waits for its answer; what the page says in between is kept.
  @discardableResult func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastMessage += 1
    var message: [String: Any] = ["id": lastMessage, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    var bytes = [UInt8](try JSONSerialization.data(withJSONObject: message)) + [0]
    while !bytes.isEmpty {
      let written = write(input, bytes, bytes.count)
      guard written > 0 else { throw Failure.closed }
      bytes.removeFirst(written)
    }
    while true {
      let answer = try nextMessage()
      guard answer["id"] as? Int == lastMessage else {
        note(answer)
        continue
      }
      if let error = answer["error"] { throw Failure.refused("\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func note(_ event: [String: Any]) {
    let parameters = event["params"] as? [String: Any] ?? [:]
    switch event["method"] as? String {
    case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded": complaints.append("\(parameters)")
    case "Network.requestWillBeSent":
      requests.append((parameters["request"] as? [String: Any])?["url"] as? String ?? "")
    default: break
    }
  }

  private func nextMessage() throws -> [String: Any] {
    while true {
      if let end = received.firstIndex(of: 0) {
        let message = Data(received[..<end])
        received.removeFirst(end + 1)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 60_000) > 0 else { throw Failure.silent }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(output, &chunk, chunk.count)
      guard count > 0 else { throw Failure.closed }
      received += chunk[..<count]
    }
  }
}
