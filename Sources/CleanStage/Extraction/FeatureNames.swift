/// The features that the block model sees, by position. ``FeatureTable`` fills them in this order; a packed model holds
/// the hash of these names.
package enum FeatureNames {
    /// Of the block and the page alone.
    package static let first: [String] = {
        var names = [
            "words", "characters", "linkDensity", "links", "commas", "sentenceEnds", "digitShare", "capitalShare", "boldShare", "wordLength",
            "endsSentence", "endsColon", "endsEllipsis", "startsLower", "startsUpper", "hasAt", "hasBar", "hasQuote", "functionShare", "titleShare",
            "startsLabel", "isBracketed", "startsDash", "readerShare",
            "repeats",
            "tagParagraph", "tagHeading", "headingLevel", "tagListItem", "tagDivision", "tagCell", "tagQuotation", "tagPreformatted", "tagDefinition",
            "depth", "index", "indexShare", "characterShare", "sinceTitle", "afterTitle", "sinceFirstProse", "untilLastProse", "titleMatch",
            "descriptionMatch", "bodyKnown", "bodyMatch",
            "pageBlocks", "pageWords", "pageLinkDensity", "pageHasArticle", "pageArticles",
            "inTop", "topDistance", "topBelow", "topShare", "halfDistance", "halfDensity", "halfWordsPerBlock", "titleAbove", "followsHeading",
            "patternGood", "patternBlocks", "patternWordsPerBlock", "patternLinkDensity", "patternAfterLink", "patternEllipsis", "patternSentences", "alike0", "images0", "alike1", "images1", "alike2", "images2",
            "sinceHeading", "sinceComments", "sinceRelated", "sinceSubscription", "sinceProse",
            "imagesBefore", "imagesAfter", "shortRun", "wordsNear", "halfSince", "halfUntil",
        ]
        for level in 1...4 { for name in ["Characters", "LinkDensity", "Good", "Blocks", "WordsPerBlock"] { names.append("around\(level)\(name)") } }
        for name in BlockContext.names { names.append("in_\(name)") }
        for name in Hint.names { names.append("near_\(name)") }
        for name in Hint.names { names.append("any_\(name)") }
        for name in Phrases.names { names.append("says_\(name)") }
        for name in Phrases.names { names.append("headingSays_\(name)") }
        for offset in ["before2", "before1", "after1", "after2"] {
            for name in ["Words", "LinkDensity", "Heading", "Paragraph", "SameParent", "SentenceEnds", "FunctionShare"] { names.append("\(offset)\(name)") }
        }
        return names
    }()

    /// What the second model sees beside these: the first one's opinion of the neighbourhood.
    package static let second: [String] = first + [
        "own", "chance-3", "chance-2", "chance-1", "chance+1", "chance+2", "chance+3", "bestBefore", "bestAfter", "meanAround1", "meanAround2",
        "meanAround3", "massBefore", "massAfter", "meanNear", "patternMean", "pageMass", "sinceChosen", "untilChosen", "longestRunDistance",
    ]
}
