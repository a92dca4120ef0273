import Diagnostics
import Values

/// A file of rows whose cells stand apart by a sign: comma-separated values and their relatives.
///
/// Quotation marks hold together what has separators, line ends or doubled quotation marks in it, as RFC 4180 describes
/// it. How a file is written is found out where nobody says so, and told in the foot of the table.
public struct SeparatedValues {
  /// What the reader of a file says about it; nil for what is to be found out.
  public struct Options {
    public var encoding: TextEncoding?
    public var separator: UInt8?
    /// The line in which the names of the columns stand, counted from 1; 0 where there are none.
    public var heads: Int?

    public init(encoding: TextEncoding? = nil, separator: UInt8? = nil, heads: Int? = nil) {
      self.encoding = encoding
      self.separator = separator
      self.heads = heads
    }
  }

  /// Reads a file's bytes; everything in the table is text.
  ///
  /// - Throws: a fault that names the lines at which the file is not what it must be.
  public static func read(_ bytes: [UInt8], named name: String, _ options: Options, _ watch: Watch) throws(Fault)
    -> Table
  {
    let (encoding, mark) = bytes.withUnsafeBytes { TextEncoding.found(in: $0) }
    let used = options.encoding ?? encoding
    let decoded: [UInt8]?
    do throws(TextEncoding.NotText) {
      decoded = try bytes.withDecoded(by: used, from: used == encoding ? mark : 0)
    } catch {
      throw .notText(name, used, bytes, at: error.position)
    }
    // A mark at the beginning is cut off by decoding; of what is UTF-8 already it is passed over.
    let text = decoded ?? bytes
    let start = decoded == nil && used == encoding ? mark : 0
    let isGuess = options.encoding == nil && used == .windows1252
    return try text.withBytes(text.indices) { text throws(Fault) in
      var reader = Reader(name: name, text: text, start: start, options: options, watch: watch)
      return try reader.table(read: isGuess ? "\(used.rawValue), since it is not UTF-8" : used.rawValue)
    }
  }
}

extension [UInt8] {
  /// The text behind the first bytes in UTF-8, nil where it is UTF-8 as it stands.
  func withDecoded(by encoding: TextEncoding, from start: Int) throws(TextEncoding.NotText) -> [UInt8]? {
    var result: [UInt8]?
    var problem: TextEncoding.NotText?
    withUnsafeBytes { all in
      do throws(TextEncoding.NotText) {
        result = try encoding.decoded(UnsafeRawBufferPointer(rebasing: all[start...]))
      } catch {
        problem = TextEncoding.NotText(position: error.position + start)
      }
    }
    if let problem { throw problem }
    return result
  }
}
