#!/bin/bash
# MB/s of convert from a JSONL of 1 GB to CoNLL in 256 MB of heap: convert.sh [DATA_FOLDER]
set -euo pipefail
. "$(dirname "$0")/lib.sh"

"$understudy" --version >/dev/null
# SNIPS over and over, each time with ids of its own.
python3 "$here/snips.py" "$data/nlu/snips-2017" > "$work/snips.jsonl"
awk -v copies=$((1000000000 / $(stat -c %s "$work/snips.jsonl") * 103 / 100 + 1)) '
  { line[NR] = $0 }
  END {
    for (c = 0; c < copies; c++) for (i = 1; i <= NR; i++) {
      copy = line[i]
      sub(/snips-/, "c" c "-", copy)
      print copy
    }
  }' "$work/snips.jsonl" > "$work/big.jsonl"
size=$(stat -c %s "$work/big.jsonl")
machine
echo
echo "| input, MB | heap, MB | wall, s | MB/s | peak memory, MB |"
echo "|---:|---:|---:|---:|---:|"
UNDERSTUDY_OPTS=-Xmx256m run "$understudy" convert "$work/big.jsonl" "$work/big.conll" --quiet
awk -v n="$size" -v s="$seconds" -v p="$peak" 'BEGIN { printf "| %d | 256 | %.1f | %.1f | %d |\n", n / 1e6, s, n / 1e6 / s, p }'
