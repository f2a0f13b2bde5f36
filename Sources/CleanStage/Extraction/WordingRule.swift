/// What the wording of a chosen part can say against its place in the running text.
///
/// The model sees structure; at its edges and between its paragraphs an article has company that only its words give
/// away. Each rule can be left out (`copydesk-train predict-clean --without RULE`), and docs/clean.md says what each brings.
package enum WordingRule: String, CaseIterable, Sendable {
    /// The way to the page, above the story: "You are here: Home > News".
    case trail
    /// A line above the story that names its author or date.
    case byline
    /// A line above the story that opens like a caption or credits a picture.
    case caption
    /// Below the story: what asks the reader for something, says how to reach the desk, or reserves rights.
    case appeal
    /// An agency's last line: "(Reporting by …; editing by …)".
    case signOff
    /// What one can do with a page: "Print | E-mail this page".
    case tools
    /// A pointer to another piece or an advertisement, anywhere.
    case pointer
    /// Who pays, who holds the rights, what is done with readers' data: "We may earn a commission", anywhere.
    case notice
    /// Below the story: where its pictures come from.
    case pictureCredit
    /// A short appeal between paragraphs.
    case appealInBody
    /// When an entry of a live blog was written: "14:20".
    case clock
    /// A short line right above an appeal or pointer.
    case headOfAppeal
}

extension WordingRule {
    func holds(for paragraph: TextParagraph) -> Bool {
        switch self {
        case .trail: Self.isTrail(paragraph)
        case .byline: paragraph.words <= Self.longestByline && (PlainByline(paragraph) != nil || Self.isDateLine(paragraph))
        case .caption: paragraph.words <= Self.longestCaption && (TextPhrases.opensCaption(paragraph) || TextPhrases.creditsPicture(paragraph))
        case .appeal: TextPhrases.isAppeal(paragraph) || TextPhrases.givesContact(paragraph)
        case .signOff: Self.isSignOff(paragraph)
        case .tools: Self.isToolRow(paragraph)
        case .pointer: TextPhrases.isPointer(paragraph)
        case .notice: TextPhrases.isNotice(paragraph)
        case .pictureCredit: paragraph.words <= Self.longestPictureCredit && (TextPhrases.opensCaption(paragraph) || TextPhrases.creditsPicture(paragraph))
        case .appealInBody: TextPhrases.isAppealInBody(paragraph)
        case .clock: Self.isClock(paragraph)
        case .headOfAppeal: paragraph.words <= Self.longestHead && !paragraph.endsSentence
        }
    }

    private static let trailMarks = PhraseSet([" > ", " » ", " › "])
    private static let signOffs = PhraseSet(["reporting by ", "additional reporting by ", "editing by ", "writing by ", "compiled by "])
    private static let dateWords = PhraseSet(["updated", "published", "posted", "aktualisiert", "veröffentlicht"])
    private static let toolMark = PhraseSet([" | "])
    private static let toolWords = PhraseSet(["print", "mail", "share", "comment", "subscribe"])
    /// Words of the longest part that a rule takes for what it looks for.
    private static let longestByline = 14
    private static let longestCaption = 70
    private static let longestPictureCredit = 40
    private static let longestHead = 6
    private static let longestTrail = 16
    private static let longestSignOff = 40
    private static let longestToolRow = 20

    private static func isTrail(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= longestTrail else { return false }
        let line = paragraph.lowercased
        return line.starts(with: "you are here".utf8) || (!paragraph.endsSentence && trailMarks.occurs(in: line))
    }

    /// "22 January 2026, last updated 19:45".
    private static func isDateLine(_ paragraph: TextParagraph) -> Bool {
        !paragraph.endsSentence && dateWords.occurs(in: paragraph.lowercased) && DateReader.spelled(paragraph.text) != nil
    }

    private static func isSignOff(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= longestSignOff else { return false }
        return signOffs.opens(paragraph.lowercased.drop { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") })
    }

    private static func isToolRow(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= longestToolRow, !paragraph.endsSentence else { return false }
        return toolMark.occurs(in: paragraph.lowercased) && toolWords.occurs(in: paragraph.lowercased)
    }

    /// "14:20", "9.05 a.m. GMT".
    private static func isClock(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= 3, paragraph.text.count <= 16 else { return false }
        let line = paragraph.text
        func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
        let hour = line.prefix(while: isDigit)
        guard (1...2).contains(hour.count), let mark = line[hour.endIndex...].first, [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "h")].contains(mark)
        else { return false }
        return line[hour.endIndex...].dropFirst().prefix(while: isDigit).count == 2 && line.count(where: isDigit) <= 6
    }
}
