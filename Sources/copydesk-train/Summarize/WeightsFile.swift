import Glibc
import SummarizeStage

/// Prints weights as the Swift file that ships.
enum WeightsFile {
    static func swift(_ weights: RankerWeights, source: String, articles: Int, options: SetTrainer.Options) -> String {
        """
        /// Written by `copydesk-train summarize`; do not edit.
        ///
        /// It saw \(articles) articles: \(source). No text of theirs is kept: these numbers are all there is.
        /// Words and bigrams: logistic regression, \(TermTrainer.rounds) rounds, ridge \(TermTrainer.ridge).
        /// Sentences and sets: \(options.startRounds) rounds of cross-entropy (sharpness \(options.sharpness)), \(options.riskRounds) of minimum risk, ridge \(options.ridge),
        /// reward \(1 - options.unigramShare) ROUGE-2 + \(options.unigramShare) ROUGE-1; mean of the folds of the cross-validation, features scaled to one spread.
        extension RankerWeights {
            package static let shipped = RankerWeights(
                words: [
        \(lines(weights.words, TermFeature.allCases))
                ],
                bigrams: [
        \(lines(weights.bigrams, TermFeature.allCases))
                ],
                sentence: [
        \(lines(weights.sentence, SentenceFeature.allCases))
                ],
                set: [
        \(lines(weights.set, SetFeature.allCases))
                ])
        }

        """
    }

    private static func lines<Feature>(_ weights: [Float], _ features: [Feature]) -> String {
        zip(weights, features).map { weight, feature in
            let rounded = (weight * 10000).rounded() / 10000
            return "            \(rounded),  // \(feature)"
        }.joined(separator: "\n")
    }
}
