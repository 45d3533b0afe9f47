#!/bin/sh
# Files of every format changed to do harm, in 256 MB of heap: read or refused with one sentence of ours, none slow, no other
# error; what can be read is written again. In one process and from memory: small files, packages as they lie in a zip.
# usage: benchmarks/formats-fuzz.sh [FORMAT SEED COUNT SECONDS]  (FORMAT: a name, names with commas, or all; at most SECONDS
# for each; default all 1 1000000 3600)
set -eu
cd "$(dirname "$0")/.."
echo "building ..." >&2
mvn -B -ntp -q -pl formats -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
classes=formats/target/test-classes:formats/target/classes:core/target/test-classes:core/target/classes
java -Xmx256m -XX:+UseSerialGC -cp "$classes:$(cat formats/target/benchmark.classpath)" \
    io.understudy.formats.HostileFiles "${1:-all}" "${2:-1}" "${3:-1000000}" "${4:-3600}"
