#!/bin/sh
# Hostile grammar files: only our own errors, no hang, no stack overflow.
# usage: benchmarks/grammar-fuzz.sh [FROM TO]     (seeds, so that pieces add up; default 1 1000000, half a minute)
set -eu
cd "$(dirname "$0")/.."
echo "building ..." >&2
mvn -B -ntp -q -pl templates -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
classes=templates/target/test-classes:templates/target/classes:core/target/test-classes:core/target/classes
java -Xmx512m -cp "$classes:$(cat templates/target/benchmark.classpath)" \
    io.understudy.templates.grammar.text.HostileGrammars "${1:-1}" "${2:-1000000}"
echo "$((${2:-1000000} - ${1:-1} + 1)) hostile files, none of them did harm"
