/// The features that the block model sees, by position. The names stand in the trained model's file.
package enum FeatureNames {
    /// Of the block and the page alone.
    package static let first: [String] = {
        var names = [
            "words", "characters", "linkDensity", "links", "commas", "sentenceEnds", "digitShare", "capitalShare", "boldShare", "wordLength",
            "endsSentence", "endsColon", "endsEllipsis", "startsLower", "startsUpper", "hasAt", "hasBar", "hasQuote", "repeats",
            "tagParagraph", "tagHeading", "headingLevel", "tagListItem", "tagDivision", "tagCell", "tagQuotation", "tagPreformatted", "tagDefinition",
            "depth", "index", "indexShare", "characterShare", "sinceTitle", "afterTitle", "sinceFirstProse", "untilLastProse", "titleMatch", "descriptionMatch",
            "bodyKnown", "bodyMatch", "pageBlocks", "pageWords", "pageLinkDensity", "pageHasArticle", "pageArticles",
            "inTop", "topDistance", "topBelow", "topShare", "halfDistance", "halfDensity", "halfWordsPerBlock", "followsHeading",
        ]
        for level in 1...4 { for name in ["Characters", "LinkDensity", "Good", "Blocks", "WordsPerBlock"] { names.append("around\(level)\(name)") } }
        for name in BlockContext.names { names.append("in_\(name)") }
        for name in Hint.names { names.append("near_\(name)") }
        for name in Hint.names { names.append("any_\(name)") }
        for name in Phrases.names { names.append("says_\(name)") }
        for offset in ["before2", "before1", "after1", "after2"] {
            for name in ["Words", "LinkDensity", "Heading", "Paragraph", "SameParent", "SentenceEnds"] { names.append("\(offset)\(name)") }
        }
        return names
    }()

    /// What the second model sees beside these: the first one's opinion of the neighbourhood.
    package static let second: [String] = first + [
        "own", "chance-3", "chance-2", "chance-1", "chance+1", "chance+2", "chance+3", "bestBefore", "bestAfter", "meanAround1", "meanAround2",
        "meanAround3", "massBefore", "massAfter", "meanNear", "sameTagMean", "pageMass",
    ]
}
