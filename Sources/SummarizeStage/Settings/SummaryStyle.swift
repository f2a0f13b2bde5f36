public import StageKit

/// What form a summary takes.
public enum SummaryStyle: String, SettingChoice {
    /// Sentences in a row.
    case paragraph
    /// One sentence a line, with a bullet.
    case bullets
    /// One sentence, cut to its core and without a full stop.
    case headline
}

/// What becomes of a standfirst: the sentences under the headline that sum an article up.
public enum StandfirstUse: String, SettingChoice {
    /// A summary may have its sentences like any others.
    case use
    /// Its sentences never stand in a summary, but say what matters.
    case ignore
    /// Its sentences come first.
    case prefer
}
