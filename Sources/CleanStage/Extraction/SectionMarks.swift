/// What the headings and labels above a block say about the part of the page it lies in.
struct SectionMarks {
    /// What the last heading says, and how many blocks ago it stood.
    var heading: Phrases = []
    var sinceHeading = SectionMarks.far
    /// Blocks since a short block spoke of comments, of further reading, of subscriptions.
    var sinceComments = SectionMarks.far
    var sinceRelated = SectionMarks.far
    var sinceSubscription = SectionMarks.far
    /// Blocks since the last prose and to the next.
    var sinceProse = SectionMarks.far

    /// Farther than this is just far.
    static let far = 40
    /// A longer block is text, not a label.
    private static let labelWords = 7

    static func find(_ page: PageBlocks, _ phrases: [Phrases], isProse: [Bool]) -> [SectionMarks] {
        var result: [SectionMarks] = []
        result.reserveCapacity(page.blocks.count)
        var marks = SectionMarks()
        for (index, block) in page.blocks.enumerated() {
            marks.step()
            let isHeading = block.tag.isHeading || (block.words <= labelWords && block.boldCharacters * 10 >= block.characters * 9 && block.linkCharacters == 0)
            if block.words <= labelWords {
                if phrases[index].contains(.comments) { marks.sinceComments = 0 }
                if phrases[index].contains(.related) { marks.sinceRelated = 0 }
                if phrases[index].contains(.subscription) { marks.sinceSubscription = 0 }
            }
            // A heading stands under the one before it.
            result.append(marks)
            if isHeading {
                marks.heading = phrases[index]
                marks.sinceHeading = 0
            }
            if isProse[index] { marks.sinceProse = 0 }
        }
        return result
    }

    private mutating func step() {
        sinceHeading = min(sinceHeading + 1, SectionMarks.far)
        sinceComments = min(sinceComments + 1, SectionMarks.far)
        sinceRelated = min(sinceRelated + 1, SectionMarks.far)
        sinceSubscription = min(sinceSubscription + 1, SectionMarks.far)
        sinceProse = min(sinceProse + 1, SectionMarks.far)
    }
}
