/// A short list, mostly of one element, which then takes no memory of its own.
enum FewElements<Element>: RandomAccessCollection {
  case one(Element)
  case several([Element])

  init(_ elements: [Element]) { self = if elements.count == 1 { .one(elements[0]) } else { .several(elements) } }

  var startIndex: Int { 0 }
  var endIndex: Int {
    switch self {
    case .one: 1
    case .several(let elements): elements.count
    }
  }

  subscript(position: Int) -> Element {
    switch self {
    case .one(let element): element
    case .several(let elements): elements[position]
    }
  }
}
