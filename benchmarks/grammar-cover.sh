#!/bin/bash
# Coverings: that the lines for Chatito's dateBooking_large hold all pairs, by a count that is not ours, and how long the
# starter grammars take: grammar-cover.sh [DATA_FOLDER]
set -euo pipefail
. "$(dirname "$0")/lib.sh"

"$understudy" --version >/dev/null
machine
booking=$data/reference/chatito/examples/dateBooking_large.chatito
if [ -f "$booking" ]; then
  "$understudy" grammar sample "$booking" --cover pairs -o "$work/pairs.jsonl"
  echo
  echo "| lines | not read | pairs | of these in the lines | others |"
  echo "|---:|---:|---:|---:|---:|"
  python3 "$here/grammars/pairs.py" "$booking" < "$work/pairs.jsonl"
fi
echo
echo "| starter grammar | lines | pairs | at least needed | wall, s (start counted) | peak memory, MB |"
echo "|---|---:|---:|---:|---:|---:|"
for grammar in booking banking smart-home music support health-intake shopping travel; do
  run "$understudy" grammar sample "$here/../examples/grammars/$grammar.grammar" --cover pairs -n 1 -o "$work/one.jsonl" 2> "$work/said"
  python3 - "$grammar" "$work/said" "$seconds" "$peak" <<'PY'
import re, sys
sums = [0, 0, 0]
for said in re.findall(r": ([\d,]+) lines? hold all ([\d,]+) pairs; no fewer than ([\d,]+)", open(sys.argv[2]).read()):
    sums = [a + int(b.replace(",", "")) for a, b in zip(sums, said)]
print("| %s | %s | %s | %s |" % (sys.argv[1], " | ".join(f"{each:,}" for each in sums), sys.argv[3], sys.argv[4]))
PY
done
