/// One line of a rule file: a phrase, and what it says about a topic.
struct TopicRule: Hashable {
    enum Effect: Hashable {
        /// Speaks for the topic, or, where negative, against it.
        case weight(Double)
        /// Without one of a topic's required phrases the topic is not given.
        case required
        /// With one of these it is not given.
        case excluded
    }

    var topic: String
    /// Words between single blanks; a last `*` stands for any ending.
    var phrase: String
    var effect: Effect
}
