#!/usr/bin/env bash
# One corpus in every format of annotation tools, read by the tools' own readers; spans are compared by surface. Installs
# the readers (pip: spaCy, pyarrow, DuckDB, cassis, Label Studio's SDK, openpyxl) into a scratch environment; what cannot be
# installed is skipped, with a reason.
# Usage: benchmarks/formats-readers.sh [DATA]
set -euo pipefail
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
formats="spacy parquet xlsx xmi spacy-json spacy-doc conll2003 hf-jsonl label-studio presidio openner ubiai doccano prodigy
  gliner brat flair opennlp webanno"

python3 -m venv "$work/venv"
for package in spacy pyarrow duckdb dkpro-cassis label-studio-sdk openpyxl; do
  "$work/venv/bin/pip" -q install "$package" >&2 || echo "$package cannot be installed" >&2
done

# Emoji, joined emoji, combining marks, CRLF, no-break spaces, a name cut out of a word, a formula, a symbol of spaCy's.
cat > "$work/hostile.jsonl" <<'LINES'
{"id":"a","text":"Ada 😀 lives in  Oslo's\tfjord.","spans":[{"start":0,"end":3,"label":"PERSON"},{"start":4,"end":5,"label":"EMOJI"},{"start":16,"end":20,"label":"CITY"}]}
{"id":"b","text":"👩‍👩‍👧 e\u0301 nbsp\u00a0here\r\nnext DATE x","spans":[{"start":0,"end":5,"label":"FAMILY"},{"start":6,"end":8,"label":"LETTER"},{"start":25,"end":29,"label":"ORG"}]}
{"id":"c","text":"=1+1 is no formula","spans":[]}
{"id":"d/e f","text":"[Bo](P) 漢字かな שלום مرحبا","spans":[{"start":1,"end":3,"label":"P"},{"start":8,"end":12,"label":"人"}]}
LINES

failed=0
# each NAME FILE FORMAT
each() {
  local folder=$work/$1
  mkdir "$folder"
  "$understudy" convert "$2" "$folder/corpus.jsonl" --from "$3" --to jsonl --quiet
  for format in $formats; do
    "$understudy" convert "$folder/corpus.jsonl" "$folder/corpus.$format" --to "$format" --quiet
  done
  echo "== $1"
  "$work/venv/bin/python" "$here/formats-readers.py" "$folder" || failed=1
  # And back: the formats that keep the text give the same spans.
  for format in spacy parquet xlsx xmi spacy-json spacy-doc hf-jsonl label-studio openner ubiai doccano prodigy brat; do
    "$understudy" convert "$folder/corpus.$format" "$folder/back.jsonl" --from "$format" --to jsonl --quiet
    python3 - "$folder" "$format" <<'PYTHON' || failed=1
import json, sys
folder, name = sys.argv[1:]
said = lambda f: sorted(json.dumps([r["text"], sorted([r["text"][s["start"]:s["end"]], s["label"]] for s in r["spans"])])
                        for r in map(json.loads, open(f"{folder}/{f}.jsonl", encoding="utf-8", newline="\n")))
same = said("corpus") == said("back")
print(f"back from {name}: {'the same' if same else 'NOT the same'}")
sys.exit(not same)
PYTHON
  done
}

each hostile "$work/hostile.jsonl" jsonl
synth=$data/pii/presidio-research/samples/data/synth_dataset_v2.json
if [ -f "$synth" ]; then
  each synth_dataset_v2 "$synth" presidio
else
  echo "synth_dataset_v2: skipped, no $synth"
fi
exit $failed
