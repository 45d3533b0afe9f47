#!/bin/sh
# What real lines of SNIPS teach: intents by a linear model after 5 to 300 lines of each and after all, slots by a tagger
# after 10 of each and with mentions replaced; five seeds, tested on validate. With PEER=1 scikit-learn's LinearSVC and
# other classifiers on 300 lines of each intent beside ours (pip, some minutes).
# usage: benchmarks/utility.sh [SHARED_FOLDER]     (default ../shared)
set -eu
cd "$(dirname "$0")/.."
shared=${1:-../shared}
if [ ! -d "$shared/data" ]; then
    echo "utility.sh: no folder '$shared/data'; give the folder that holds data/ as the argument" >&2
    exit 2
fi
shared=$(cd "$shared" && pwd)
echo "building ..." >&2
mvn -B -ntp -q -pl eval -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
classes=eval/target/test-classes:eval/target/classes:onnx/target/classes:core/target/test-classes:core/target/classes
java -Dunderstudy.shared="$shared" -cp "$classes:$(cat eval/target/benchmark.classpath)" \
    io.understudy.eval.utility.UtilityBenchmark
[ -n "${PEER:-}" ] || exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/python" >&2
"$work/python/bin/pip" install -q scikit-learn==1.9.1 >&2
echo
"$work/python/bin/python" benchmarks/utility-peers.py "$shared/data/nlu/snips-2017"
