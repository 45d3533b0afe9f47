#!/bin/sh
# Speed and quality of the standard recognizer beside CoreNLP's stock pipeline, as a Markdown table.
# usage: benchmarks/annotate.sh [SHARED_FOLDER]     (default ../shared; some minutes, 3 GB of heap)
set -eu
cd "$(dirname "$0")/.."
shared=${1:-../shared}
if [ ! -d "$shared/data" ]; then
    echo "annotate.sh: no folder '$shared/data'; give the folder that holds data/ as the argument" >&2
    exit 2
fi
shared=$(cd "$shared" && pwd)
echo "building ..." >&2
mvn -B -ntp -q -pl ner -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
classes=ner/target/test-classes:ner/target/classes:core/target/test-classes:core/target/classes
# The CRF's method that makes features is too long for HotSpot to compile unless told to, as the launcher does; it serves
# both systems. Without: JAVA_FLAGS=-XX:+DontCompileHugeMethods benchmarks/annotate.sh
exec java -Xmx3g -XX:-DontCompileHugeMethods ${JAVA_FLAGS:-} -cp "$classes:$(cat ner/target/benchmark.classpath)" \
    io.understudy.ner.corenlp.AnnotateBenchmark "$shared"
