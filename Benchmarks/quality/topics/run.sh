#!/usr/bin/env bash
# Scores the shipped rules of `topics` on news articles labelled by hand: `tuned` are those that the rules were mended by, `held`
# were labelled and scored once, behind the last change. Labels are by id only; the articles are not ours to give away.
#
#   Benchmarks/quality/topics/run.sh [SETS] [--misses]
#
# SETS: the folder that holds cnndm_val.jsonl.gz (default: ../shared/eval/summarize).
set -euo pipefail
cd "$(dirname "$0")/../../.."
sets=../shared/eval/summarize
if [ $# -gt 0 ] && [ "$1" != --misses ]; then sets=$1; shift; fi
swift build -c release --scratch-path .build-release --product copydesk
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gzip -dc "$sets/cnndm_val.jsonl.gz" > "$work/articles.jsonl"
printf 'pipeline: topics\nstages:\n  - load: articles.jsonl\n  - clean\n  - topics\n  - export: {jsonl: topics.jsonl}\n' > "$work/topics.yaml"
.build-release/release/copydesk run "$work/topics.yaml" --out "$work" --state "$work/state" --quiet
python3 Benchmarks/quality/topics/score.py Benchmarks/quality/topics/labels.tsv "$work/articles.jsonl" "$work/topics.jsonl" "$@"
