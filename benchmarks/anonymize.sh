#!/bin/bash
# anonymize on SNIPS train_full taken TIMES times over (ids made distinct): wall clock, rate and peak memory of the process.
# usage: benchmarks/anonymize.sh [DATA_FOLDER [TIMES...]]     (default 1 and 10)
set -euo pipefail
. "$(dirname "$0")/lib.sh"
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- 1 10

"$understudy" --version >/dev/null
python3 "$here/snips.py" "$data/nlu/snips-2017" > "$work/snips.jsonl"
machine
echo
echo "| lines | wall, s (start and report counted) | lines/s | peak memory, MB |"
echo "|---:|---:|---:|---:|"
for times in "$@"; do
  for i in $(seq "$times"); do sed "s/\"id\": *\"/&$i-/" "$work/snips.jsonl"; done > "$work/in.jsonl"
  count=$(wc -l < "$work/in.jsonl")
  run "$understudy" anonymize "$work/in.jsonl" -o "$work/out" --overwrite --quiet
  [ "$(wc -l < "$work/out/synthetic.jsonl")" = "$count" ] || { echo "not $count lines" >&2; exit 1; }
  awk -v n="$count" -v s="$seconds" -v p="$peak" 'BEGIN { printf "| %d | %.1f | %d | %d |\n", n, s, n / s, p }'
done
