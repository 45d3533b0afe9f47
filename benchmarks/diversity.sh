#!/bin/sh
# Seconds of diversity and fidelity at four sizes, beside nltk's self-BLEU on the same lines, as a Markdown table.
# usage: benchmarks/diversity.sh [SHARED_FOLDER]     (default ../shared; some minutes, 3 GB of heap)
# nltk is asked where Python has it (pip install nltk); it is quadratic, so 2,000 lines at most.
set -eu
cd "$(dirname "$0")/.."
shared=${1:-../shared}
if [ ! -d "$shared/data" ]; then
    echo "diversity.sh: no folder '$shared/data'; give the folder that holds data/ as the argument" >&2
    exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 benchmarks/snips.py "$shared/data/nlu/snips-2017" > "$work/snips.jsonl"
./understudy generate "$work/snips.jsonl" -n 100000 -o "$work/out" --quiet
echo "building ..." >&2
mvn -B -ntp -q -pl eval -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
classes=eval/target/test-classes:eval/target/classes:core/target/classes
java -Xmx3g -cp "$classes:$(cat eval/target/benchmark.classpath)" io.understudy.eval.diversity.DiversityBenchmark \
    "$work/out/synthetic.jsonl" "$work/snips.jsonl" 12500 25000 50000 100000
echo
python3 - "$work/out/synthetic.jsonl" <<'PYTHON' || echo "nltk was not asked: pip install nltk" >&2
import json
import sys
import time

from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu

lines = [json.loads(line)["text"].split() for line in open(sys.argv[1], encoding="utf-8")]
smooth = SmoothingFunction().method1
print("| lines | nltk self-BLEU, s |\n|---:|---:|")
for n in (250, 500, 1000, 2000):
    some = lines[:n]
    begun = time.perf_counter()
    for i, hypothesis in enumerate(some):
        sentence_bleu(some[:i] + some[i + 1:], hypothesis, smoothing_function=smooth)
    print(f"| {n} | {time.perf_counter() - begun:.1f} |")
PYTHON
