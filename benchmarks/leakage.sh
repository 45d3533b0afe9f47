#!/bin/sh
# Speed of the leakage check and size of its index on invented text, as a Markdown table; 2 GB of heap per 100 MB.
# usage: benchmarks/leakage.sh [MEGABYTES_OF_ORIGINAL [LINES [THREADS]]]     (default 100 1000000 and all cores)
set -eu
cd "$(dirname "$0")/.."
echo "building ..." >&2
mvn -B -ntp -q -pl eval -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
classes=eval/target/test-classes:eval/target/classes:core/target/test-classes:core/target/classes
exec java ${JAVA_FLAGS:--Xmx4g} -cp "$classes:$(cat eval/target/benchmark.classpath)" \
    io.understudy.eval.leakage.LeakageBenchmark "${1:-100}" "${2:-1000000}" "${3:-$(nproc)}"
