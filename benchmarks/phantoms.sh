#!/bin/bash
# False alarms: real text against other real text that no generator made: phantoms.sh [DATA_FOLDER]
# Two halves of a corpus stand for original and "synthetic", a third part for the holdout; what comes through is what the
# world shares. Hard findings by rule, before and beside the holdout.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

"$understudy" --version >/dev/null
machine
echo
echo "| corpus | synthetic lines | hard, no holdout | hard, with holdout | phantoms | lines with one | rules | p every record | p singular surfaces | beyond coincidence | hard, unexplained |"
echo "|---|---:|---:|---:|---:|---:|---|---:|---:|---:|---:|"

part() { # part FILE K: every third line from K on
  awk -v k="$2" 'NR % 3 == k' "$1"
}

compare() { # compare NAME FILE
  local name=$1 file=$2
  part "$file" 0 > "$work/original.jsonl"
  part "$file" 1 > "$work/synthetic.jsonl"
  part "$file" 2 > "$work/holdout.jsonl"
  "$understudy" evaluate "$work/synthetic.jsonl" --against "$work/original.jsonl" -o "$work/alone" --overwrite --quiet >/dev/null
  "$understudy" evaluate "$work/synthetic.jsonl" --against "$work/original.jsonl" --holdout "$work/holdout.jsonl" \
    -o "$work/beside" --overwrite --quiet >/dev/null
  python3 - "$name" "$work/alone/report.json" "$work/beside/report.json" <<'PY'
import json, sys
name, alone, beside = sys.argv[1], *(json.load(open(path)) for path in sys.argv[2:])
a, b = alone["leakage"], beside["leakage"]
rules = ", ".join(f"{rule} {count}" for rule, count in b["rules"].items() if count)
p = lambda test: "-" if b["holdout"][test]["p"] is None else f"{b['holdout'][test]['p']:.3g}"
print(f"| {name} | {alone['validity']['lines']} | {a['hard']} | {b['hard']} | {b['phantoms']} | {b['hard_lines']} "
      f"| {rules or '-'} | {p('every_record')} | {p('singular_surfaces')} | {b['holdout']['beyond']} | {b['hard_unexplained']} |")
PY
}

python3 "$here/snips.py" "$data/nlu/snips-2017" > "$work/snips.jsonl"
compare "SNIPS train_full" "$work/snips.jsonl"

"$understudy" convert "$data/ner/sec-filings/CONLL-format/data/train/FIN5.txt" "$work/sec.jsonl" --from conll --quiet
compare "sec-filings" "$work/sec.jsonl"

python3 - "$data/prose/factbook" <<'PY' > "$work/factbook.txt"
import glob, html, json, re, sys
def texts(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "text" and isinstance(value, str):
                yield value
            else:
                yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)
for path in sorted(glob.glob(sys.argv[1] + "/**/*.json", recursive=True)):
    for text in texts(json.load(open(path, encoding="utf-8"))):
        for paragraph in re.split(r"<br>|<p>|\n", text):
            line = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", paragraph)).split())
            if len(line.split()) >= 8:
                print(line)
PY
"$understudy" annotate "$work/factbook.txt" --to jsonl -o "$work/factbook.jsonl" --quiet
compare "factbook (mentions found by our recognizer)" "$work/factbook.jsonl"
