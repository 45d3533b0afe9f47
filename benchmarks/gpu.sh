#!/bin/bash
# The whole check of a CUDA machine: builds with the profile gpu, compares answers alone, in batches and with the
# processor's, decodes under constraint, prints tokens/s for batches that fill a large card, and runs a token classifier
# on the card and on the processor.
# usage: benchmarks/gpu.sh [DEVICE] [MODEL...]
#   DEVICE: auto (default), cuda, cuda:N or cpu; MODEL: folders of decoders (default: that of ../shared, and what
#   onnx-half.py makes of it, where python3 has onnx and numpy); CLASSIFIER: folder of a token classifier
# Where there is no card, auto says so once, checks the processor, and says what a card would be asked.
# BUILT=1 takes what an earlier call has built.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
device=${1:-auto}
shift || true
models=("$@")
classifier=${CLASSIFIER:-$here/../../shared/models/minilm-ner-onnx}
if [ "${#models[@]}" -eq 0 ]; then
  models=("$here/../../shared/models/smollm2-135m-instruct-onnx")
  if python3 -c 'import onnx, numpy' 2>/dev/null; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    half=$work/smollm2-135m-instruct-half
    python3 "$here/onnx-half.py" "${models[0]}" "$half"
    models=("$half" "${models[@]}")
  fi
fi
batches=(1/1 8/1)
if command -v nvidia-smi >/dev/null 2>&1 && nvidia-smi >/dev/null 2>&1; then
  nvidia-smi --query-gpu=name,memory.total,driver_version --format=csv,noheader
  PROFILES=gpu
  batches=(1/1 8/1 32/1 128/1 256/1 512/1)
else
  echo "no NVIDIA card here: the library for the processor is built and checked" >&2
  echo "a card would be asked for: the profile gpu builds and opens each model on it (fp32 and fp16); answers alone and in"
  echo "a batch are the same; greedy answers agree with the processor's up to near ties; slots are held under constraint;"
  echo "tokens/s at 1, 8, 32, 128, 256 and 512 answers at once; a token classifier finds the processor's spans"
fi
cd "$here/.."
. "$here/onnx-build.sh"
for model in "${models[@]}"; do
  echo
  echo "## $(basename "$model")"
  echo
  bench check "$model" "$device"
  echo
  echo "| engine | answers at once | threads | prompt, tokens/s | answer, tokens/s |"
  echo "|---|--:|--:|--:|--:|"
  bench speed "$model" "$device" "${batches[@]}"
done
if [ -f "$classifier/golden.json" ]; then
  echo
  echo "## $(basename "$classifier")"
  echo
  java io.understudy.ner.onnx.CardBenchmark "$classifier" "$device"
fi
