/// What tree construction does with an element (HTML living standard, 13.2.6.4); elements that are treated alike share a rule.
enum ElementRule: UInt8, Sendable {
    /// An inline element that no rule names, and every element that is not HTML's.
    case other
    case html, head, body
    /// What may stand in the head: `<meta>`, `<link>`, `<base>`, `<title>`.
    case headContent
    /// Blocks of text and sections: a start tag ends an open paragraph.
    case block
    case paragraph, heading, listItem, definition, form, button
    case anchor, formatting
    /// Elements that wall off formatting elements: `<object>` and its like.
    case wall
    case table, caption, columnGroup, column, rowGroup, row, cell
    /// Void elements in text (`<br>`, `<img>`), between blocks (`<hr>`), and those that show nothing (`<source>`).
    case void, rule, quietVoid
    case option, ruby
    /// Left out with all they hold: see ``SkippedContent``.
    case skipped
    /// Frames, which pages with text no longer have; the tags are left out.
    case frame
}

/// What the parser knows about an element.
struct ElementKind: Sendable {
    var tag: Tag
    var rule: ElementRule
    /// Whether it is "special" in the standard's sense: end tags of unknown elements do not reach beyond it.
    var isSpecial: Bool
    /// Whether its end tag may be left out.
    var hasImpliedEnd: Bool
    /// Whether a search for an open element ends here ("has an element in scope").
    var isScope: Bool

    static let other = ElementKind(.other, .other)

    init(_ tag: Tag, _ rule: ElementRule) {
        self.tag = tag
        self.rule = rule
        isSpecial =
            switch rule {
            case .other, .anchor, .formatting, .option, .ruby: false
            default: true
            }
        hasImpliedEnd =
            switch rule {
            case .paragraph, .listItem, .definition, .option, .ruby: true
            default: false
            }
        isScope =
            switch rule {
            case .html, .table, .caption, .cell, .wall: true
            default: false
            }
    }

    /// Whether it never has content.
    var isVoid: Bool {
        switch rule {
        case .void, .rule, .quietVoid, .column: true
        case .headContent: tag != .title
        default: false
        }
    }

    /// Whether open ones nest as deep as a page likes: those that end only with an end tag.
    var nests: Bool {
        switch rule {
        case .other, .block, .heading, .form, .button, .anchor, .formatting, .wall, .table: true
        default: false
        }
    }
}
