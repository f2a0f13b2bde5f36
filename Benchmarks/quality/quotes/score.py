#!/usr/bin/env python3
"""Scores the quotes stage against hand-checked quotations.

    score.py GOLD.jsonl RECORDS.jsonl [--misses]

GOLD has one object a line: `quotes`, each with `kind`, `text` and `speaker` (null where a careful reader could not name one
from the paragraph alone), and either `text` or, for a sample article, `uri` and `record`. RECORDS is what `export` wrote of the
same articles in the same order. A quotation is found when its kind and its text agree (but for marks and blanks at its ends);
a speaker is right when the quotation is found and the name agrees.
"""

import collections
import json
import sys

EDGE = " .,;:!?\"'“”„‘’«»\u00a0"


def key(quote):
    return quote["kind"], quote["text"].strip(EDGE)


def rows(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


def main(gold_path, records_path, show_misses):
    found = collections.Counter()
    for number, (gold, record) in enumerate(zip(rows(gold_path), rows(records_path), strict=True)):
        quotes = record.get("extensions", {}).get("quotes", [])
        wanted = {key(quote): quote for quote in gold["quotes"]}
        got = {key(quote): quote for quote in quotes}
        for name, quote in wanted.items():
            found["gold", name[0]] += 1
            found["right", name[0]] += name in got
            if quote["speaker"]:
                found["speakers"] += 1
        for name, quote in got.items():
            found["got", name[0]] += 1
            if "speaker" in quote:
                found["named"] += 1
                found["named right"] += name in wanted and wanted[name]["speaker"] == quote["speaker"]
        if show_misses:
            for name in wanted.keys() - got.keys():
                print(f"{number + 1}: missed {name}")
            for name in got.keys() - wanted.keys():
                print(f"{number + 1}: wrong {name} {got[name].get('speaker')}")
            for name in got.keys() & wanted.keys():
                if wanted[name]["speaker"] != got[name].get("speaker"):
                    print(f"{number + 1}: speaker {got[name].get('speaker')} for {wanted[name]['speaker']} of {name[1][:50]!r}")
    kinds = ["direct", "indirect", "mixed"]
    for kind in kinds + ["all"]:
        gold, got, right = (sum(found[what, k] for k in (kinds if kind == "all" else [kind])) for what in ("gold", "got", "right"))
        print(f"{kind:9} {gold:3} gold {got:3} found  precision {100 * right / max(got, 1):5.1f}  recall {100 * right / max(gold, 1):5.1f}")
    print(f"speakers  {found['speakers']:3} gold {found['named']:3} named  precision {100 * found['named right'] / max(found['named'], 1):5.1f}"
          f"  recall {100 * found['named right'] / max(found['speakers'], 1):5.1f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--misses" in sys.argv)
