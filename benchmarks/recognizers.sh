#!/bin/sh
# Recognizers by themselves, as Markdown tables: how fast on one thread, what they take for identifiers in prose that
# holds none, and how long hostile lines of a million characters take.
# usage: benchmarks/recognizers.sh [SHARED_FOLDER [PART...]]     (default ../shared, all of speed, alarms, lines; some minutes)
set -eu
cd "$(dirname "$0")/.."
shared=${1:-../shared}
[ $# -gt 0 ] && shift
if [ ! -d "$shared/data" ]; then
    echo "recognizers.sh: no folder '$shared/data'; give the folder that holds data/ as the argument" >&2
    exit 2
fi
shared=$(cd "$shared" && pwd)
echo "building ..." >&2
mvn -B -ntp -q -pl ner -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
classes=ner/target/test-classes:ner/target/classes:core/target/test-classes:core/target/classes:onnx/target/classes
bench() {
    java -Xmx3g -XX:-DontCompileHugeMethods ${JAVA_FLAGS:-} -cp "$classes:$(cat ner/target/benchmark.classpath)" \
        io.understudy.ner."$@"
}
[ $# -gt 0 ] || set -- speed alarms lines
for part in "$@"; do
    case $part in
        lines) bench HostileTexts lines 1000000 ;;
        speed | alarms) bench ProseBenchmark "$part" "$shared" ;;
        *) echo "recognizers.sh: no part '$part'; have: speed, alarms, lines" >&2; exit 2 ;;
    esac
    echo
done
