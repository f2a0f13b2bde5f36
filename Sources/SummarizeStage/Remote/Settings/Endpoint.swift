public import StageKit

/// The address of a chat completions server. Only the pipeline file says it; nothing that an article says has a part in it.
public struct Endpoint: SettingValue, Hashable {
    /// What requests go to: ends in `/chat/completions`, and the query where there is one.
    public let url: String
    /// Scheme, host and port, for messages; a path or query may hold what is nobody's business.
    public let server: String
    /// Whether the server is this machine.
    public let isLoopback: Bool
    private let isSecure: Bool

    /// Stands in until a pipeline gives one.
    init() {
        (url, server, isLoopback, isSecure) = ("", "", true, true)
    }

    /// Whether whoever is between here and the server can read along.
    var sendsInClear: Bool { !isSecure && !isLoopback }

    /// - Throws: what is wrong with the address.
    public init(_ text: String) throws(StageFailure) {
        let lowered = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix) else {
            throw StageFailure("it begins with neither https:// nor http://")
        }
        isSecure = scheme == "https://"
        let rest = text.dropFirst(scheme.count)
        guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
            throw StageFailure("it has a blank, a control character or one that is not ASCII")
        }
        guard !rest.contains("#") else { throw StageFailure("it has a fragment ('#')") }
        let authorityEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let authority = rest[..<authorityEnd]
        guard !authority.contains("@") else { throw StageFailure("it has a user's name; a key comes from the environment, see 'key_from'") }
        let host = try Endpoint.host(of: authority)
        isLoopback = Endpoint.isLoopback(host)
        server = scheme + authority
        let path = rest[authorityEnd...]
        let queryStart = path.firstIndex(of: "?") ?? path.endIndex
        var base = path[..<queryStart]
        while base.last == "/" { base.removeLast() }
        let isWhole = base.hasSuffix(Endpoint.method)
        url = scheme + authority + base + (isWhole ? "" : Endpoint.method) + path[queryStart...]
    }

    /// The path of OpenAI's method, below a server's base.
    private static let method = "/chat/completions"

    private static func host(of authority: Substring) throws(StageFailure) -> Substring {
        let host: Substring
        var port: Substring = ""
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            host = authority[...end]
            port = authority[authority.index(after: end)...]
            guard host.dropFirst().dropLast().utf8.allSatisfy({ $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || Endpoint.isHexDigit($0) }) else {
                throw StageFailure("its host is no IPv6 address")
            }
        } else {
            let colon = authority.firstIndex(of: ":") ?? authority.endIndex
            host = authority[..<colon]
            port = authority[colon...]
            guard host.utf8.allSatisfy({ Endpoint.isHexDigit($0) || ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") })
            else { throw StageFailure("its host has a character that no host's name has") }
        }
        guard !host.isEmpty else { throw StageFailure("it has no host") }
        guard port.isEmpty || port.first == ":" && (UInt16(port.dropFirst()) ?? 0) > 0 else { throw StageFailure("its port is no number from 1 to 65535") }
        return host
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 }

    private static func isLoopback(_ host: Substring) -> Bool {
        if host.lowercased() == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    public static var shape: SettingShape { .formatted(name: "URL", example: "http://127.0.0.1:8080/v1") }
    public var settingText: String { url }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> Endpoint? {
        guard case .scalar(let text, _) = node.content, !node.isNull else {
            problems.append(mismatch(node, named: name))
            return nil
        }
        do throws(StageFailure) {
            return try Endpoint(text)
        } catch {
            // The address may hold a secret: it is not repeated.
            problems.append(Diagnostic(.error, "'\(name)' is no address of a server: \(error.reason)", at: node.location, advice: "write it as http://127.0.0.1:8080/v1"))
            return nil
        }
    }
}
