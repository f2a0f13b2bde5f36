/// Formula words of the parts that stand around an article in plain text.
enum TextPhrases {
    /// Lines that head a box with the gist of the article.
    private static let summaryHeads = PhraseSet([
        "in summary", "summary", "in short", "in brief", "the gist", "key points", "key takeaways", "takeaways", "at a glance", "the short version",
        "highlights", "story highlights", "tl;dr", "what to know", "zusammenfassung", "kurz gesagt", "das wichtigste in kürze", "auf einen blick", "en bref",
        "l'essentiel", "en resumen", "resumen", "in sintesi",
    ])

    /// What opens a caption or credits a picture.
    private static let captionOpenings = PhraseSet([
        "photo:", "photos:", "photo caption", "picture caption", "photo by", "photograph by", "photo courtesy", "photo credit", "image:", "image credit", "image courtesy", "picture:", "pictured:",
        "pictured,", "caption:", "header image", "featured image", "feature image", "top image", "top photo", "cover image", "cover photo", "lead image", "file photo", "illustration:", "illustration by", "graphic:", "credit:", "foto:", "bild:", "photo de", "crédit photo",
    ])
    private static let credits = PhraseSet([
        "(photo by", "(photo:", "(photo ", "photo by", "(ap photo", "ap photo/", "getty images", "/reuters)", "/ap)", "/afp)", "courtesy of the artist", "(courtesy",
        "photo courtesy", " photo: ", " photograph: ", " picture: ", " image: ", "(image:", "(file photo", "file photo)", "photo/", "via ap)", "(pictured)", "(left)", "(right)", ", left,", ", right,", "(foto:",
    ])

    /// What asks the reader for something instead of telling the story. One of these in a short paragraph suffices.
    private static let appeals = PhraseSet([
        "sign up for our", "sign up for the", "sign up to our", "sign up here", "sign up today", "subscribe to our", "subscribe to the", "subscribe now", "subscribe today",
        "to subscribe", "our newsletter", "our newsletters", "follow us on", "follow us at", "like us on facebook", "join us on", "download our app", "download the app", "become a member",
        "become a supporter", "support our", "support independent", "make a donation", "donate to", "donate now", "donate today", "please donate", "please consider",
        "we want to hear from you", "want to hear from you", "hear from you", "send us", "send your", "write to us", "letters to the editor", "submission guidelines",
        "submit a", "get in touch", "contact us", "have a tip", "got a tip", "news tip", "do you have a story", "share your story", "tell us what", "tell us your", "let us know", "email us",
        "e-mail us", "call us", "all rights reserved", "this story was originally published", "this article was originally published", "originally appeared",
        "republished with permission", "republish", "is a nonprofit newsroom", "nonprofit news", "click here", "for more stories", "for more information about",
        "read more at", "more at ", "read the full story", "read the original", "listen to the", "watch the video", "thank you for reading", "thanks for reading",
        "in your inbox", "to your inbox", "newsletter abonnieren", "abonnieren sie", "jetzt anmelden", "folgen sie uns",
    ])

    /// What opens a pointer to another piece or an advertisement, wherever it stands.
    private static let pointers = PhraseSet([
        "read more:", "read also:", "also read:", "read next:", "read:", "see also:", "learn more:", "related:", "related story:", "related stories:", "related article:", "more:", "more on this:", "more from",
        "watch:", "video:", "listen:", "don't miss:", "don’t miss:", "advertisement", "advertorial", "sponsored", "story continues below", "article continues below", "continue reading",
        "lesen sie auch", "mehr zum thema", "lire aussi", "lea también", "leggi anche", "subscribe:", "newsletter:", "sign up:", "support us:",
    ])

    /// What publishers have to tell their readers: who pays, who holds the rights, what is done with their data.
    private static let notices = PhraseSet([
        "we may receive compensation", "we may receive a commission", "we may earn a commission", "we may earn commission", "may earn an affiliate", "affiliate commission", "may earn a small commission",
        "we may get a commission", "we earn a commission", "references to products from one or more of our advertisers", "you can unsubscribe", "you may unsubscribe", "unsubscribe at any time",
        "already a subscriber", "already a member?", "subject to copyright", "may be reproduced without", "may not be reproduced", "may not be published, broadcast", "may not be republished",
        "we use cookies", "this site uses cookies", "this website uses cookies", "agree to the terms", "agree to our terms", "you agree to our", "by signing up you", "by signing up, you",
        "by subscribing you", "by subscribing, you", "terms of service apply", "terms of use and privacy policy",
    ])
    private static let longestNotice = 80

    static func isNotice(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= longestNotice, !opensQuotation(paragraph) else { return false }
        return notices.occurs(in: paragraph.lowercased)
    }

    private static func opensQuotation(_ paragraph: TextParagraph) -> Bool {
        paragraph.text.first == UInt8(ascii: "\"") || paragraph.text.starts(with: "“".utf8)
    }

    /// A longer paragraph asks for nothing even where it uses the words.
    private static let longestAppeal = 90
    private static let longestPointer = 30

    static func isSummaryHead(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= 6 else { return false }
        var line = paragraph.lowercased[...]
        while let last = line.last, last == UInt8(ascii: ":") || last == UInt8(ascii: ".") { line = line.dropLast() }
        return summaryHeads.holds(line)
    }

    static func opensCaption(_ paragraph: TextParagraph) -> Bool {
        captionOpenings.opens(paragraph.lowercased)
    }

    static func creditsPicture(_ paragraph: TextParagraph) -> Bool {
        credits.occurs(in: paragraph.lowercased)
    }

    static func isAppeal(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= longestAppeal else { return false }
        let line = paragraph.lowercased
        return line.starts(with: "©".utf8) || line.starts(with: "(c) ".utf8) || line.starts(with: "copyright ".utf8)
            || appeals.occurs(in: line)
    }

    /// What an appeal between paragraphs of the story says; there it is short and turns to the reader.
    private static let appealsInBody = PhraseSet([
        "sign up", "subscribe to", "subscribe now", "follow us", "newsletter", "donate", "download our", "download the app", "get the app", "click here", "become a member",
        "become a supporter", "straight to your phone", "to your inbox", "in your inbox",
    ])
    private static let longestAppealInBody = 30
    private static let turnsToReader = PhraseSet([" you", "your ", "sign up", "subscribe", "click", "our ", " us "])
    private static let contactWords = PhraseSet([
        "please", "contact", " you ", "your ", "send ", "write to", "reach ", "reached at", "e-mail", "email", "tips",
    ])
    private static let webAddresses = PhraseSet(["http://", "https://", "www."])

    static func isAppealInBody(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= longestAppealInBody, !opensQuotation(paragraph) else { return false }
        let line = paragraph.lowercased
        return appealsInBody.occurs(in: line) && (!paragraph.endsSentence || turnsToReader.occurs(in: line))
    }

    /// How to reach the desk or the reporter: an e-mail address with a word to the reader.
    static func givesContact(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= longestAppeal, hasMailAddress(paragraph) else { return false }
        let line = paragraph.lowercased
        return contactWords.occurs(in: line)
    }

    static func isPointer(_ paragraph: TextParagraph) -> Bool {
        guard paragraph.words <= longestPointer else { return false }
        let line = paragraph.lowercased
        return pointers.opens(line) && !(paragraph.words > 3 && paragraph.endsSentence && line.starts(with: "more".utf8))
    }

    /// Whether an e-mail or web address stands in it.
    static func hasAddress(_ paragraph: TextParagraph) -> Bool {
        let line = paragraph.lowercased
        return hasMailAddress(paragraph) || webAddresses.occurs(in: line)
    }

    private static func hasMailAddress(_ paragraph: TextParagraph) -> Bool {
        let line = paragraph.text
        guard let at = line.firstIndex(of: UInt8(ascii: "@")), at > 0, at + 3 < line.count else { return false }
        return line[at - 1] != 0x20 && line[at + 1] != 0x20 && line[(at + 1)...].prefix { $0 != 0x20 }.contains(UInt8(ascii: "."))
    }
}
