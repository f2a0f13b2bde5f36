#!/usr/bin/env python3
"""Scores the layer `topics` against labels made by hand.

    score.py LABELS.tsv ARTICLES.jsonl RECORDS.jsonl [--misses]

LABELS has the columns set, id, topics (which an article must have) and also (which it may have besides). ARTICLES are the lines
that the run loaded, each with its id; RECORDS is what `export` wrote of them.
"""
import csv
import json
import sys

ids = [json.loads(line)["id"] for line in open(sys.argv[2], encoding="utf-8")]
given = {}
for line in open(sys.argv[3], encoding="utf-8"):
    record = json.loads(line)
    given[ids[record["source"]["line"] - 1]] = [topic["topic"] for topic in record.get("extensions", {}).get("topics", [])]

sets = {}
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8"), delimiter="\t"):
    sets.setdefault(row["set"], []).append((row["id"], set(row["topics"].split()), set(row["also"].split())))
for name, labels in sets.items():
    missing = [key for key, _, _ in labels if key not in given]
    if missing:
        sys.exit(f"no record for {len(missing)} of the labelled articles, such as {missing[0]}")
    total = right = wanted = found = first = 0
    for key, must, may in labels:
        topics = given[key]
        total += len(topics)
        right += len((must | may) & set(topics))
        wanted += len(must)
        found += len(must & set(topics))
        first += bool(topics) and topics[0] in must | may
        wrong = [topic for topic in topics if topic not in must | may]
        if "--misses" in sys.argv and (wrong or must - set(topics)):
            print(f"  {key}: missed {' '.join(sorted(must - set(topics))) or 'none'}; wrong {' '.join(wrong) or 'none'}")
    print(f"{name}: {len(labels)} articles, {total} topics given: precision {100 * right / max(total, 1):.1f}, "
          f"recall {100 * found / max(wanted, 1):.1f}, best topic right {100 * first / len(labels):.1f}")
