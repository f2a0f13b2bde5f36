internal import Glibc

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

    static let names = ["subscription", "related", "credit", "sharing", "comments", "legal", "dateline", "author"]

    private static let words: [(Phrases, String)] = [
        (.subscription, """
            newsletter|subscribe|sign up|sign in|log in|donate|your inbox|abonnieren|abonnement|anmelden|registrieren|spenden|inscri|suscr|\
            s'abonner|abonnez|become a member|support our|jetzt bestellen|e-mail-adresse|email address|registered|free trial|download our app
            """),
        (.related, """
            read more|read also|also read|see also|more on|more from|related|mehr zum|lesen sie|auch interess|weiterlesen|mehr dazu|recommended|\
            lire aussi|a lire|leer m|te puede|leggi anche|most read|meistgelesen|trending|you may|you might|next article|previous|weitere |\
            zum thema|siehe auch|empfohlen|continue reading|don't miss
            """),
        (.credit, """
            photo|foto|getty|reuters|image:|image credit|bild:|courtesy|picture:|credit:|©|imago|shutterstock|unsplash|quelle:|(dpa|\
            picture alliance|illustration
            """),
        (.sharing, """
            share|teilen|tweet|facebook|twitter|whatsapp|pinterest|instagram|follow us|folgen|compartir|partager|email this|print|drucken|\
            linkedin|telegram
            """),
        (.comments, "comment|kommentar|reply|antworten|leave a|comentario|commentaire|schreibe|responses"),
        (.legal, """
            cookie|privacy|copyright|all rights reserved|rechte vorbehalten|datenschutz|impressum|terms of|nutzungsbeding|affiliate|\
            commission|disclaimer|licen|advertisement|anzeige|gesponsert|sponsored
            """),
        (.dateline, """
            published|updated|posted|ver\u{f6}ffentlicht|aktualisiert| uhr|min read|minutes read|lesezeit|last modified|a.m.|p.m.| am | ago|\
            stand:|erstellt
            """),
        (.author, "written by|about the author|is a |der autor|die autorin|\u{fc}ber den|von |by "),
    ]

    private static let table: [(phrase: Phrases, words: [[UInt8]])] = words.map { phrase, list in
        (phrase, list.split(separator: "|").map { Array($0.utf8) })
    }

    /// Longer texts are not looked at: in a paragraph the words mean what they say.
    static let mostBytes = 400

    /// - Parameter line: squeezed UTF-8.
    static func find(in line: ArraySlice<UInt8>) -> Phrases {
        guard line.count <= mostBytes else { return [] }
        let lower = line.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        var found: Phrases = []
        for entry in table where entry.words.contains(where: { ByteSearch.contains(lower, $0) }) { found.insert(entry.phrase) }
        return found
    }
}

/// Finds bytes in bytes.
enum ByteSearch {
    static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first else { return true }
        return bytes.withUnsafeBufferPointer { bytes in
            part.withUnsafeBufferPointer { part in
                guard let base = bytes.baseAddress, let other = part.baseAddress else { return false }
                var position = 0
                while position + part.count <= bytes.count,
                    let found = memchr(base + position, Int32(first), bytes.count - position - part.count + 1)
                {
                    if memcmp(found, other, part.count) == 0 { return true }
                    position = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base + 1
                }
                return false
            }
        }
    }
}
