"""Articles a second of sumy's TextRank, processor time of one core.

    python3 summarize_peers.py SENTENCES.jsonl

Lines {"id","summary"}, the summary holding all sentences of the article, one a line: sumy is spared finding them. Only
words and ranking are measured, as the time of `summarize` is without `segment`.
"""
import json
import re
import sys
import time

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words


class Words:
    """Runs of letters and digits, for no data of nltk need be there."""

    def to_words(self, text):
        return tuple(re.findall(r"\w+", text))


articles = [json.loads(line)["summary"].split("\n") for line in open(sys.argv[1], encoding="utf-8")]
summarizer = TextRankSummarizer(Stemmer("english"))
summarizer.stop_words = get_stop_words("english")
start = time.process_time()
for sentences in articles:
    document = ObjectDocumentModel([Paragraph([Sentence(text, Words()) for text in sentences])])
    summarizer(document, 3)
print(f"sumy TextRank: {len(articles) / (time.process_time() - start):.0f} articles/s ({len(articles)} articles)")
