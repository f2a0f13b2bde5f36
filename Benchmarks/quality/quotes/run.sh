#!/usr/bin/env bash
# Scores the quotes stage on the hand-checked quotations of the sample articles and of made-up paragraphs.
#
#   Benchmarks/quality/quotes/run.sh [--misses]
set -euo pipefail
cd "$(dirname "$0")/../../.."
swift build -c release --scratch-path .build-release --product copydesk
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for set in samples paragraphs; do
    case $set in
        samples) from="$PWD/Pipelines/samples/*" ;;
        paragraphs) from="$PWD/Benchmarks/quality/quotes/paragraphs.jsonl" ;;
    esac
    printf 'pipeline: %s\nstages:\n  - load: {from: "%s"}\n  - clean\n  - segment\n  - entities\n  - quotes\n  - export: [{jsonl: %s.jsonl}]\n' \
        "$set" "$from" "$set" > "$work/$set.yaml"
    .build-release/release/copydesk run "$work/$set.yaml" --out "$work" --state "$work/state" --quiet
    echo "== $set"
    python3 Benchmarks/quality/quotes/score.py "Benchmarks/quality/quotes/$set.jsonl" "$work/$set.jsonl" "$@"
done
