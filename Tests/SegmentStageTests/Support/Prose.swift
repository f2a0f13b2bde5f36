/// News prose written for these tests: what such articles are full of, in their own surroundings.
///
/// A line is a sentence, an empty line ends a paragraph.
enum Prose {
    static let marked = """
        Ferry crews at Port Alder walked out at 6.30 a.m. on Friday, Nov. 13, over unpaid overtime.
        Their employer, Kestrel Lines Ltd., said it had “no idea” why.
        “We were never asked,” said its chairman, Sir Hugh P. Landry.
        “Not once!”

        The strike — the third in 14 months — stranded some 2,400 passengers (among them a school orchestra from St. Gallen).
        By noon the queue reached the roundabout on Mill Rd. and blocked it.
        Police were called at 12.15 p.m.
        Nobody was hurt.

        “Who would sail for £9.40 an hour?” asked Dr. Imke Vos of the crews' union.
        “I wouldn't.
        Would you?”
        She put the debt at £1.2m, i.e. about £6,000 for each deckhand.

        Kestrel disputes that.
        In a statement on its site, www.kestrel-lines.example, it speaks of “a few hundred pounds at most...”
        It did not answer questions about its accounts, which were due on Sept. 30.
        Its parent, Alder Holdings Inc., which is listed in the U.S., fell 3.5 percent in New York.

        What happens next?
        Talks resume on Monday at the offices of Harrow & Pell Co. in Alder.
        J. T. Brodie, who led the last round, will lead this one too.
        Asked whether he was hopeful, he said: “Ask me on Tuesday.”

        Passengers with tickets may use the No. 7 bus, or write to refunds@kestrel-lines.example.
        The council, the harbour board, etc. have asked for calm.
        “People are tired of it all,” said Mayor A. Quist.
        “They want boats.”
        """

    static let sentences = marked.split(separator: "\n").map(String.init)

    static let article: String = marked.split(separator: "\n\n").map { $0.split(separator: "\n").joined(separator: " ") }.joined(separator: "\n\n")
}
