/// What a page's site calls itself, to tell its name from a headline and from an author.
struct SiteNames {
    /// Letters and digits of the names, lower case.
    private var prints: [Fingerprint] = []
    /// Those of its publishers in metadata: a person, on blogs.
    private var publishers: [Fingerprint] = []

    /// A shorter name is a word that headlines hold too ("News").
    private static let leastLetters = 4

    private static let publisherNames = ["publisher", "dc.publisher", "dcterms.publisher", "itemprop:publisher"]

    /// - Parameters:
    ///   - known: what the article came with or the page's metadata calls its site.
    ///   - addresses: addresses of the page itself; a host's name is often the site's.
    init(known: String?, meta: MetaTags, data: LinkedData, addresses: [String]) {
        for name in [known, meta["og:site_name"], data.site] + data.siteNames { add(name ?? "") }
        for name in [meta.applicationName, meta["apple-mobile-web-app-title"]] { if let name, !meta.isTitle(name) { add(name) } }
        publishers = Byline.names(in: SiteNames.publisherNames.compactMap { meta[$0] }, eachIsOne: true).map { Fingerprint($0) }
        for address in addresses + meta.ownAddresses {
            guard let host = SiteNames.host(of: address) else { continue }
            add(host)
            let labels = host.split(separator: ".")
            if labels.count >= 2 { add(String(labels[labels.count - (labels.count >= 3 && labels[labels.count - 2].utf8.count <= 3 ? 3 : 2)])) }
        }
    }

    private mutating func add(_ name: String) {
        let print = Fingerprint(name)
        if print.bytes.count >= 2, !prints.contains(where: { $0.bytes == print.bytes }) { prints.append(print) }
    }

    /// `https://www.example.org/a` → `example.org`.
    private static func host(of address: String) -> String? {
        let bytes = Array(address.utf8)
        guard let mark = ByteSearch.find(Array("//".utf8), in: bytes) else { return nil }
        let host = String(decoding: bytes[(mark + 2)...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "?") }, as: UTF8.self).lowercased()
        guard host.contains(".") else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    var isEmpty: Bool { prints.isEmpty }

    /// Whether a text is the site's name and nothing else.
    func isName(_ text: String) -> Bool { isName(Fingerprint(text)) }

    func isName(_ print: Fingerprint) -> Bool { prints.contains { $0.bytes == print.bytes } }

    /// Whether metadata calls this the publisher.
    func isPublisher(_ text: String) -> Bool {
        let print = Fingerprint(text)
        return publishers.contains { $0.bytes == print.bytes }
    }

    /// Whether a part of a title is a form of the site's name: "Courier" or "The Quay Courier Online" for "The Quay Courier".
    func covers(_ text: String) -> Bool {
        let print = Fingerprint(text)
        guard !print.bytes.isEmpty else { return false }
        return prints.contains { name in
            name.bytes == print.bytes || (print.bytes.count >= SiteNames.leastLetters && name.contains(print))
                || (name.bytes.count >= SiteNames.leastLetters && name.bytes.count * 2 >= print.bytes.count && print.contains(name))
        }
    }
}
