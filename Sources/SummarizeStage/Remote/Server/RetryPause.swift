/// How long to wait before a request is repeated: twice as long each time, with chance in it, so that workers that failed
/// together do not come back together (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015; here half of
/// it is chance). Chance decides when something is asked, never what comes out.
struct RetryPause {
    /// No pause of our own is longer, in seconds.
    static let longest = 60.0
    /// A server that asks for more is not waited for: the article gets no answer, and the server counts as gone for that long.
    static let mostPatience = 120.0

    let first: Double

    /// Seconds before repetition `number`, the first being 0.
    ///
    /// - Parameter wanted: what the server asks for, in seconds; 0 for nothing.
    func seconds(beforeRepetition number: Int, wanted: Int, using random: inout some RandomNumberGenerator) -> Double {
        var pause = first
        for _ in 0..<number where pause < RetryPause.longest { pause *= 2 }
        pause = min(pause, RetryPause.longest)
        return max(pause * Double.random(in: 0.5...1, using: &random), Double(wanted))
    }
}
