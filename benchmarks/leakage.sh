#!/bin/sh
# Speed of the leakage check and size of its index on invented text, by size of the original, as a Markdown table; 2 GB
# of heap per 100 MB. Each size three times: the first runs warm up. Huge pages make a sixth of the difference.
# usage: benchmarks/leakage.sh [LINES [THREADS [MEGABYTES_OF_ORIGINAL...]]]     (default 1000000, all cores, 12 25 50 100)
set -eu
cd "$(dirname "$0")/.."
lines=${1:-1000000}
threads=${2:-$(nproc)}
[ $# -gt 2 ] && shift 2 || set -- 12 25 50 100
echo "building ..." >&2
mvn -B -ntp -q -pl eval -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
classes=eval/target/test-classes:eval/target/classes:onnx/target/classes:core/target/test-classes:core/target/classes
for size in "$@"; do
    java ${JAVA_FLAGS:--Xmx4g -XX:+UseParallelGC -XX:+UseTransparentHugePages} -cp "$classes:$(cat eval/target/benchmark.classpath)" \
        io.understudy.eval.leakage.LeakageBenchmark "$size" "$lines" "$threads"
done
