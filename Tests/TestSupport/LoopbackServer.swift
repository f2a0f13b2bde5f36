import Dispatch
internal import Glibc
import Synchronization

/// An HTTP/1.1 server on this machine for tests: each request is handed to a closure that says what to answer, well or badly.
///
/// Every connection has a queue of its own. Safe to use from any thread.
public final class LoopbackServer: Sendable {
    /// A request as it came.
    public struct Request: Sendable {
        /// Counts the server's requests, from 0.
        public var number: Int
        /// "POST /v1/chat/completions HTTP/1.1"
        public var line: String
        /// By name in lower case.
        public var headers: [String: String]
        public var body: [UInt8]

        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    public enum Reply: Sendable {
        /// Status, further header lines, content type, body.
        case answer(Int, headers: [String] = [], type: String = "application/json", String)
        /// The same, in chunks.
        case chunked(String)
        /// These bytes as they are, then the end of the connection.
        case raw([UInt8])
        /// A good beginning, then nothing more, until the client goes or the server ends.
        case silence
        /// After so many seconds, this.
        indirect case later(Double, Reply)
    }

    private struct State {
        var requests: [Request] = []
        var open: Set<Int32> = []
        var active = 0
        var mostActive = 0
        var isEnded = false
    }

    private let state = Mutex(State())
    private let listener: Int32
    private let reply: @Sendable (Request) -> Reply
    public let port: UInt16

    /// - Parameter port: 0 for any that is free.
    public init(port: UInt16 = 0, _ reply: @escaping @Sendable (Request) -> Reply) throws {
        self.reply = reply
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) } == 0
        }
        guard descriptor >= 0, isBound, listen(descriptor, 128) == 0 else { throw Failure(number: errno) }
        var actual = size
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &actual) }
        }
        self.port = UInt16(bigEndian: address.sin_port)
        listener = descriptor
        DispatchQueue(label: "loopback.accept").async { [weak self] in
            while true {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0 else { return }
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                guard let self else {
                    close(connection)
                    return
                }
                let isWanted = state.withLock { state in
                    if !state.isEnded { state.open.insert(connection) }
                    return !state.isEnded
                }
                guard isWanted else {
                    close(connection)
                    return
                }
                DispatchQueue(label: "loopback.connection").async { [weak self] in
                    self?.serve(connection)
                    self?.state.withLock { _ = $0.open.remove(connection) }
                    close(connection)
                }
            }
        }
    }

    deinit {
        end()
        close(listener)
    }

    public struct Failure: Error {
        public var number: Int32
    }

    /// Takes no more connections and drops those that are open.
    public func end() {
        let open = state.withLock { state in
            state.isEnded = true
            return state.open
        }
        shutdown(listener, Int32(SHUT_RDWR))
        for connection in open { shutdown(connection, Int32(SHUT_RDWR)) }
    }

    /// The base URL of an OpenAI-like service.
    public var endpoint: String { "http://127.0.0.1:\(port)/v1" }
    public var requests: [Request] { state.withLock { $0.requests } }
    /// How many requests were being answered at once at most.
    public var mostActive: Int { state.withLock { $0.mostActive } }

    private func serve(_ connection: Int32) {
        var bytes: [UInt8] = []
        while var request = read(connection, &bytes) {
            request = state.withLock { [request] state in
                var numbered = request
                numbered.number = state.requests.count
                state.requests.append(numbered)
                state.active += 1
                state.mostActive = max(state.mostActive, state.active)
                return numbered
            }
            guard send(reply(request), to: connection) else { return }
        }
    }

    private func read(_ connection: Int32, _ bytes: inout [UInt8]) -> Request? {
        var headerEnd: Int?
        var length = 0
        var request = Request(number: 0, line: "", headers: [:], body: [])
        while true {
            if headerEnd == nil, let end = LoopbackServer.headerEnd(bytes) {
                headerEnd = end
                let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: true)
                request.line = lines.first.map(String.init) ?? ""
                for line in lines.dropFirst() {
                    guard let colon = line.firstIndex(of: ":") else { continue }
                    request.headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
                }
                length = request.headers["content-length"].flatMap { Int($0) } ?? 0
            }
            if let end = headerEnd, bytes.count >= end + length {
                request.body = Array(bytes[end..<end + length])
                bytes.removeSubrange(..<(end + length))
                return request
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    private static func headerEnd(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }.map { $0 + 4 }
    }

    /// - Returns: whether the connection can go on.
    private func send(_ reply: Reply, to connection: Int32) -> Bool {
        if case .later(let seconds, let reply) = reply {
            usleep(UInt32(seconds * 1e6))
            return send(reply, to: connection)
        }
        // Before the answer goes out: whoever has it may send the next request at once.
        state.withLock { $0.active -= 1 }
        switch reply {
        case .answer(let status, let headers, let type, let body):
            let lines = ["HTTP/1.1 \(status) Status", "Content-Type: \(type)", "Content-Length: \(body.utf8.count)"] + headers
            return write(Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8), to: connection)
        case .chunked(let body):
            var text = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            var rest = Array(body.utf8)
            var bytes = Array(text.utf8)
            while !rest.isEmpty {
                let piece = rest.prefix(7)
                text = String(piece.count, radix: 16)
                bytes += Array("\(text)\r\n".utf8) + piece + [13, 10]
                rest.removeFirst(piece.count)
            }
            return write(bytes + Array("0\r\n\r\n".utf8), to: connection)
        case .raw(let bytes):
            _ = write(bytes, to: connection)
            return false
        case .silence:
            _ = write(Array("HTTP/1.1 200 OK\r\n".utf8), to: connection)
            var byte: UInt8 = 0
            // Until the client goes.
            while recv(connection, &byte, 1, 0) > 0 {}
            return false
        // Above.
        case .later: return false
        }
    }

    private func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}

extension LoopbackServer {
    /// A good chat completion with this content, which must need no escapes but line feeds and quotation marks.
    public static func completion(_ content: String, finish: String = "stop", tokens: (Int, Int) = (100, 20)) -> String {
        var escaped = ""
        for character in content {
            switch character {
            case "\n": escaped += "\\n"
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            default: escaped.append(character)
            }
        }
        return "{\"id\":\"c\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"\(escaped)\"},\"finish_reason\":\"\(finish)\"}],\"usage\":{\"prompt_tokens\":\(tokens.0),\"completion_tokens\":\(tokens.1)}}"
    }

    /// Answers every request with this content.
    public static func saying(_ content: String) -> @Sendable (Request) -> Reply {
        { _ in .answer(200, completion(content)) }
    }
}
