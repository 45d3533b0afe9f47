#!/bin/bash
# Seconds, lines per second and peak memory of grammar sample, JVM start included: 39,900 of 40,000, and 10^5 to 10^7
# distinct lines of 10^12, as the launcher starts it.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

"$understudy" --version >/dev/null
cat > "$work/large.grammar" <<'G'
intent call
  call {a: 1000..9999} (from|on) {b: 1000..9999} [please] at <10:00..23:59> for {c: 1..9}[ sharp]
G
cat > "$work/small.grammar" <<'G'
intent order
  (send|bring|order|get) {n: 1..100} of {item: 1..100}
G
machine
echo
echo "| grammar | lines | wall, s | lines/s | peak memory, MB |"
echo "|---|---|---|---|---|"
measure() {
  run "$understudy" grammar sample "$work/$1.grammar" -n "$2" --quiet -o "$work/lines-$2.jsonl"
  got=$(wc -l < "$work/lines-$2.jsonl")
  echo "| $1 | $got | $seconds | $(awk -v n="$got" -v s="$seconds" 'BEGIN { printf "%d", n / s }') | $peak |"
}
measure small 39900
for lines in 100000 1000000 10000000; do
  measure large "$lines"
done
