/// Mail addresses, after the usual subset of RFC 5322: `local@domain.tld`.
enum EmailRule {
    static func match(_ text: GrammarText, at start: Int) -> GrammarMatch? {
        var at = start
        while isLocal(text[at]), at - start < 64 { at += 1 }
        guard at > start, text[at] == UInt8(ascii: "@"), let end = DomainName.end(text, from: at + 1) else { return nil }
        let address = String(decoding: text.bytes[start..<end], as: UTF8.self)
        return GrammarMatch(range: start..<end, type: .email, value: address.lowercased())
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x2B || byte == 0x25
    }
}

/// Web addresses: with a scheme, with `www.`, or a bare name under a well-known top-level domain.
enum URLRule {
    private static let topLevels: [StaticString] = [
        "com", "org", "net", "gov", "edu", "info", "int", "co.uk", "org.uk", "ac.uk", "gov.uk", "eu", "news", "io",
    ]

    static func match(_ text: GrammarText, at start: Int) -> GrammarMatch? {
        var at = start
        var isCertain = true
        if text.has("https://", at: start) {
            at += 8
        } else if text.has("http://", at: start) {
            at += 7
        } else if !text.has("www.", at: start) {
            isCertain = false
        }
        guard let domain = DomainName.end(text, from: at) else { return nil }
        if !isCertain {
            guard text[start - 1] != UInt8(ascii: "@"), text[domain] != UInt8(ascii: "@"),
                topLevels.contains(where: { suffix in
                    let first = domain - suffix.utf8CodeUnitCount
                    return first - 1 > start && text[first - 1] == 0x2E && text.has(suffix, at: first)
                })
            else { return nil }
        }
        let end = path(text, domain)
        let address = String(decoding: text.bytes[start..<end], as: UTF8.self)
        return GrammarMatch(range: start..<end, type: .url, value: at > start ? address : "https://\(address)")
    }

    /// Behind port, path and query; marks that more likely end the sentence stay out.
    private static func path(_ text: GrammarText, _ domain: Int) -> Int {
        guard text[domain] == 0x2F || text[domain] == 0x3A || text[domain] == 0x3F || text[domain] == 0x23 else { return domain }
        var end = domain
        while text[end] > 0x20, text[end] != 0x22, text[end] != 0x3C, text[end] != 0x3E, !text.isQuote(end) { end += 1 }
        while end > domain, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x29, 0x5D].contains(text[end - 1]) { end -= 1 }
        return end
    }
}

/// A domain name: labels of letters, digits and hyphens with dots between, the last one of letters (RFC 1035, 2.3.1).
enum DomainName {
    private static let limit = 253

    /// Where the name at `start` ends; nil when none stands there.
    static func end(_ text: GrammarText, from start: Int) -> Int? {
        var at = start
        var lastDot = -1
        var behindLetters = start
        while at - start < limit {
            if text.isDigit(at) || text.isASCIILetter(at) || (text[at] == 0x2D && at > start) {
                at += 1
                behindLetters = at
            } else if text[at] == 0x2E, at > start, text[at - 1] != 0x2E, text.isDigit(at + 1) || text.isASCIILetter(at + 1) {
                lastDot = at
                at += 1
            } else {
                break
            }
        }
        guard lastDot > start, behindLetters - lastDot > 2 else { return nil }
        for index in lastDot + 1..<behindLetters where !text.isASCIILetter(index) { return nil }
        return behindLetters
    }
}
