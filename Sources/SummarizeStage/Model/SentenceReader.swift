internal import Glibc

/// Reads the features of one sentence.
struct SentenceReader {
    private let index: Int
    private let analysis: Analysis
    private let profile: ArticleProfile
    private let facts: Analysis.SentenceFacts

    private var bigramSum: Float = 0
    private var wordSum: Float = 0
    private var contentWords = 0
    private var centroid: Float = 0
    private var norm: Float = 0
    private var leadWords = 0
    private var nameWords = 0
    private var nameSalience: Float = 0
    private var newNames = 0
    private var numbers = 0
    private var previousWords = 0
    private var classes: WordClass = []
    private var unquoted: WordClass = []
    private var pronounSays = false

    init(_ index: Int, _ analysis: Analysis, _ profile: ArticleProfile) {
        self.index = index
        self.analysis = analysis
        self.profile = profile
        facts = analysis.sentences[index]
    }

    mutating func readWords() {
        var before: WordClass = []
        for number in facts.words {
            let word = analysis.words[number]
            classes.formUnion(word.classes)
            if !word.isQuoted { unquoted.formUnion(word.classes) }
            if word.hasDigit { numbers += 1 }
            if word.classes.contains(.attribution) && before.contains(.pronoun)
                || word.classes.contains(.pronoun) && before.contains(.attribution)
            {
                pronounSays = true
            }
            before = word.classes
            if word.bigram >= 0 { bigramSum += analysis.bigrams[Int(word.bigram)].probability }
            readTerm(analysis.terms[Int(word.term)])
        }
    }

    private mutating func readTerm(_ term: Analysis.Term) {
        guard !term.isFunction else { return }
        contentWords += 1
        wordSum += term.probability
        let weight = logarithm(term.uses) * term.rarity
        centroid += weight * term.rarity
        norm += term.rarity * term.rarity
        if term.isInTitle || (index > 0 && term.first == 0) { leadWords += 1 }
        if index > 1, term.first == 1 { previousWords += 1 }
        if term.isNameLike {
            nameWords += 1
            nameSalience += Float(term.uses) / Float(profile.mostNameUses)
            if term.first == Int32(index) { newNames += 1 }
        }
    }

    func fill(_ row: inout [Float]) {
        func set(_ feature: SentenceFeature, _ value: Float) { row[feature.rawValue] = value }
        func mark(_ feature: SentenceFeature, _ holds: Bool) { row[feature.rawValue] = holds ? 1 : 0 }
        fillPosition(&row)
        let words = facts.words.count
        let content = Float(max(1, contentWords))
        set(.words, Float(words) / 25)
        set(.logWords, log2(Float(1 + words)) / 4)
        mark(.isVeryShort, words < 7)
        mark(.isShort, words < 12)
        mark(.isLong, words > 30)
        mark(.isVeryLong, words > 42)
        set(.bigramSum, bigramSum)
        set(.bigramMean, 5 * bigramSum / Float(max(1, words - 1)))
        set(.wordSum, wordSum / 4)
        set(.wordMean, wordSum / content)
        set(.centroid, norm > 0 && profile.centroidNorm > 0 ? centroid / (norm.squareRoot() * profile.centroidNorm) : 0)
        set(.centrality, facts.centrality)
        set(.leadOverlap, Float(leadWords) / content)
        set(.nextLeadOverlap, Float(previousWords) / content)
        set(.nameShare, Float(nameWords) / Float(max(1, words)))
        set(.nameSalience, nameWords > 0 ? nameSalience / Float(nameWords) : 0)
        set(.newNames, Float(min(6, newNames)) / 3)
        set(.numbers, Float(min(4, numbers)) / 2)
        mark(.money, facts.marks.hasMoneyOrPercent)
        fillReading(&row)
    }

    private func fillPosition(_ row: inout [Float]) {
        func mark(_ feature: SentenceFeature, _ holds: Bool) { row[feature.rawValue] = holds ? 1 : 0 }
        let count = analysis.sentences.count
        mark(.position0, index == 0)
        mark(.position1, index == 1)
        mark(.position2, index == 2)
        row[SentenceFeature.logPosition.rawValue] = log2(Float(1 + index)) / 4
        row[SentenceFeature.relativePosition.rawValue] = Float(index) / Float(count)
    }

    private func fillReading(_ row: inout [Float]) {
        func mark(_ feature: SentenceFeature, _ holds: Bool) { row[feature.rawValue] = holds ? 1 : 0 }
        let marks = facts.marks
        if let first = facts.words.first {
            let opener = analysis.words[first]
            mark(.startsWithName, analysis.terms[Int(opener.term)].isNameLike)
            mark(.opensWithPronoun, opener.classes.contains(.pronoun) || opener.classes.contains(.neuter))
            mark(.opensWithConnective, opener.classes.contains(.connective))
            mark(.opensWithDemonstrative, opener.classes.contains(.demonstrative))
            mark(.opensWithTime, opener.classes.contains(.temporal) || opener.classes.contains(.calendar))
        }
        row[SentenceFeature.quotedShare.rawValue] = Float(marks.quotedWords) / Float(max(1, facts.words.count))
        mark(.startsInQuote, marks.startsInQuote)
        mark(.attribution, unquoted.contains(.attribution))
        mark(.attributionToPronoun, pronounSays)
        mark(.refersBack, facts.needsPredecessor)
        mark(.firstPerson, unquoted.contains(.firstPerson))
        mark(.question, marks.isQuestion)
        mark(.parenthesis, marks.hasParenthesis)
        mark(.calendar, classes.contains(.calendar))
        mark(.nextRefersBack, index + 1 < analysis.sentences.count && analysis.sentences[index + 1].needsPredecessor)
        guard index > 0 else { return }
        // How much of it the sentence before has already said.
        var shared = 0
        let previous = analysis.sentences[index - 1].words
        for number in facts.words {
            let term = analysis.terms[Int(analysis.words[number].term)]
            if !term.isFunction, previous.contains(Int(term.firstUse)) { shared += 1 }
        }
        row[SentenceFeature.previousOverlap.rawValue] = Float(shared) / Float(max(1, contentWords))
    }
}
