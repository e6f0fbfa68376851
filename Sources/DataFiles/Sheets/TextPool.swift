/// Texts of which each is kept once and known by a number; 0 is the empty text.
package final class TextPool {
  /// The texts; the number of each is its position.
  package private(set) var texts = [""]
  private var numbers: [String: UInt32] = ["": 0]

  package init() {}

  package func number(of text: String) -> UInt32 {
    if let number = numbers[text] { return number }
    let number = UInt32(texts.count)
    texts.append(text)
    numbers[text] = number
    return number
  }

  package subscript(number: UInt32) -> String { texts[Int(number)] }
}
