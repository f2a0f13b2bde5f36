/// Content as it was loaded, before `clean`.
public struct RawContent: Sendable, Hashable {
    /// What kind of content the bytes are.
    public enum MediaType: String, Sendable, CaseIterable {
        case html = "text/html"
        case plainText = "text/plain"
        case markdown = "text/markdown"
    }

    public var mediaType: MediaType
    /// The content in its own encoding.
    public var bytes: [UInt8]
    /// The charset that the transport or the container declared, if any ("windows-1252"); an HTML page may declare
    /// another inside. `clean` decides which holds.
    public var charset: String?

    public init(mediaType: MediaType, bytes: [UInt8], charset: String? = nil) {
        self.mediaType = mediaType
        self.bytes = bytes
        self.charset = charset
    }
}
