#!/bin/bash
# A grammar from SNIPS train_full: how long, how large, and its first screen: induce.sh [DATA_FOLDER]
# Then, intent by intent, how many of validate's templates it derives (SnipsInductionTest asserts the sum).
set -euo pipefail
. "$(dirname "$0")/lib.sh"

"$understudy" --version >/dev/null
python3 "$here/snips.py" "$data/nlu/snips-2017" > "$work/snips.jsonl"
machine
echo
run "$understudy" grammar induce "$work/snips.jsonl" --keep-values --min-sources 1 -o "$work/snips.grammar" --quiet
echo "| records | wall, s (start counted) | peak memory, MB | lines of the grammar | characters |"
echo "|---:|---:|---:|---:|---:|"
echo "| $(wc -l < "$work/snips.jsonl") | $seconds | $peak | $(wc -l < "$work/snips.grammar") | $(wc -c < "$work/snips.grammar") |"
echo
head -n 24 "$work/snips.grammar" | cut -c 1-160
echo
java -cp "$(cat "$here/../target/launch/classpath")" "$here/Derivable.java" "$data/nlu/snips-2017"
