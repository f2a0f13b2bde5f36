"""Sums up an inclusive callgrind listing by the parts of a run.

    python3 shares.py LISTING RUN.json
"""
import json
import re
import sys

COST = re.compile(r"^\s*([\d,]+) \([^)]*\)\s+(?:\S*?:)?(.*?)(?: \[[^]]*\])?$")
PARTS = {
    "load: decode": "protocol witness for SourceStage.decode(_:) in conformance LoadStage",
    "clean": "protocol witness for ArticleWorker.process(_:) in conformance CleanWorker",
    "segment": "protocol witness for ArticleWorker.process(_:) in conformance SegmentWorker",
    "entities": "protocol witness for ArticleWorker.process(_:) in conformance EntitiesWorker",
    "summarize": "protocol witness for ArticleWorker.process(_:) in conformance SummarizeWorker",
    "export: encode": "protocol witness for SinkStage.encode(_:into:) in conformance ExportStage",
}
WORK = "protocol witness for BatchWorker.process(_:) in conformance InProcessWorker<A, B>"
QUEUES = "_dispatch_call_block_and_release"
MAIN = "copydesk_main"


def main():
    costs = {}
    with open(sys.argv[1], encoding="utf-8", errors="replace") as listing:
        for line in listing:
            if match := COST.match(line):
                name = match.group(2).strip()
                costs[name] = max(costs.get(name, 0), int(match.group(1).replace(",", "")))
    with open(sys.argv[2], encoding="utf-8") as file:
        articles = json.load(file)["articles"]["written"]
    missing = [name for name in [*PARTS.values(), WORK, QUEUES, MAIN, "PROGRAM TOTALS"] if name not in costs]
    if missing:
        sys.exit(f"not in the profile: {missing}; was the program built in release mode?")
    total = costs["PROGRAM TOTALS"]
    parts = {part: costs[name] for part, name in PARTS.items()}
    parts["engine: in the workers"] = costs[WORK] - sum(parts.values())
    parts["engine: reading, committing, the rest of the queues"] = costs[QUEUES] - costs[WORK]
    parts["start: linking, command line, pipeline file, models"] = total - costs[QUEUES]
    print(f"{articles} articles, {total / articles / 1e6:.2f} million instructions an article")
    for part, cost in parts.items():
        print(f"  {part:52s} {cost / articles / 1000:10.1f} thousand an article  {100 * cost / total:5.1f} %")


main()
