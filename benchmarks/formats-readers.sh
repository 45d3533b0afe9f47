#!/usr/bin/env bash
# One corpus in every format, read by the tools' own readers and checked by the vendors' own classes and schemas; spans are
# compared by surface, both ways. Installs the readers into scratch environments (UNDERSTUDY_READERS keeps them):
#   spaCy, pyarrow, DuckDB, cassis, Label Studio's SDK, openpyxl; Flair's column reader;
#   Rasa 3.6.20 (Python 3.10), snips-nlu 0.20.2 (Python 3.7), botocore's model of Lex V2, ask-smapi-model (Alexa),
#   google-cloud-dialogflow and -cx, azure-ai-language-conversations-authoring (CLU), ibm-watson; npm: @microsoft/bf-lu (LUIS).
# What cannot be installed is skipped, with a reason. OpenNLP's reader is asked by a test of core.
# Usage: benchmarks/formats-readers.sh [DATA [CORPUS...]], of hostile, snips, hwu64, synth_dataset_v2 (default: all)
set -euo pipefail
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
shift $(($# > 0))
chosen=" ${*:-hostile snips hwu64 synth_dataset_v2} "
understudy=${UNDERSTUDY:-$understudy}
readers=${UNDERSTUDY_READERS:-$work/readers}
mkdir -p "$readers"
tools="spacy parquet xlsx xmi spacy-json spacy-doc conll2003 hf-jsonl label-studio presidio openner ubiai doccano prodigy
  gliner brat flair opennlp webanno"
vendors="rasa snips snips-yaml luis clu watson watson-csv dialogflow dialogflow-cx lex alexa"

# environment NAME PYTHON-VERSION: a virtual environment, of any version where none is said; fails where there is none.
environment() {
  local python
  [ -x "$readers/$1/bin/python" ] && return
  if [ -z "${2:-}" ]; then
    python=python3
  else
    python=$(command -v "python$2" || ls "$HOME"/.pyenv/versions/"$2".*/bin/python 2>/dev/null | tail -n 1 || true)
    [ -n "$python" ] || { echo "$1: skipped, no Python $2 (pyenv install $2)" >&2; return 1; }
  fi
  "$python" -m venv "$readers/$1"
}

# install NAME PACKAGE...: each by itself, so that one that cannot be had does not keep the others away.
install() {
  local name=$1 package
  shift
  [ -e "$readers/$name/installed" ] && return
  for package in "$@"; do
    # shellcheck disable=SC2086
    "$readers/$name/bin/python" -m pip -q install --disable-pip-version-check $package >&2 \
      || echo "$package cannot be installed" >&2
  done
  touch "$readers/$name/installed"
}

environment tools && install tools spacy pyarrow duckdb dkpro-cassis label-studio-sdk openpyxl datasets
environment vendors && install vendors botocore "--no-deps ask-smapi-model" google-cloud-dialogflow google-cloud-dialogflow-cx \
  azure-ai-language-conversations-authoring ibm-watson "--no-deps flair" "numpy Deprecated segtok tqdm"
# Rasa without TensorFlow and its servers: what its reader of training data imports.
environment rasa 3.10 && install rasa "--no-deps rasa==3.6.20" \
  "ruamel.yaml<0.17.22 pluggy<2 structlog<24 packaging<21 jsonschema<4.18 pykwalify numpy<1.25 setuptools<81 tqdm
  typing-extensions regex<2022.11 attrs<22.2 portalocker<3 requests prompt-toolkit questionary pydot networkx<2.7
  jsonpickle<3.1 colorclass randomname pytz<2023 scipy<1.11 coloredlogs ujson dask==2022.10.2"
environment snips 3.7 && install snips "setuptools<60 wheel" snips-nlu==0.20.2
if command -v npm >/dev/null; then
  [ -d "$readers/luis/node_modules" ] || (mkdir -p "$readers/luis" && cd "$readers/luis" && npm init -y >/dev/null \
    && npm install --silent --no-fund --no-audit @microsoft/bf-lu >&2) || echo "@microsoft/bf-lu cannot be installed" >&2
fi

# Emoji, joined emoji, combining marks, CRLF, no-break spaces, a name cut out of a word, a formula, two scripts.
cat > "$work/hostile.jsonl" <<'LINES'
{"id":"a","text":"Ada 😀 lives in  Oslo's\tfjord.","spans":[{"start":0,"end":3,"label":"PERSON"},{"start":4,"end":5,"label":"EMOJI"},{"start":16,"end":20,"label":"CITY"}]}
{"id":"b","text":"👩‍👩‍👧 e\u0301 nbsp\u00a0here\r\nnext DATE x","spans":[{"start":0,"end":5,"label":"FAMILY"},{"start":6,"end":8,"label":"LETTER"},{"start":25,"end":29,"label":"ORG"}]}
{"id":"c","text":"=1+1 is no formula","spans":[]}
{"id":"d/e f","text":"[Bo](P) 漢字かな שלום مرحبا","spans":[{"start":1,"end":3,"label":"P"},{"start":8,"end":12,"label":"人"}]}
{"id":"g","text":"(Bo): 漢字かな 👍🏽","spans":[{"start":1,"end":3,"label":"P"},{"start":6,"end":10,"label":"人"}]}
LINES

failed=0

# back FOLDER FILE FORMAT [loose|names|brackets]: what we read in it is the corpus; loosely, where a tool trims or drops what
# it has twice; but for names, where the tool forbids some of ours; loosely and without spans that hold a bracket.
back() {
  [ -e "$1/$2" ] || return 0
  "$understudy" convert "$1/$2" "$1/back.jsonl" --from "$3" --to jsonl --quiet || { failed=1; return 0; }
  python3 - "$1" "$2" "${4:-}" <<'PYTHON' || failed=1
import json, sys
folder, name, but = sys.argv[1:]
loose = but in ("loose", "brackets")
squeeze = (lambda text: " ".join(text.split())) if loose else (lambda text: text)
def said(file):
    for line in open(f"{folder}/{file}.jsonl", encoding="utf-8", newline="\n"):
        r = json.loads(line)
        spans = sorted((s["start"], r["text"][s["start"]:s["end"]], s["label"]) for s in r["spans"])
        yield json.dumps([squeeze(r["text"]), [[squeeze(surface), "" if but == "names" else label] for _, surface, label in spans if but != "brackets" or ")" not in surface]])
unique = set if loose else list
a, b = sorted(unique(said("corpus"))), sorted(unique(said("back")))
print(f"we read {name}: {'the same' if a == b else 'NOT the same'}" + {"": "", "loose": ", but for spaces and repetitions", "names": ", but for names",
    "brackets": ", but for spaces, repetitions and spans with brackets"}[but])
if a != b:
    print(" ", *[x for x in a if x not in b][:2], "\n ", *[x for x in b if x not in a][:2])
sys.exit(a != b)
PYTHON
}

# each NAME FILE FORMAT
each() {
  local folder=$work/$1
  [[ $chosen == *" $1 "* ]] || return 0
  mkdir "$folder"
  "$understudy" convert "$2" "$folder/corpus.jsonl" --from "$3" --to jsonl --quiet
  for format in $tools; do
    "$understudy" convert "$folder/corpus.jsonl" "$folder/corpus.$format" --to "$format" --quiet
  done
  echo "== $1, annotation tools"
  "$readers/tools/bin/python" "$here/formats-readers.py" "$folder" || failed=1
  "$readers/vendors/bin/python" "$here/formats-flair.py" "$folder" || failed=1
  for format in spacy parquet xlsx xmi spacy-json hf-jsonl label-studio openner ubiai doccano prodigy brat; do
    back "$folder" "corpus.$format" "$format"
  done
  back "$folder" corpus.webanno webanno loose
  back "$folder" corpus.spacy-doc spacy-doc loose
  for format in spacy spacy-json spacy-doc parquet xmi xlsx label-studio; do
    back "$folder" "back.$format" "$format"
  done
  nlu "$1"
}

# Rasa, Snips' YAML and Lex have no escape for their brackets and braces, and refuse a text that holds them.
nlu() {
  local folder=$work/$1-nlu
  mkdir "$folder"
  python3 - "$work/$1" "$folder" <<'PYTHON'
import json, sys
lines = open(sys.argv[1] + "/corpus.jsonl", encoding="utf-8", newline="\n").read().splitlines(True)
# Rasa's own writer writes control characters raw, which no YAML may hold; bf-lu trims a text and not the spans in it.
def is_kept(record):
    text = record["text"]
    trimmed = any(span["end"] > len(text.rstrip()) for span in record["spans"])
    return not trimmed and not set("[]{}") & set(text) and not any("\x7f" <= c < "\xa0" for c in text)
kept = [line for line in lines if is_kept(json.loads(line))]
open(sys.argv[2] + "/corpus.jsonl", "w", encoding="utf-8", newline="\n").writelines(kept)
if len(kept) < len(lines):
    print(f"({len(lines) - len(kept)} texts with brackets, braces or control characters, or that end in a span with a space, are left out"
          " for the NLU tools)")
PYTHON
  for format in $vendors; do
    "$understudy" convert "$folder/corpus.jsonl" "$folder/corpus.$format" --to "$format" --quiet 2> "$folder/refused" \
      || echo "$format: refused: $(cat "$folder/refused")"
  done
  echo "== $1, NLU tools"
  [ ! -x "$readers/rasa/bin/python" ] || "$readers/rasa/bin/python" -W ignore "$here/formats-nlu-readers.py" "$folder" rasa 2>/dev/null || failed=1
  [ ! -x "$readers/snips/bin/python" ] || "$readers/snips/bin/python" "$here/formats-nlu-readers.py" "$folder" snips || failed=1
  "$readers/vendors/bin/python" "$here/formats-nlu-readers.py" "$folder" lex alexa dialogflow dialogflow-cx clu watson || failed=1
  if [ -d "$readers/luis/node_modules" ]; then
    NODE_PATH=$readers/luis/node_modules node "$here/formats-luis.js" "$folder" || failed=1
  else
    echo "LUIS: skipped, no npm or no @microsoft/bf-lu"
  fi
  for format in snips luis clu dialogflow dialogflow-cx; do
    back "$folder" "corpus.$format" "$format" $([ "$1" = hostile ] && [[ $format = dialogflow* ]] && echo names)
  done
  back "$folder" back.rasa rasa loose
  back "$folder" back.rasa-json rasa-json loose
  back "$folder" back.snips snips brackets
  back "$folder" back.luis luis loose
}

each hostile "$work/hostile.jsonl" jsonl
snips=$data/nlu/snips-2017
if [ -d "$snips" ]; then
  python3 "$here/snips.py" "$snips" > "$work/snips.jsonl"
  each snips "$work/snips.jsonl" jsonl
else
  echo "snips: skipped, no $snips"
fi
hwu64=$(ls "$data"/reference/hwu64-in-four-formats/out4RasaReal/*/CrossValidation/KFold_1/merged/RasaNlu_Merged_*.json 2>/dev/null || true)
if [ -f "$hwu64" ]; then
  each hwu64 "$hwu64" rasa-json
else
  echo "hwu64: skipped, not in $data/reference"
fi
synth=$data/pii/presidio-research/samples/data/synth_dataset_v2.json
if [ -f "$synth" ]; then
  each synth_dataset_v2 "$synth" presidio
else
  echo "synth_dataset_v2: skipped, no $synth"
fi
exit $failed
