/// The HTML elements that extraction tells apart; every other one is ``other``, an inline element.
///
/// The raw values' order is of no meaning; the trained model names features by what a tag does, never by its number.
enum Tag: UInt8, Sendable {
    case text, other
    case html, head, body, title, meta, link, base
    case article, main, section, aside, nav, header, footer, div, center
    case p, pre, blockquote, q, h1, h2, h3, h4, h5, h6, hgroup, hr, br
    case ul, ol, li, dl, dt, dd
    case table, caption, thead, tbody, tfoot, tr, td, th
    case figure, figcaption, picture, img, video, audio
    case form, fieldset, label, button, input, select, option, textarea, legend
    case a, b, strong, i, em, span, small, sup, sub, u, font, time, address, cite, code, abbr, mark, ins, del
    case details, summary, dialog, menu, iframe, object, noscript
}

extension Tag {
    /// Names as they stand in a page, lower case.
    static let byName: [String: Tag] = {
        let tags: [Tag] = [
            .html, .head, .body, .title, .meta, .link, .base, .article, .main, .section, .aside, .nav, .header, .footer,
            .div, .center, .p, .pre, .blockquote, .q, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .hr, .br, .ul, .ol, .li, .dl,
            .dt, .dd, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .figure, .figcaption, .picture, .img,
            .video, .audio, .form, .fieldset, .label, .button, .input, .select, .option, .textarea, .legend, .a, .b,
            .strong, .i, .em, .span, .small, .sup, .sub, .u, .font, .time, .address, .cite, .code, .abbr, .mark, .ins,
            .del, .details, .summary, .dialog, .menu, .iframe, .object, .noscript,
        ]
        return Dictionary(uniqueKeysWithValues: tags.map { ("\($0)", $0) })
    }()

    /// Whether the element starts and ends a block of text where it starts and ends (HTML living standard, 15.3.3 "flow
    /// content": `display: block`, list items and the parts of tables).
    var isBlock: Bool {
        switch self {
        case .html, .head, .body, .title, .article, .main, .section, .aside, .nav, .header, .footer, .div, .center, .p,
            .pre, .blockquote, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .hr, .ul, .ol, .li, .dl, .dt, .dd, .table, .caption,
            .thead, .tbody, .tfoot, .tr, .td, .th, .figure, .figcaption, .form, .fieldset, .legend, .address, .details,
            .summary, .dialog, .menu, .video, .audio:
            true
        default: false
        }
    }

    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }
}
