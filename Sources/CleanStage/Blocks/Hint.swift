/// What the names that authors give their elements (class, id, role, itemprop) hint at. Evidence for the model, never a verdict.
struct Hint: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let content = Hint(rawValue: 1 << 0)
    static let comment = Hint(rawValue: 1 << 1)
    static let share = Hint(rawValue: 1 << 2)
    static let related = Hint(rawValue: 1 << 3)
    static let navigation = Hint(rawValue: 1 << 4)
    static let advertisement = Hint(rawValue: 1 << 5)
    static let subscription = Hint(rawValue: 1 << 6)
    static let author = Hint(rawValue: 1 << 7)
    static let meta = Hint(rawValue: 1 << 8)
    static let footer = Hint(rawValue: 1 << 9)
    static let header = Hint(rawValue: 1 << 10)
    static let sidebar = Hint(rawValue: 1 << 11)
    static let overlay = Hint(rawValue: 1 << 12)
    static let caption = Hint(rawValue: 1 << 13)
    static let standfirst = Hint(rawValue: 1 << 14)
    static let hidden = Hint(rawValue: 1 << 15)
    static let gallery = Hint(rawValue: 1 << 16)
    static let body = Hint(rawValue: 1 << 17)
    static let title = Hint(rawValue: 1 << 18)
    static let embed = Hint(rawValue: 1 << 19)
    static let list = Hint(rawValue: 1 << 20)
    static let tags = Hint(rawValue: 1 << 21)

    /// Names in the order of the bits, for the model's description.
    static let names = [
        "content", "comment", "share", "related", "navigation", "advertisement", "subscription", "author", "meta", "footer", "header",
        "sidebar", "overlay", "caption", "standfirst", "hidden", "gallery", "body", "title", "embed", "list", "tags",
    ]

    /// Beginnings of words in names, in the languages that page builders write them.
    private static let beginnings: [(Hint, String)] = [
        (.content, "article artikel articulo articolo content inhalt conteudo contenu contenido entry post story beitrag hentry main news nota noticia"),
        (.body, "articlebody body text texte texto richtext copy paragraph absatz prose wysiwyg entrycontent postcontent storybody bodytext rte"),
        (.comment, "comment kommentar disqus respond reply replies comentari commentaire discussion leserbrief forum diskussion reaktion feedback"),
        (.share, "share sharing social teilen addthis follow facebook twitter whatsapp pinterest sharedaddy like folgen partage compart some"),
        (.related, "related recommend similar teaser verwandt aehnlich weitere outbrain taboola popular trending mostread latest empfehl mehr next prev "
            + "readmore more yarpp readnext also suggest upnext promoted onward moreon further"),
        (.navigation, "nav menu breadcrumb pagination pager pagin tab skip sitemap toolbar jump toc subnav crumb brotkrume megamenu dropdown"),
        (.advertisement, "ad ads adv advert adslot sponsor anzeige werbung dfp commercial affiliate googlead adsense publicidad publicite reklama banner"),
        (.subscription, "newsletter subscri signup abo abon paywall donat spende registr login cta premium membership promo support appeal shop offer piano"),
        (.author, "author byline bio autor writer contributor redakteur verfasser auteur vcard profile reporter"),
        (.meta, "meta date time datum published posted dateline info views readtime stats timestamp credit copyright source quelle byline updated fecha count"),
        (.tags, "tag tags tagged keyword topic category categories kategorie schlagwort thema themen rubrik label kicker eyebrow section"),
        (.footer, "footer foot legal imprint impressum disclaimer colophon bottom copyright"),
        (.header, "header masthead topbar head top hero banner"),
        (.sidebar, "sidebar aside widget rail marginal supplement secondary complementary marginalie sidecol rightcol box infobox factbox"),
        (.overlay, "cookie consent gdpr privacy datenschutz modal popup popin overlay lightbox dialog toast alert notification notice gate onetrust tooltip"),
        (.caption, "caption bildunterschrift legend credit figure imagetext wp bildtext bu figcaption photocredit copyright imagecredit image"),
        (.standfirst, "lead intro standfirst deck dek subtitle subline abstract summary excerpt vorspann sapo chapo anriss subhead leadtext lede strap "
            + "description kurztext einleitung subheadline entradilla bajada copete blurb"),
        (.hidden, "hidden hide visuallyhidden sr screenreader assistive offscreen noprint print invisible collapsed visually"),
        (.gallery, "gallery galerie slideshow carousel slider swiper slick slide galeria"),
        (.title, "title headline titel titulo titre heading ueberschrift"),
        (.embed, "embed video player audio podcast tweet instagram iframe map widget youtube poll quiz chart infographic"),
        (.list, "list grid card cards item tile tiles items feed stream row loop archive blogroll"),
    ]

    private static let table = PrefixTable(beginnings.flatMap { hint, words in words.split(separator: " ").map { (Array($0.utf8), hint.rawValue) } })

    /// Short words must be a whole word of the name: "ad" must not find "address".
    private static let shortest = 4

    /// The hints in a name such as `article-body__relatedLinks wp-caption`.
    /// - Complexity: O(length of the name).
    static func find(in name: UnsafeBufferPointer<UInt8>) -> Hint {
        var hints: Hint = []
        let table = table
        var offset = 0
        /// Whether the byte before is a letter, and whether it is a capital; in the lowest bit.
        var (letterBefore, capitalBefore): (UInt64, UInt64) = (0, 0)
        while offset < name.count {
            let bytes = EightBytes(name, at: offset)
            let letters = EightBytes.bits(bytes.asciiLetters)
            let capitals = EightBytes.bits(bytes.capitals)
            // Words start behind what is no letter, and with a capital behind a small letter.
            var starts = letters & ~(letters << 1 | letterBefore) | capitals & ~(capitals << 1 | capitalBefore)
            while starts != 0 {
                match(name, at: offset + starts.trailingZeroBitCount, table, &hints)
                starts &= starts &- 1
            }
            (letterBefore, capitalBefore) = (letters >> 7, capitals >> 7)
            offset += 8
        }
        return hints
    }

    private static func match(_ name: UnsafeBufferPointer<UInt8>, at start: Int, _ table: PrefixTable, _ hints: inout Hint) {
        func isSmallLetter(_ index: Int) -> Bool { index < name.count && name[index] &- 0x61 < 26 }
        table.forEach(in: name, at: start) { value, length in
            if length < shortest {
                // Only the end of a word, a plural "s" or an inner capital may follow.
                let end = start + length
                guard !isSmallLetter(end) || (name[end] == UInt8(ascii: "s") && !isSmallLetter(end + 1)) else { return }
            }
            hints.insert(Hint(rawValue: value))
        }
    }
}
