import StageKit

/// The elements that tree construction knows by name.
struct ElementNames: Sendable {
    static let shared = ElementNames()

    /// Few of its slots are taken: hardly ever is a second one looked at.
    private var numbers = HashIndex(capacity: 256)
    private var kinds: [ElementKind] = []

    private init() {
        for (rule, names) in ElementNames.list {
            for name in names.split(separator: " ") where numbers.number(of: MarkupName(String(name)).key) == kinds.count {
                // "image" is an old mistake for "img".
                kinds.append(ElementKind(Tag.byName[name == "image" ? "img" : String(name)] ?? .other, rule))
            }
        }
    }

    /// The kind of the element called `name`.
    /// - Complexity: O(1).
    @inline(__always) func kind(of name: MarkupName) -> ElementKind {
        numbers.existingNumber(of: name.key).map { kinds[$0] } ?? .other
    }

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
