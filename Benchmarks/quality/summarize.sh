#!/usr/bin/env bash
# Scores the summaries of three sentences on the development sets, paired with Lead-3, and measures speed beside sumy.
#
#   Benchmarks/quality/summarize.sh [SETS]
#
# SETS: the folder that holds cnndm_val.jsonl.gz, dailymail_sample.jsonl.gz, writers.jsonl.gz and rouge.py
# (default: ../shared/eval/summarize). The peer runs where Python finds it:
#   pip install sumy numpy
# It gets our own sentences, which is kind to it: it need not find any.
# With COPYDESK_KEEP=FOLDER the summaries stay there, for summarize_reading.py.
# Speeds are processor time of one core; rounds of both programs take turns.
set -euo pipefail
cd "$(dirname "$0")/../.."
sets=${1:-../shared/eval/summarize}
swift build -c release --scratch-path .build-release --product copydesk-train
train=.build-release/release/copydesk-train
work=${COPYDESK_KEEP:-$(mktemp -d)}
[ -n "${COPYDESK_KEEP:-}" ] || trap 'rm -rf "$work"' EXIT

echo "== quality: ROUGE of three sentences, paired with Lead-3"
for set in cnndm_val:dev dailymail_sample: writers:; do
    name=${set%%:*} split=${set##*:}
    gzip -dc "$sets/$name.jsonl.gz" > "$work/$name.jsonl"
    "$train" summarize-predict --lead ${split:+--split "$split"} "$work/$name.jsonl" > "$work/$name.lead"
    "$train" summarize-predict ${split:+--split "$split"} "$work/$name.jsonl" > "$work/$name.ours"
    "$train" summarize-predict --trim ${split:+--split "$split"} "$work/$name.jsonl" > "$work/$name.trimmed"
    python3 Benchmarks/quality/summarize_paired.py "$sets" "$name" "$split" "$work/$name".{lead,ours,trimmed}
done

echo "== speed: processor time, by turns"
for round in 1 2 3; do
    "$train" summarize-predict --speed "$work/cnndm_val.jsonl"
    if python3 -c "import sumy" 2>/dev/null; then
        # sed reads to the end; a pipe that head closes would end the script.
        "$train" summarize-predict --sentences 100000 --lead "$work/cnndm_val.jsonl" | sed -n 1,150p > "$work/sentences.jsonl"
        python3 Benchmarks/quality/summarize_peers.py "$work/sentences.jsonl"
    else
        echo "sumy is not installed: pip install sumy numpy"
    fi
done

echo "== growth: one article of ever more sentences"
"$train" summarize-predict --growth "$work/cnndm_val.jsonl"
