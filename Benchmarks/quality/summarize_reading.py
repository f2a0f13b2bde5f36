"""A blind reading: our summaries beside Lead-3's, in an order that does not tell which is which.

    python3 summarize_reading.py pairs SEED SETS PREDICTIONS [READ.tsv] > pairs.txt
    python3 summarize_reading.py tally SEED summarize-judgements-1.tsv

SETS is the folder of NAME.jsonl.gz, PREDICTIONS the one with NAME.ours and NAME.lead (Benchmarks/quality/summarize.sh
leaves them where COPYDESK_KEEP says). 40 articles are drawn of the development sets, 20 of CNN, 10 of the Daily Mail,
10 of the writers'; articles whose two summaries are the same are left out. Agencies in brackets are cut from Lead-3's start,
as they would tell it. Which is A and which is B hangs on a hash of
the seed and the article's id alone, so that the judgements can be tallied without the texts. A further reading has
another seed and leaves out what was read before (READ.tsv). The seeds so far are "reading" and "reading again".

A judgement is a line of id, A, B or =, what decided, and a reason. Rubric:
  alone   it can be read without the article: nobody and nothing is referred to that it has not named, no left-over
          dateline, caption or heading
  news    it says what happened, to whom and where, before what is said of it
  repeats it says nothing twice
The one that is better in more of the three is better; where each is in one, the news decides; = where they differ in none.
"""
import collections
import gzip
import hashlib
import json
import random
import re
import sys

DRAWN = {"cnndm_val": 20, "dailymail_sample": 10, "writers": 10}


def ours_is_first(seed, article):
    """Seeded by the id: the same on every machine, and unknown to who reads only the texts."""
    return hashlib.sha256(f"{seed} {article}".encode()).digest()[0] % 2 == 0


def predictions(folder, name, kind):
    lines = open(f"{folder}/{name}.{kind}", encoding="utf-8")
    return {record["id"]: plain(record["summary"]) for record in map(json.loads, lines)}


def plain(summary):
    """Without what tells whose it is: our bullets, Lead-3's datelines."""
    lines = [line.removeprefix("- ") for line in summary.split("\n")]
    return re.sub(r"^(?:[A-Z][\w ,.]{0,30})?\([A-Z][A-Za-z]+\)\s*(?:[-–—]+\s*)?", "", "\n".join(lines))


def judgements(path):
    for line in open(path, encoding="utf-8"):
        if not line.startswith("#"):
            yield line.rstrip("\n").split("\t")


def pairs(seed, sets, folder, read=None):
    known = {article for article, *_ in judgements(read)} if read else set()
    for name, count in DRAWN.items():
        ours, lead = predictions(folder, name, "ours"), predictions(folder, name, "lead")
        differing = sorted(article for article in ours if ours[article] != lead[article])
        print(f"# {name}: {len(differing)} of {len(ours)} differ")
        unread = [article for article in differing if article not in known]
        texts = {record["id"]: record["text"] for record in map(json.loads, gzip.open(f"{sets}/{name}.jsonl.gz", "rt", encoding="utf-8"))}
        for article in random.Random(f"{seed} {name}").sample(unread, count):
            first, second = (ours, lead) if ours_is_first(seed, article) else (lead, ours)
            print(f"== {article} ({len(texts[article].split())} words)\nA:\n{first[article]}\nB:\n{second[article]}\n")


def tally(seed, path):
    won, decided = collections.Counter(), collections.defaultdict(collections.Counter)
    for article, better, by, _ in judgements(path):
        winner = "neither" if better == "=" else "ours" if (better == "A") == ours_is_first(seed, article) else "Lead-3"
        won[winner] += 1
        decided[by][winner] += 1
    print("better:", ", ".join(f"{name} {won[name]}" for name in ("ours", "Lead-3", "neither")))
    for by, counts in sorted(decided.items()):
        if by == "none":
            continue
        print(f"  by {by}: ours {counts['ours']}, Lead-3 {counts['Lead-3']}")


if __name__ == "__main__":
    {"pairs": pairs, "tally": tally}[sys.argv[1]](*sys.argv[2:])
