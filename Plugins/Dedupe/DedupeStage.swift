public import StageKit

/// Finds articles that repeat one before them, word for word or nearly: the texts' words are compared by MinHash of their
/// shingles (Broder 1997), and with banding an article is compared with few of those before. See README.md.
public struct DedupeStage: OrderedStage {
    public static let name = "dedupe"
    public static let abstract = "Finds articles that repeat an earlier one, exactly or nearly, and drops or marks them."
    public let reads: Set<ArticlePart> = [.text]
    public var writes: Set<ArticlePart> { action == .mark ? [.layer(DedupeStage.name)] : [] }

    @Setting("What happens to an article that repeats another: it is dropped, or kept and marked.") public var action = DedupeAction.drop

    @Setting("From this similarity on a text repeats another: shingles that both have, of all that either has. 100%: only where all words are the same.",
        in: Percentage(fraction: 0.5)...Percentage(fraction: 1))
    public var near = Percentage(fraction: 0.65)

    @Setting("Words in a shingle; with more of them one changed word weighs more.", in: 1...20) public var shingle = 2

    @Setting("A text with fewer words only repeats one of the same words and title.", in: 1...1000) public var leastWords = 20

    @Setting("How long articles are remembered: for one run, while they are in the outputs, or over all runs whatever their outputs.")
    public var across = MemoryScope.outputs

    @Setting("How many articles are remembered; the oldest are forgotten first. Takes some 400 bytes of memory each.", in: 1...16_000_000)
    public var remember = 1_000_000

    @Setting("A later version of an article (the same address) in one run: kept whatever it changed, or compared like others.")
    public var updates = DedupeUpdates.keep

    public init() {}

    public var memoryScope: MemoryScope { across }

    public var memoryFormat: String { "shingle \(shingle), least_words \(leastWords)" }

    public func makeWorker(_ context: StageContext) -> DedupeWorker {
        DedupeWorker(shingle: shingle, leastWords: leastWords, wantsSignature: near.fraction < 1)
    }

    public func makeMemory() -> DedupeMemory {
        DedupeMemory(
            DedupeMemory.Rules(near: near.fraction, most: remember, comparesUpdates: updates == .compare, drops: action == .drop))
    }
}

/// What happens to an article that repeats another.
public enum DedupeAction: String, SettingChoice {
    case drop
    /// It is kept, and `extensions.dedupe` says what it repeats.
    case mark
}

/// What becomes of later versions of an article in one run.
public enum DedupeUpdates: String, SettingChoice {
    case keep
    case compare
}
