#!/bin/bash
# False alarms: real text against other real text that no generator made: phantoms.sh [DATA_FOLDER]
# One third of a corpus stands for the original, one for the "synthetic" lines, one for the holdout; what comes through is
# what the world shares. Then without the lines that share a mention with the original, so that names known to all cannot
# come through. SNIPS's validate part against nine tenths of train_full, one tenth as the holdout. Hard findings by rule,
# before and beside the holdout.
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

thirds() { # thirds NAME FILE
  part "$2" 0 > "$work/original.jsonl"
  part "$2" 1 > "$work/synthetic.jsonl"
  part "$2" 2 > "$work/holdout.jsonl"
  compare "$1"
  python3 - "$work/original.jsonl" "$work/synthetic.jsonl" <<'PY' > "$work/unshared.jsonl"
import json, sys
def surfaces(line):
    units = line["text"].encode("utf-16-le") if line.get("offset_unit") == "utf16" else None
    for span in line["spans"]:
        cut = units[2 * span["start"]:2 * span["end"]].decode("utf-16-le") if units else line["text"][span["start"]:span["end"]]
        yield " ".join(cut.lower().split())
known = {surface for line in open(sys.argv[1], encoding="utf-8") for surface in surfaces(json.loads(line))}
for line in open(sys.argv[2], encoding="utf-8"):
    if not known.intersection(surfaces(json.loads(line))):
        sys.stdout.write(line)
PY
  mv "$work/unshared.jsonl" "$work/synthetic.jsonl"
  compare "$1, no mention shared"
}

compare() { # compare NAME: original.jsonl, synthetic.jsonl, holdout.jsonl
  local name=$1
  "$understudy" evaluate "$work/synthetic.jsonl" --against "$work/original.jsonl" --budget 0s -o "$work/alone" --overwrite --quiet >/dev/null
  "$understudy" evaluate "$work/synthetic.jsonl" --against "$work/original.jsonl" --holdout "$work/holdout.jsonl" \
    --budget 0s -o "$work/beside" --overwrite --quiet >/dev/null
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
thirds "SNIPS train_full" "$work/snips.jsonl"
awk 'NR % 10' "$work/snips.jsonl" > "$work/original.jsonl"
awk 'NR % 10 == 0' "$work/snips.jsonl" > "$work/holdout.jsonl"
python3 "$here/snips.py" "$data/nlu/snips-2017" validate > "$work/synthetic.jsonl"
compare "SNIPS validate against train_full"

"$understudy" convert "$data/ner/sec-filings/CONLL-format/data/train/FIN5.txt" "$work/sec.jsonl" --from conll --quiet
thirds "sec-filings" "$work/sec.jsonl"

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
thirds "factbook (mentions found by our recognizer)" "$work/factbook.jsonl"
