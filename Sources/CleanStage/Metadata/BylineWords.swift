/// What stands around names in bylines, in the languages of the pages we know.
enum BylineWords {
    /// What introduces the names; longer ones before their beginnings.
    static let introductions = bytes([
        "post author", "submitted by", "gespeichert von", "autorenseite von", "\u{fc}ber den autor", "about the author", "about", "\u{fc}ber", "view all posts by", "all posts by", "posts by", "see all posts by", "more articles by", "more from", "zeige alle beitr\u{e4}ge von", "alle beitr\u{e4}ge von", "ver\u{f6}ffentlicht von",
        "eingestellt von", "erstellt von", "geschrieben von", "ein artikel von", "ein beitrag von", "ein gastbeitrag von", "gastbeitrag von", "artikel von", "beitrag von", "verfasst von",
        "text von", "interview von", "kommentar von", "pressemitteilung von", "im wortlaut von", "interview:", "written by", "words by", "story by", "reported by", "reporting by",
        "posted by", "published by", "article by", "text by", "opinion by", "analysis by", "review by", "column by", "contributed by", "publi\u{e9} par", "\u{e9}crit par", "propos recueillis par",
        "publicado por", "escrito por", "escribe", "texto de", "redacci\u{f3}n:", "publicat de", "door:", "author:", "authors:", "author", "auteur:", "auteurs:", "auteur", "autor:",
        "autora:", "autorin:", "autoren:", "autor/in:", "autore:", "redaktion:", "redakteur:", "text und interview:", "text und fotos:", "text & fotos:", "text:", "words:", "von:", "by:", "por:", "par:",
        "by", "von", "vom", "from", "par", "por", "di", "door", "af", "av", "przez", "autor", "autorin", "autora",
    ])
    static let introductionsByFirst = byFirst(introductions)
    static let longestIntroduction = introductions.map(\.count).max() ?? 0
    /// Introductions that are parts of names too; more than one word must follow.
    static let doubtfulIntroductions = bytes(["from", "di", "af", "av", "par", "door", "author", "autor", "auteur", "about", "\u{fc}ber"])
    /// What may stand before "by" in a byline beside the phrases above: "A guest essay by", "Exclusive: By", "Eine Kolumne von".
    static let openings: Set<String> = [
        "a", "an", "the", "our", "guest", "special", "exclusive", "opinion", "column", "essay", "op-ed", "analysis", "interview", "commentary", "comment", "editorial", "perspective", "report", "review",
        "story", "article", "post", "blog", "feature", "investigation", "profile", "obituary", "explainer", "dispatch", "letter", "text", "words", "news", "staff", "published", "compiled", "produced",
        "ein", "eine", "kolumne", "beitrag", "blogbeitrag", "artikel", "kommentar", "analyse", "bericht", "reportage", "rezension", "kritik", "interview", "gastkommentar", "gastbeitrag", "porträt",
    ]
    static let openingPrepositions: Set<String> = ["by", "by:", "von", "von:", "par", "por"]
    /// Behind these, "with" names who was asked.
    static let interviews: Set<String> = ["interview", "gespr\u{e4}ch"]
    /// How many words of these stand before the preposition.
    static let mostOpenings = 4
    /// Agencies that stand behind a name without a mark.
    static let agencies: Set<String> = [
        "associated press", "the associated press", "ap", "reuters", "thomson reuters", "afp", "agence france-presse", "agence france presse", "bbc", "bbc news", "bbc sport", "cnn", "cnn business", "nbc news",
        "abc news", "cbs news", "fox news", "bloomberg", "bloomberg news", "press association", "pa", "pa media", "upi", "dpa", "pti", "ani", "ians", "xinhua", "kyodo", "kyodo news", "jiji", "jiji press", "yonhap", "efe", "ansa", "tass",
        "the canadian press", "canadian press", "australian associated press", "aap", "press trust of india", "deutsche welle", "dow jones newswires", "tribune news service", "news service", "usa today", "usa today network", "npr", "pbs", "propublica", "politico", "axios", "kff health news", "the new york times", "new york times", "the washington post",
        "washington post", "los angeles times", "the guardian",
    ]
    /// German agencies, which sign their texts in brackets.
    static let signingAgencies: Set<String> = ["dpa", "afp", "ap", "apa", "reuters", "sda", "epd", "kna", "sid", "dapd", "ddp"]
    /// The words that their names end in.
    static let lastWordsOfAgencies = Set(agencies.compactMap { $0.split(separator: " ").last.map(String.init) })
    /// Labels before the names of those who sign below a text.
    static let signatures: Set<String> = [
        "text", "words", "author", "authors", "autor", "autorin", "autoren", "autor/in", "auteur", "auteurs", "autore", "autora", "text und fotos", "text & fotos", "text und interview",
        "text und bild", "bericht", "redaktion", "written by", "interview", "von", "by",
    ]
    /// Beginnings of lines that say who made the pictures.
    static let pictureCredits = bytes(["photo", "foto", "\u{a9}", "(c)", "bild:", "bilder:", "illustration", "image", "picture", "video by", "getty"])
    /// Beginnings of lines that say who else worked on the text.
    static let helpers = bytes(["edited by", "reviewed by", "medically reviewed", "fact checked", "translated by", "\u{fc}bersetz", "traducido", "traduit"])
    /// Words between names, and whether both sides must look like names.
    static let joints = bytes([" im gespr\u{e4}ch mit ", " in conversation with ", " and ", " und ", " et ", " y ", " e ", " & ", " with ", " sowie ", " en ", " i ", " og ", " och ", " mit "])
    static let hardJoints = bytes([" / ", " | ", ";", "•", "·", " + "])
    /// Labels before the name inside a line of several ("Date: 3 May Author: Mira Solberg Source: Courier").
    static let labels = bytes(["author:", "autor:", "autorin:", "auteur:", "autore:"])
    /// Openings of a line that tells the date before the name.
    static let datedOpenings = bytes(["posted", "published", "updated", "publiziert", "ver\u{f6}ffentlicht", "publi\u{e9}", "publicado", "geschrieben", "on ", "am "])
    /// What stands right before the name in such a line.
    static let lastIntroductions = bytes([" by ", " von ", " par ", " por ", " di "])
    /// What follows a name but is none: agency and role tails.
    static let tails = bytes([
        ", staff writer", ", staff reporter", " staff writer", ", reporter", ", correspondent", ", editor", " (dpa",
        ", associated press", ", reuters", ", photos by", ", photographs by", ", photography by", " and photos by", " and photographs by", " and photography by", " photos by", " photographs by", " photography by",
        " illustrations by", " illustration by", " video by", " illustration von", " illustrationen von", " fotos von", " foto von", " bilder von", " edited by", " photos:", " photo:", " fotos:", " foto:", " bilder:", " additional reporting", " special to ", ", special to ", " posted on ", " on ", " am ", " published", " updated", " | ", " follow", " share", " view ", " more articles", " more by",
    ])
    static let tailsByFirst = byFirst(tails)
    /// Tails that parts of a body's name look like: only behind two words.
    static let looseTails = bytes(["/dpa", "/ap", "/afp", "/reuters", "/kna", "/epd", "/apa", "/sda", "/sid", " and agencies", " and staff", " and wire", " and news service", " with agencies", " und agenturen", " for ", " für ", " in ", " from ", " at ", " bei ", " pour ", " para "])
    /// Words that end the names in a line of small parts that were run together.
    static let stops: Set<String> = [
        "follow", "folgen", "suivre", "seguir", "hace", "vor", "il", "p\u{159}ed", "alles", "alle", "kontakt", "contactar", "biografie", "biography", "bio", "mehr", "contact", "shares",
        "share", "comments", "last", "\u{fc}bersetzt", "translated", "publiziert", "actualizado", "opublikowano", "gepubliceerd", "aktualisiert", "uhr", "updated", "published", "posted", "publicado", "stand", "stand:", "ver\u{f6}ffentlicht", "min", "edited", "beitr\u{e4}ge", "says", "says:", "said", "said:", "schreibt", "schreibt:", "sagt", "sagt:",
    ]
    /// What stands in place of a name where none is known.
    static let noNames: Set<String> = [
        "admin", "null", "none", "no author", "author", "by", "last", "posted", "published", "updated", "unknown", "guest", "welcome", "staff", "anonymous",
        "ver\u{f6}ffentlicht", "publiziert", "publiziert am", "wordpressadmin", "administrator", "editor", "follow", "share", "comments", "stand", "view", "von", "par", "por", "autor", "auteur", "registrieren", "account",
        "login", "name", "posted on", "published on", "updated on", "ver\u{f6}ffentlicht am", "actualizado el", "publi\u{e9} le", "zur person", "zum autor", "ca.", "submitted", "follow author", "undefined", "n/a", "user", "default",
    ]
    /// A line with one of these is about the reader, not the author.
    static let noNameLines = bytes(["log in", "log out", "sign in", "sign up", "your account", "edit profile", "kiosque"])
    static let noParts = bytes(["http", "www.", "@", "[at]", "cookie"])
    /// Words before a role in front of a name: "Guest columnist Mira Solberg".
    static let roleQualifiers: Set<String> = ["guest", "special", "local"]
    /// Words that are part of a role, not of a name.
    static let roles: Set<String> = [
        "staff", "editor", "reporter", "correspondent", "writer", "contributor", "columnist", "producer", "journalist", "author", "redakteur", "redakteurin", "bio", "profile", "follow",
        "contributing", "shares", "reporters", "writers", "senior", "chief", "deputy", "assistant", "associate", "director", "professor", "manager", "executive", "president", "founder",
        "ceo", "fellow", "analyst", "technologist", "scientist", "researcher", "lecturer", "economist", "lawyer", "minister", "strategist", "specialist", "consultant", "freelance", "political",
        "head", "managing", "critic", "photographer", "blogger", "korrespondent", "korrespondentin", "autor", "autorin", "volont\u{e4}r", "journalistin", "chefredakteur", "reporterin", "policy", "lead", "gründer", "gründerin", "rechtsanwalt", "rechtsanwältin", "herausgeber", "herausgeberin", "moderator", "moderatorin",
        "leiter", "leiterin", "projektleiter", "projektleiterin", "referent", "referentin", "pressesprecher", "pressesprecherin", "gesch\u{e4}ftsf\u{fc}hrer", "gesch\u{e4}ftsf\u{fc}hrerin",
    ]

    /// By their first byte, in their order.
    private static func byFirst(_ phrases: [[UInt8]]) -> [[[UInt8]]] {
        var table = [[[UInt8]]](repeating: [], count: 256)
        for phrase in phrases { table[Int(phrase[0])].append(phrase) }
        return table
    }

    /// Phrases are looked for in bytes: strings compare by Unicode's rules, which is slow.
    private static func bytes(_ phrases: [String]) -> [[UInt8]] { phrases.map { Array($0.utf8) } }
}
