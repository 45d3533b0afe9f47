#!/bin/bash
# Models on a server, against one on this machine: faults and the ledger, names in what is sent, kill -9 and --resume.
# usage: benchmarks/remote.sh [DATA [PART...]]     PART: faults egress kill (default all)
#   CALLS: of the part faults (default 10000); KILLS: of the part kill (default 100), at moments drawn from SEED (1), so
#   that four calls with KILLS=25 and SEED 1 to 4 are a hundred other moments
set -euo pipefail
. "$(dirname "$0")/lib.sh"
[ $# -gt 0 ] && shift
parts=${*:-faults egress kill}
[ -d "$data/nlu/snips-2017" ] || { echo "remote.sh: no folder '$data/nlu/snips-2017'" >&2; exit 2; }
printf 'openai:loopback,0.25,2.00\n' > "$work/prices.csv"
server=

# serve FAULTS DELAY BODIES: sets url
serve() {
  [ -z "$server" ] || kill "$server"
  : > "$work/port"
  java -XX:TieredStopAtLevel=1 -Xmx400m "$here/Loopback.java" 0 "$@" > "$work/port" &
  server=$!
  until [ -s "$work/port" ]; do sleep 0.1; done
  url=http://127.0.0.1:$(cat "$work/port")
}
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT

ledger() { python3 -c "
import json, sys, urllib.request
ledger = json.load(urllib.request.urlopen('$url/ledger'))
print(*(ledger[key] for key in sys.argv[1:]))" "$@"; }

python3 "$here/snips.py" "$data/nlu/snips-2017" > "$work/snips.jsonl"
machine

for part in $parts; do
  case $part in
    faults)
      serve 0.05 0
      run "$understudy" generate "$work/snips.jsonl" --model openai:loopback --base-url "$url/v1" --prices "$work/prices.csv" \
        -n "${CALLS:-10000}" --per-request 1 --concurrency 32 -o "$work/faults" 2> "$work/said"
      python3 - "$work/faults/manifest.json" "$work/said" $(ledger calls served distinct doubled tokens_read tokens_written) <<'P'
import json, re, sys
manifest = json.load(open(sys.argv[1]))
said = open(sys.argv[2]).read()
calls, served, distinct, doubled, read, written = map(int, sys.argv[3:])
charged = read * 0.25e-6 + written * 2e-6
# The last: the lines before say how far it was.
ours = float(re.findall(r"calls, .*?\$([0-9.]+)", said)[-1])
print(f"faults: {calls} calls, {served} answered, {manifest['writing']['answered']} taken, {distinct} distinct, {doubled} doubled; "
      f"{manifest['counts']['out']} lines; ledger ${charged:.4f}, ours ${ours:.4f} ({100 * (ours / charged - 1):+.2f} %)")
P
      echo "faults: $seconds s, $peak MB"
      ;;
    egress)
      python3 "$here/egress.py" presidio "$data/pii/presidio-research/samples/data/synth_dataset_v2.json" > "$work/presidio.jsonl"
      find "$data/ner/sec-filings/CONLL-format" -name 'FIN*.txt' | sort | xargs python3 "$here/egress.py" conll > "$work/sec.jsonl"
      for corpus in snips presidio sec; do
        serve 0 0 "$work/bodies-$corpus"
        "$understudy" generate "$work/$corpus.jsonl" --model openai:loopback --base-url "$url/v1" -n 5000 --quiet -o "$work/egress-$corpus"
        echo "egress, $corpus: $(python3 "$here/egress.py" check "$work/$corpus.jsonl" "$work/bodies-$corpus")"
      done
      ;;
    kill)
      serve 0 40
      head -n 400 "$work/snips.jsonl" > "$work/few.jsonl"
      # To be called in a subshell, which becomes the process: so that what is killed is the process.
      job() {
        exec "$understudy" generate "$work/few.jsonl" --model openai:loopback --base-url "$url/v1" -n 300 --concurrency 2 --quiet "$@"
      }
      begun=$(date +%s%N)
      (job -o "$work/whole")
      whole=$(( ($(date +%s%N) - begun) / 1000000 ))
      equal=0 paid=0 killed=0
      RANDOM=${SEED:-1}
      for ((i = 0; i < ${KILLS:-100}; i++)); do
        rm -rf "$work/out"
        before=$(ledger served)
        (job -o "$work/out" 2> /dev/null) &
        pid=$!
        sleep "$(awk -v ms=$((RANDOM % whole)) 'BEGIN { print ms / 1000 }')"
        kill -9 "$pid" 2> /dev/null && killed=$((killed + 1))
        wait "$pid" 2> /dev/null || true
        [ -e "$work/out/manifest.json" ] && [ ! -e "$work/out/.understudy-journal.jsonl" ] || (job -o "$work/out" --resume)
        diff -r "$work/whole" "$work/out" > /dev/null && equal=$((equal + 1))
        paid=$((paid + $(ledger served) - before))
      done
      echo "kill: $killed of $i runs killed at a random moment of ${whole} ms, $equal ended in the same bytes; $paid calls answered," \
        "$(python3 -c "print(round($paid / ${KILLS:-100}, 2))") a run where one without a kill has $(python3 -c "
import json
print(json.load(open('$work/whole/manifest.json'))['writing']['answered'])") (what is under way when the process dies, two at most, is asked again)"
      ;;
  esac
done
