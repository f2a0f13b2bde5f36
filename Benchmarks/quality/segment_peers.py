"""Sentences of nupunkt or blingfire, for score_segment.py, or their speed.

    python3 segment_peers.py PEER DOCUMENTS.jsonl [--timing ROUNDS]

Each paragraph (between blank lines) is given to the peer by itself, as neither keeps paragraph breaks.
"""
import json
import re
import sys
import time

peer, path = sys.argv[1:3]
if peer == "nupunkt":
    from nupunkt import sent_tokenize as sentences
else:
    from blingfire import text_to_sentences

    def sentences(text):
        return text_to_sentences(text).split("\n")


documents = [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
split = [[part for part in re.split(r"\n\s*\n", document["text"]) if part.strip()] for document in documents]
if "--timing" in sys.argv:
    best, count = float("inf"), 0
    for _ in range(int(sys.argv[-1])):
        start = time.process_time()
        count = sum(len(sentences(part)) for parts in split for part in parts)
        best = min(best, time.process_time() - start)
    print(f"{count / best:.0f} sentences/s")
else:
    for document, parts in zip(documents, split):
        found = [sentence for part in parts for sentence in sentences(part) if sentence.strip()]
        print(json.dumps({"id": document["id"], "sentences": found}))
