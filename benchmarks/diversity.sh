#!/bin/sh
# Seconds of diversity and fidelity at four sizes, beside the diversity package and nltk's self-BLEU on the same lines, as
# Markdown tables.
# usage: benchmarks/diversity.sh [SHARED_FOLDER]     (default ../shared; some minutes, 3 GB of heap)
# The peers are installed by pip in a folder that is gone afterwards. nltk and the package's self-repetition are quadratic: few lines for them.
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
classes=eval/target/test-classes:eval/target/classes:onnx/target/classes:core/target/classes
java -Xmx3g -cp "$classes:$(cat eval/target/benchmark.classpath)" io.understudy.eval.diversity.DiversityBenchmark \
    "$work/out/synthetic.jsonl" "$work/snips.jsonl" 12500 25000 50000 100000
echo
python3 -m venv "$work/python" >&2
"$work/python/bin/pip" install -q nltk==3.10.3 numpy tqdm >&2
"$work/python/bin/pip" install -q --no-deps diversity==0.3.1 >&2
"$work/python/bin/python" benchmarks/diversity-peers.py "$work/out/synthetic.jsonl" 1500 3000 6000 12500
