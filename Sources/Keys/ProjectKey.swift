import CNettle

/// The key of a project: with it one name has one pseudonym everywhere, and without it nobody can work a pseudonym out.
public struct ProjectKey: Sendable {
  /// How many bytes a key has, so that nobody can try them all, and is no other file.
  public static let length = 32...4096
  private let bytes: [UInt8]

  /// The key that a file holds, without the line end that an editor puts behind it; nil where it is too short or too long.
  public init?(_ contents: [UInt8]) {
    var bytes = contents
    while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    guard ProjectKey.length.contains(bytes.count) else { return nil }
    self.bytes = bytes
  }

  /// The keyed hash of some bytes: HMAC-SHA256.
  public func hash(_ message: [UInt8]) -> [UInt8] { ProjectKey.hash(message, key: bytes) }

  /// HMAC-SHA256 (RFC 2104, FIPS 180-4) under any key.
  static func hash(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    var context = hmac_sha256_ctx()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_hmac_sha256_set_key(&context, key.count, key)
    nettle_hmac_sha256_update(&context, message.count, message)
    nettle_hmac_sha256_digest(&context, digest.count, &digest)
    return digest
  }
}
