#!/bin/sh
# Hostile texts through the recognizers that need no model: no exception, no false span, none slow.
# usage: benchmarks/annotate-fuzz.sh [FROM TO [SECONDS]]     (seeds; default 1 1000000, some minutes; SECONDS: when to stop)
set -eu
cd "$(dirname "$0")/.."
echo "building ..." >&2
mvn -B -ntp -q -pl ner -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
classes=ner/target/test-classes:ner/target/classes:core/target/test-classes:core/target/classes:onnx/target/classes
java -Xmx512m -cp "$classes:$(cat ner/target/benchmark.classpath)" \
    io.understudy.ner.HostileTexts "${1:-1}" "${2:-1000000}" ${3:+"$3"}
