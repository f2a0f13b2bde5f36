"""Scores the layer `topics` against labels made by hand.

    python3 score.py LABELS.tsv RECORDS.jsonl...

LABELS.tsv: id, the topics an article must have, and those it may have besides. RECORDS: articles as `export` writes them; the id
is that of the origin, in `extensions.set_id`, or the file's name.
"""
import csv
import json
import os
import sys

labels = {row["id"]: (set(row["topics"].split()), set(row["also"].split())) for row in csv.DictReader(open(sys.argv[1]), delimiter="\t")}
given = right = allowed = wanted = found = first = articles = none = 0
for path in sys.argv[2:]:
    for line in open(path, encoding="utf-8"):
        article = json.loads(line)
        layers = article.get("extensions", {})
        key = layers.get("set_id") or os.path.basename(article["source"]["uri"])
        if key not in labels:
            continue
        must, may = labels.pop(key)
        topics = [topic["topic"] for topic in layers.get("topics", [])]
        articles += 1
        given += len(topics)
        none += not topics
        right += len(must & set(topics))
        allowed += len((must | may) & set(topics))
        wanted += len(must)
        first += bool(topics) and topics[0] in must | may
        wrong = [topic for topic in topics if topic not in must | may]
        if os.environ.get("MISSES") and (wrong or must - set(topics)):
            print(f"{key}: missed {sorted(must - set(topics))}, wrong {wrong}")
if labels:
    sys.exit(f"no record for {len(labels)} of the labelled articles, such as {min(labels)}")
print(f"{articles} articles, {given} topics given ({none} without): precision {100 * allowed / max(given, 1):.1f}, "
      f"recall {100 * right / max(wanted, 1):.1f}, best topic right {100 * first / articles:.1f}")
