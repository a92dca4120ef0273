import Diagnostics
import Values

// Every message about a file of JSON that is not what it must be (R714 to R720), as it reads where it is thrown.
extension Fault {
  static func notJSON(_ place: TextPlace, _ sign: String, _ expected: String) -> Fault {
    Fault(
      "R714", "\(place): `\(sign)`, where \(expected) must stand",
      help: sign == "'" || sign == "“" ? "texts and keys stand in double quotation marks: `\"…\"`" : nil)
  }

  static func notAJSONValue(_ place: TextPlace, _ found: String) -> Fault {
    let help: String? =
      switch found {
      case "]", "}": "behind the last part no comma stands"
      case "'", "“": "texts and keys stand in double quotation marks: `\"…\"`"
      case "NaN", "None", "nil", "undefined", "NULL", "Null", "NA", "Infinity", "-Infinity":
        "what is not known is `null`"
      case "True", "False", "TRUE", "FALSE": "`true` and `false` have small letters"
      default: nil
      }
    return Fault("R714", "\(place): `\(found)` is no value of JSON", help: help)
  }

  static func jsonEnds(_ place: TextPlace, _ what: String, _ where: String, opened: TextPlace?) -> Fault {
    let fault = Fault("R714", "\(place): the \(what) ends \(`where`)")
    return opened.map { fault.noting("it begins in \($0.place)") } ?? fault
  }

  static func behindTheEnd(_ place: TextPlace, _ sign: String) -> Fault {
    Fault(
      "R714", "\(place): `\(sign)` behind the end of the value",
      help: sign == "{" ? "if each line is an object of its own: `form: \"jsonl\"`" : nil)
  }

  static func behindTheObject(_ place: TextPlace, _ sign: String) -> Fault {
    Fault("R714", "\(place): `\(sign)` behind the object of the line", help: "each line holds one object")
  }

  static func keyTwice(_ place: TextPlace, _ key: String, _ first: TextPlace? = nil) -> Fault {
    let fault = Fault("R715", "\(place): the key `\(key)` stands twice in one object")
    return first.map { fault.noting("it stands first in \($0.place)") } ?? fault
  }

  static func jsonTooDeep(_ place: TextPlace, _ deepest: Int) -> Fault {
    Fault("R716", "\(place): more than \(deepest) brackets are open in one another")
  }

  static func notARow(_ place: TextPlace, _ sign: String, _ who: String) -> Fault {
    Fault(
      "R717", "\(place): \(who) must be an object, `{…}`, and this begins with `\(sign)`",
      help: who == "each line" ? "if the whole file is one value: `form: \"json\"`" : nil)
  }

  static func noListOfObjects(_ name: String, _ members: [String]) -> Fault {
    Fault(
      "R717",
      "\(name) holds no list of objects, of which each could be a row"
        + (members.isEmpty ? "" : "; its keys are \(members.listed)"))
  }

  static func severalLists(_ name: String, _ lists: [String]) -> Fault {
    Fault(
      "R718", "\(name) holds \(lists.count) lists: \(lists.listed)",
      help: "say which is the table: `table: \"\(lists[0])\"`")
  }

  static func noSuchMember(_ name: String, _ member: String, _ lists: [String]) -> Fault {
    Fault(
      "R718",
      "\(name) holds no list of objects under `\(member)`"
        + (lists.isEmpty ? "" : "; lists stand under \(lists.listed)"))
  }

  static func badEscape(_ place: TextPlace, _ text: String) -> Fault {
    Fault("R719", "\(place): `\(text)` stands for no character")
  }

  static func rawControl(_ place: TextPlace, _ byte: UInt8) -> Fault {
    let name =
      switch byte {
      case 0x0A, 0x0D: "a line end"
      case 0x09: "a tab"
      default: "the byte \(String(byte, radix: 16, uppercase: true))"
      }
    return Fault(
      "R719", "\(place): \(name) stands inside of a text",
      help: byte == 0x09 ? "it is written `\\t`" : byte == 0x0A || byte == 0x0D ? "it is written `\\n`" : nil)
  }

  static func tooManyKeys(_ place: TextPlace, _ most: Int) -> Fault {
    Fault(
      "R720", "\(place): more than \(most) different keys in the objects of one list",
      help: "where keys are data, such as names or dates, the list is not a table")
  }

  static func notText(_ place: TextPlace, _ encoding: TextEncoding, _ bytes: [UInt8], at position: Int) -> Fault {
    let byte = position < bytes.count ? String(bytes[position], radix: 16, uppercase: true) : "none"
    return Fault(
      "R705", "\(place): the byte \(byte) is no text in \(encoding.rawValue)",
      help: "JSON is UTF-8; if the file is something else, say so: `encoding: \"Windows-1252\"`")
  }
}
