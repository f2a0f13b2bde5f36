public import StageKit

/// Who writes the summary.
public enum SummaryBackend: String, SettingChoice {
    /// Sentences of the article, chosen by the ranker.
    case extractive
    /// A language model that a server answers for.
    case http
}

/// What becomes of a summary that says what the article does not.
public enum UnfaithfulUse: String, SettingChoice {
    /// It stays, and the record says what is wrong with it.
    case flag
    /// The extractive summary takes its place.
    case fallback
}

/// What becomes of an article that the server has no usable summary for.
public enum UnansweredUse: String, SettingChoice {
    /// It gets the extractive summary, and the record says why.
    case fallback
    /// It goes to quarantine, from where `copydesk replay` asks again.
    case quarantine
}

/// What becomes of a run whose server is gone.
public enum OutageUse: String, SettingChoice {
    /// It goes on: every article counts as unanswered, without being asked about, until the server answers again.
    case `continue`
    /// It ends at its last commit; the next run goes on from there.
    case stop
}
