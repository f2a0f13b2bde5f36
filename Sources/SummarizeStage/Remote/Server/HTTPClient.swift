internal import CCurl
internal import StageKit

/// Sends requests to one address, one after the other, over a connection that it keeps. Used by one thread at a time.
final class HTTPClient {
    /// More than any summary has, with all that servers put around it, in bytes.
    static let longestAnswer = 4_000_000
    /// How long a connection may take to come about, in milliseconds.
    static let connectTime = 10_000
    /// The oldest libcurl with every option that is set below.
    private static let leastVersion = "7.85"

    private let handle: OpaquePointer
    private var headers: UnsafeMutablePointer<curl_slist>?
    private let transfer: Transfer

    /// What the callbacks see of the transfer under way.
    private final class Transfer {
        var body: [UInt8] = []
        var isTooLong = false
        /// Asked about once a second, and whenever something happens: true ends the transfer.
        let isUnwanted: () -> Bool

        init(isUnwanted: @escaping () -> Bool) {
            self.isUnwanted = isUnwanted
        }
    }

    /// Makes sure that libcurl is there.
    ///
    /// - Throws: what to install.
    private static func load() throws(StageFailure) {
        guard let problem = copydesk_curl_load() else { return }
        throw StageFailure("'backend: http' needs libcurl, and \(String(cString: problem))", advice: "apt-get install libcurl4")
    }

    /// - Parameters:
    ///   - key: sent to this address alone.
    ///   - timeout: seconds for a request, from the connection to the last byte of the answer.
    ///   - isUnwanted: called on the thread of the request, about once a second; true ends it.
    /// - Throws: ``StageFailure`` when libcurl is too old or out of memory.
    init(_ endpoint: Endpoint, key: String?, timeout: Double, isUnwanted: @escaping () -> Bool) throws(StageFailure) {
        try HTTPClient.load()
        guard let handle = copydesk_curl_init() else { throw StageFailure("libcurl gives no handle") }
        self.handle = handle
        transfer = Transfer(isUnwanted: isUnwanted)
        var lines = ["Content-Type: application/json", "Accept: application/json", "Expect:"]
        if let key { lines.append("Authorization: Bearer \(key)") }
        for line in lines { headers = copydesk_curl_append(headers, line) ?? headers }

        var isSet = true
        func set(_ option: CURLoption, _ value: Int) { isSet = isSet && copydesk_curl_set_long(handle, option, value) == CURLE_OK }
        func set(_ option: CURLoption, _ value: String) { isSet = isSet && copydesk_curl_set_text(handle, option, value) == CURLE_OK }
        set(CURLOPT_URL, endpoint.url)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        // Whoever redirects could send key and article anywhere: it is an error, told with the advice to write the new address.
        set(CURLOPT_FOLLOWLOCATION, 0)
        // This machine needs no proxy, whatever the environment says of others.
        if endpoint.isLoopback { set(CURLOPT_NOPROXY, "*") }
        set(CURLOPT_USERAGENT, "copydesk")
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_TCP_KEEPALIVE, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, HTTPClient.connectTime)
        set(CURLOPT_TIMEOUT_MS, max(Int(timeout * 1000), 1))
        set(CURLOPT_POST, 1)
        let context = Unmanaged.passUnretained(transfer).toOpaque()
        isSet = isSet && copydesk_curl_set_headers(handle, headers) == CURLE_OK
        isSet = isSet && copydesk_curl_set_write(handle, { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            guard transfer.body.count + size * count <= HTTPClient.longestAnswer else {
                transfer.isTooLong = true
                return 0
            }
            transfer.body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: size * count))
            return size * count
        }, context) == CURLE_OK
        isSet = isSet && copydesk_curl_set_progress(handle, { context, _, _, _, _ in
            guard let context else { return 1 }
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().isUnwanted() ? 1 : 0
        }, context) == CURLE_OK
        guard isSet else { throw StageFailure("the libcurl that is installed is too old", advice: "\(HTTPClient.leastVersion) or later is needed") }
    }

    deinit {
        copydesk_curl_cleanup(handle)
        copydesk_curl_free(headers)
    }

    /// Sends a body and waits for the answer, whatever its status is.
    ///
    /// - Throws: ``HTTPFault`` when no answer came.
    func post(_ body: [UInt8]) throws(HTTPFault) -> HTTPAnswer {
        transfer.body = []
        transfer.isTooLong = false
        let code = body.withUnsafeBytes { bytes in
            let code = copydesk_curl_set_body(handle, bytes.baseAddress, bytes.count)
            return code == CURLE_OK ? copydesk_curl_perform(handle) : code
        }
        guard code == CURLE_OK else { throw fault(code) }
        defer { transfer.body = [] }
        return HTTPAnswer(
            status: copydesk_curl_status(handle), retryAfter: max(copydesk_curl_retry_after(handle), 0),
            contentType: copydesk_curl_content_type(handle).map { String(cString: $0) }, body: transfer.body)
    }

    private func fault(_ code: CURLcode) -> HTTPFault {
        switch code {
        case CURLE_WRITE_ERROR where transfer.isTooLong:
            HTTPFault("answers with more than \(HTTPClient.longestAnswer / 1_000_000) MB", isPassing: false)
        case CURLE_ABORTED_BY_CALLBACK: HTTPFault("was not waited for: the run is ending", isPassing: false)
        case CURLE_OPERATION_TIMEDOUT: HTTPFault("did not answer in time", advice: "raise 'timeout' if it needs longer", isPassing: true, isUnreachable: true)
        case CURLE_COULDNT_RESOLVE_HOST: HTTPFault("has a name that cannot be resolved", isPassing: true, isUnreachable: true)
        case CURLE_COULDNT_CONNECT: HTTPFault("cannot be connected to", advice: "is it running?", isPassing: true, isUnreachable: true)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CONNECT_ERROR:
            HTTPFault("cannot prove over TLS who it is (\(HTTPClient.text(code)))", isPassing: false, isUnreachable: true)
        case CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR:
            HTTPFault("closed the connection before it had answered", isPassing: true)
        default: HTTPFault("cannot be asked: \(HTTPClient.text(code))", isPassing: true)
        }
    }

    private static func text(_ code: CURLcode) -> String {
        copydesk_curl_strerror(code).map { String(cString: $0).printable } ?? "libcurl error \(code.rawValue)"
    }
}

/// An answer as HTTP has it.
struct HTTPAnswer {
    var status: Int
    /// Seconds; 0 where the server asks for none.
    var retryAfter: Int
    var contentType: String?
    var body: [UInt8]
}

/// Why a question got no answer.
struct HTTPFault: Error, Hashable {
    /// In words whose subject is the server: "did not answer in time".
    var reason: String
    var advice: String?
    /// Whether the same question may be answered a little later.
    var isPassing: Bool
    /// Whether there seems to be no server at all.
    var isUnreachable = false
    /// Whether every other question would get the same: a wrong key, a model that is not there.
    var concernsAll = false
    /// Seconds that the server asks to be left alone; 0 where it does not.
    var retryAfter = 0

    init(_ reason: String, advice: String? = nil, isPassing: Bool, isUnreachable: Bool = false, concernsAll: Bool = false, retryAfter: Int = 0) {
        self.reason = reason
        self.advice = advice
        self.isPassing = isPassing
        self.isUnreachable = isUnreachable
        self.concernsAll = concernsAll
        self.retryAfter = retryAfter
    }
}
