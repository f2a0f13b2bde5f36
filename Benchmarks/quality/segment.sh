#!/usr/bin/env bash
# Scores the segmenter on the development sets and measures its speed, beside nupunkt and blingfire.
#
#   Benchmarks/quality/segment.sh [SETS]
#
# SETS: the folder that holds ewt_dev.jsonl, gum_dev.jsonl, golden_rules.jsonl, golden_extra.jsonl and score_segment.py
# (default: ../shared/eval/segment). The peers run where Python finds them:
#   pip install nupunkt==0.8.0 blingfire==0.1.8
# Speeds are processor time of one core; sentences and tokens together for copydesk, sentences alone for the peers.
set -euo pipefail
cd "$(dirname "$0")/../.."
sets=${1:-../shared/eval/segment}
swift build -c release --scratch-path .build-release --product copydesk-train
train=.build-release/release/copydesk-train
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat "$sets"/{ewt_dev,gum_dev}.jsonl > "$work/prose.jsonl"
cat "$work/prose.jsonl" "$sets"/golden_{rules,extra}.jsonl > "$work/all.jsonl"
score() {
    python3 "$sets/score_segment.py" --gold "$sets/ewt_dev.jsonl" --gold "$sets/gum_dev.jsonl" \
        --gold "$sets/golden_rules.jsonl" --gold "$sets/golden_extra.jsonl" "$1"
}
echo "== copydesk"
"$train" predict-segment < "$work/all.jsonl" > "$work/copydesk.jsonl"
score "$work/copydesk.jsonl"
"$train" predict-segment --timing 8 < "$work/prose.jsonl"
for peer in nupunkt blingfire; do
    echo "== $peer"
    if python3 -c "import $peer" 2>/dev/null; then
        python3 Benchmarks/quality/segment_peers.py "$peer" "$work/all.jsonl" > "$work/$peer.jsonl"
        score "$work/$peer.jsonl"
        python3 Benchmarks/quality/segment_peers.py "$peer" "$work/prose.jsonl" --timing 3
    else
        echo "not installed: pip install $peer"
    fi
done
