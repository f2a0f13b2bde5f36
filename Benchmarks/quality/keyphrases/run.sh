#!/usr/bin/env bash
# How many of the words of the editors' highlights the ten keyphrases of an article hold, and how many of the keyphrases' words are
# in the highlights, beside YAKE; and what both take of one core.
#
#   Benchmarks/quality/keyphrases/run.sh [SETS]
#
# SETS: the folder that holds cnndm_val.jsonl.gz (default: ../shared/eval/summarize). The peer runs where Python finds it:
#   pip install yake
# It gets the bare text; our time is the stage's own, without `segment`, which is told beside it.
set -euo pipefail
cd "$(dirname "$0")/../../.."
sets=${1:-../shared/eval/summarize}
swift build -c release --scratch-path .build-release --product copydesk
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gzip -dc "$sets/cnndm_val.jsonl.gz" > "$work/articles.jsonl"
printf 'pipeline: keyphrases\nstages:\n  - load: articles.jsonl\n  - clean\n  - segment\n  - keyphrases\n  - export: {jsonl: keyphrases.jsonl}\n' \
    > "$work/keyphrases.yaml"
XDG_STATE_HOME=$work/state .build-release/release/copydesk run "$work/keyphrases.yaml" --out "$work" --workers 1 --quiet
python3 Benchmarks/quality/keyphrases/score.py "$work/articles.jsonl" "$work/keyphrases.jsonl" "$work/state/copydesk/keyphrases/run.json"
