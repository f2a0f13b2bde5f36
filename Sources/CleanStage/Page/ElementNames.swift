/// The elements that tree construction knows by name: an open-addressing table.
struct ElementNames: Sendable {
    static let shared = ElementNames()

    private var keys: [UInt64]
    private var kinds: [ElementKind]

    /// Four slots a name: hardly ever is a second one looked at.
    private static let slots = 512

    private init() {
        keys = Array(repeating: 0, count: ElementNames.slots)
        kinds = Array(repeating: .other, count: ElementNames.slots)
        for (rule, names) in ElementNames.list {
            for name in names.split(separator: " ") {
                let key = MarkupName(String(name)).key
                var slot = ElementNames.slot(key)
                while keys[slot] != 0 { slot = (slot + 1) % ElementNames.slots }
                keys[slot] = key
                // "image" is an old mistake for "img".
                kinds[slot] = ElementKind(Tag.byName[name == "image" ? "img" : String(name)] ?? .other, rule)
            }
        }
    }

    /// The kind of the element called `name`.
    /// - Complexity: O(1).
    @inline(__always) func kind(of name: MarkupName) -> ElementKind {
        var slot = ElementNames.slot(name.key)
        while keys[slot] != 0 {
            if keys[slot] == name.key { return kinds[slot] }
            slot = (slot + 1) & (ElementNames.slots - 1)
        }
        return .other
    }

    /// Multiplicative hashing (Knuth, TAOCP 3, 6.4).
    private static func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 55) }

    private static let list: [(ElementRule, String)] = [
        (.html, "html"), (.head, "head"), (.body, "body"),
        (.headContent, "meta link base title"),
        (
            .block,
            "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup listing main menu nav ol pre search section summary ul"
        ),
        (.paragraph, "p"), (.heading, "h1 h2 h3 h4 h5 h6"), (.listItem, "li"), (.definition, "dd dt"), (.form, "form"), (.button, "button"),
        (.anchor, "a"), (.formatting, "b big code em font i nobr s small strike strong tt u"), (.wall, "object marquee"),
        (.table, "table"), (.caption, "caption"), (.columnGroup, "colgroup"), (.column, "col"), (.rowGroup, "tbody thead tfoot"), (.row, "tr"),
        (.cell, "td th"),
        (.void, "area br embed image img input keygen wbr"), (.rule, "hr"), (.quietVoid, "basefont bgsound param source track"),
        (.option, "option optgroup"), (.ruby, "rb rp rt rtc"),
        (
            .skipped,
            "script style svg template canvas noframes select datalist map applet textarea noscript iframe noembed xmp"
        ),
        (.frame, "frameset frame"),
        (.other, "q span sup sub time cite abbr mark ins del label legend picture video audio"),
    ]
}
