#!/bin/bash
# The whole check of a CUDA machine: builds with the profile gpu, compares answers alone, in batches and with the
# processor's, decodes under constraint, and prints tokens/s for batches that fill a large card.
# usage: benchmarks/gpu.sh [DEVICE] [MODEL...]
#   DEVICE: auto (default), cuda, cuda:N or cpu; MODEL: folders of decoders, best one in fp32 and one in fp16
# Where there is no card, auto says so once, checks the processor, and says what a card would be asked.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
device=${1:-auto}
shift || true
models=("$@")
[ "${#models[@]}" -gt 0 ] || models=("$here/../../shared/models/smollm2-135m-instruct-onnx")
batches=(1/1 8/1)
if command -v nvidia-smi >/dev/null 2>&1 && nvidia-smi >/dev/null 2>&1; then
  nvidia-smi --query-gpu=name,memory.total,driver_version --format=csv,noheader
  PROFILES=gpu
  batches=(1/1 8/1 32/1 128/1 256/1)
else
  echo "no NVIDIA card here: the library for the processor is built and checked" >&2
  echo "a card would be asked for: the profile gpu builds and opens each model on it (fp32 and fp16); answers alone and in"
  echo "a batch are the same; greedy answers agree with the processor's up to near ties; slots are held under constraint;"
  echo "tokens/s at 1, 8, 32, 128 and 256 answers at once"
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
