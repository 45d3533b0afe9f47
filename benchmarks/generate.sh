#!/bin/bash
# Lines per second and peak memory of generate on SNIPS train_full: generate.sh [DATA_FOLDER]
set -euo pipefail
. "$(dirname "$0")/lib.sh"

"$understudy" --version >/dev/null
python3 "$here/snips.py" "$data/nlu/snips-2017" > "$work/snips.jsonl"
machine
echo
echo "| lines | wall, s (start and report counted) | lines/s | peak memory, MB |"
echo "|---:|---:|---:|---:|"
for count in 100000 1000000; do
  run "$understudy" generate "$work/snips.jsonl" -n "$count" -o "$work/out" --overwrite --quiet
  [ "$(wc -l < "$work/out/synthetic.jsonl")" = "$count" ] || { echo "not $count lines" >&2; exit 1; }
  awk -v n="$count" -v s="$seconds" -v p="$peak" 'BEGIN { printf "| %d | %.1f | %d | %d |\n", n, s, n / s, p }'
done
