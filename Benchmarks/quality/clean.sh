#!/usr/bin/env bash
# Scores the block model that ships on the development pages of clean, and measures its speed.
#
#   Benchmarks/quality/clean.sh [SET] [FOLDER]
#
# SET: the folder with manifest.jsonl, pages.tar.xz and score_clean.py (default: ../shared/eval/clean).
# FOLDER: where the pages are unpacked (default: one that is deleted at the end).
# The model was trained on these pages: for figures on unseen sites run copydesk-train clean --cross-validate, see docs/clean.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
set=$(cd "${1:-../shared/eval/clean}" && pwd)
folder=${2:-}
if [ -z "$folder" ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
fi
[ -d "$folder/pages" ] || tar xJf "$set/pages.tar.xz" -C "$folder"
swift build -c release --scratch-path .build-release --product copydesk-train
.build-release/release/copydesk-train predict-clean "$folder/pages" "$set/manifest.jsonl" > "$folder/predictions.jsonl"
python3 "$set/score_clean.py" "$folder/predictions.jsonl"
.build-release/release/copydesk-train predict-clean "$folder/pages" "$set/manifest.jsonl" --speed
