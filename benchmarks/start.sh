#!/bin/bash
# How long a start takes: start.sh
set -euo pipefail
. "$(dirname "$0")/lib.sh"

"$understudy" --version >/dev/null
machine
echo
echo "| command | median of 11, s | least, s |"
echo "|---|---:|---:|"
for words in "--help" "formats" "generate --help"; do
  for _ in $(seq 11); do
    run "$understudy" $words >/dev/null
    echo "$seconds"
  done | sort -n | awk -v words="$words" '{ s[NR] = $1 } END { printf "| understudy %s | %.2f | %.2f |\n", words, s[6], s[1] }'
done
