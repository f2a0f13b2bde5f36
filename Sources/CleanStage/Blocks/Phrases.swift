/// Formula words of the parts around articles, in some languages. Weak evidence for the model, and what tells roles apart.
struct Phrases: OptionSet, Sendable {
    let rawValue: UInt32

    static let subscription = Phrases(rawValue: 1 << 0)
    static let related = Phrases(rawValue: 1 << 1)
    static let credit = Phrases(rawValue: 1 << 2)
    static let sharing = Phrases(rawValue: 1 << 3)
    static let comments = Phrases(rawValue: 1 << 4)
    static let legal = Phrases(rawValue: 1 << 5)
    static let dateline = Phrases(rawValue: 1 << 6)
    static let author = Phrases(rawValue: 1 << 7)

    static let promotion = Phrases(rawValue: 1 << 8)
    static let media = Phrases(rawValue: 1 << 9)
    static let editorial = Phrases(rawValue: 1 << 10)
    static let contact = Phrases(rawValue: 1 << 11)

    static let names = [
        "subscription", "related", "credit", "sharing", "comments", "legal", "dateline", "author", "promotion", "media", "editorial", "contact",
    ]

    private static let words: [(Phrases, String)] = [
        (.subscription, """
            newsletter|subscribe|sign up|sign in|log in|donate|your inbox|abonnieren|abonnement|anmelden|registrieren|spenden|inscri|suscr|\
            s'abonner|abonnez|become a member|support our|jetzt bestellen|e-mail-adresse|email address|registered|free trial|membership|subscription|\
            already a|full access|unlimited|daily briefing|morning briefing
            """),
        (.related, """
            read more|read also|also read|see also|more on|more from|related|mehr zum|lesen sie|auch interess|weiterlesen|mehr dazu|recommended|\
            lire aussi|a lire|leer m|te puede|leggi anche|most read|meistgelesen|trending|you may|you might|next article|previous|weitere |\
            zum thema|siehe auch|empfohlen|continue reading|don't miss|most popular|top stories|latest news|editor's picks|editors' picks|more stories|\
            read next|up next|what to read|more:|read:|related:|in this|elsewhere|popular|latest|more news|further reading|recommended for
            """),
        (.credit, """
            photo|foto|getty|reuters|image:|image credit|bild:|courtesy|picture:|credit:|©|imago|shutterstock|unsplash|quelle:|(dpa|picture alliance|\
            illustration|afp|associated press|photograph|file photo|image caption|images|ap photo|(ap|via ap|pool
            """),
        (.sharing, """
            share|teilen|tweet|facebook|twitter|whatsapp|pinterest|instagram|follow us|folgen|compartir|partager|email this|print|drucken|linkedin|telegram|\
            copy link|follow|save article|reddit|bookmark|gift article
            """),
        (.comments, """
            comment|kommentar|reply|antworten|leave a|comentario|commentaire|schreibe|responses|join the conversation|join the discussion|community guidelines|\
            moderated|logged in|view all|conversation
            """),
        (.legal, """
            cookie|privacy|copyright|all rights reserved|rechte vorbehalten|datenschutz|impressum|terms of|nutzungsbeding|affiliate|commission|disclaimer|licen|\
            advertisement|anzeige|gesponsert|sponsored|story continues|article continues|ad feedback|not be published|without permission|redistributed
            """),
        (.dateline, """
            published|updated|posted|ver\u{f6}ffentlicht|aktualisiert|uhr|min read|minutes read|minute read|lesezeit|last modified|a.m.|p.m.|am |pm |ago|stand:|\
            erstellt|first published|edt|gmt|read time|monday|tuesday|wednesday|thursday|friday|saturday|sunday
            """),
        (.author, """
            written by|about the author|is a |is an |der autor|die autorin|\u{fc}ber den|von |by |staff writer|staff reporter|correspondent|covers|is the|\
            reporter at|editor at|author of|more by|all posts by|view all posts
            """),
        (.promotion, """
            download|get the latest|breaking news|delivered|app |our app|click here|sign-up|get our|get more|order now|buy now|book now|best deals|promo code|\
            support us|become a|follow us on|like us|join us|learn more|find out more|contribute|never miss|stay up|stay informed|keep up|the best of
            """),
        (.media, """
            watch|video|listen|podcast|gallery|slideshow|photos|play|live blog|live updates|audio|pictures|bilder|fotostrecke|image \u{b7}|1 of|1/|loading|\
            minute watch|now playing
            """),
        (.editorial, """
            contributed to|contributed reporting|reporting by|editing by|additional reporting|originally|this article was|this story was|this story has|\
            this article has|editor's note|editor\u{2019}s note|correction|note:|a version of|updated to|this post was|republished|this report|the opinions|\
            the views expressed|opinions expressed
            """),
        (.contact, "contact|email:|e-mail|tips|send |reach |write to|letters|follow him|follow her|follow them|on twitter|follow @|@|got a|call "),
    ]

    private static let table = PrefixTable(words.flatMap { phrase, list in list.split(separator: "|").map { (Array($0.utf8), phrase.rawValue) } })

    /// Longer texts are not looked at: in a paragraph the words mean what they say.
    static let mostBytes = 400

    /// Words count where they start a word of the text, and anywhere if they begin with another sign.
    /// - Parameter line: squeezed UTF-8.
    /// - Complexity: O(n).
    static func find(in line: UnsafeBufferPointer<UInt8>) -> Phrases {
        guard line.count <= mostBytes else { return [] }
        var found: Phrases = []
        let table = table
        LetterRuns.forEachBorder(in: line) { place in
            table.forEach(in: line, at: place) { value, _ in found.formUnion(Phrases(rawValue: value)) }
        }
        return found
    }
}
