#!/bin/bash
# Lines per second and peak memory of each format, written and read, in 256 MB of heap; the start of the JVM is counted.
# JSONL is what is read when a format is written, and what is written when it is read.
# usage: benchmarks/formats.sh [DATA_FOLDER [FORMATS [LINES...]]]   (FORMATS: names with commas, or all; default all 100000 1000000)
set -euo pipefail
. "$(dirname "$0")/lib.sh"
wanted=${2:-all}
shift $(($# < 2 ? $# : 2))
sizes=${*:-100000 1000000}

"$understudy" --version >/dev/null
# SNIPS over and over, each time with ids of its own.
python3 "$here/snips.py" "$data/nlu/snips-2017" > "$work/snips.jsonl"
for size in $sizes; do
  awk -v lines="$size" '
    { line[NR] = $0 }
    END {
      for (i = 0; i < lines; i++) {
        copy = line[i % NR + 1]
        sub(/snips-/, "c" int(i / NR) "-", copy)
        print copy
      }
    }' "$work/snips.jsonl" > "$work/$size.jsonl"
done
if [ "$wanted" = all ]; then
  wanted=$("$understudy" formats | awk 'NR > 1 && / yes +yes / { print $1 }' | paste -sd,)
fi
machine
echo
echo "| format | lines | written, lines/s | memory, MB | read, lines/s | memory, MB |"
echo "|---|---:|---:|---:|---:|---:|"
export UNDERSTUDY_OPTS=-Xmx256m
# rate LINES COMMAND...: sets rate and peak, or - where it fails.
rate() {
  local lines=$1
  shift
  if (run "$@" 2>"$work/err"; echo "$seconds $peak" > "$work/took"); then
    read -r seconds peak < "$work/took"
    rate=$(awk -v n="$lines" -v s="$seconds" 'BEGIN { printf "%d", n / s }')
  else
    rate=-
    peak="- ($(tail -n 1 "$work/err" | cut -c 1-120))"
  fi
}
for format in ${wanted//,/ }; do
  for size in $sizes; do
    rm -rf "$work/corpus.$format" "$work/back.jsonl"
    rate "$size" "$understudy" convert "$work/$size.jsonl" "$work/corpus.$format" --to "$format" --quiet
    row="| $format | $size | $rate | $peak"
    if [ -e "$work/corpus.$format" ]; then
      rate "$size" "$understudy" convert "$work/corpus.$format" "$work/back.jsonl" --from "$format" --to jsonl --quiet
      echo "$row | $rate | $peak |"
    else
      echo "$row | | |"
    fi
  done
done
