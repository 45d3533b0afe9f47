#!/bin/sh
# Names in real text by the shipped recognizers, and with models added, as a Markdown table.
# usage: benchmarks/names.sh [SHARED_FOLDER] [MODEL...]     (default ../shared; some minutes)
set -eu
cd "$(dirname "$0")/.."
shared=${1:-../shared}
[ $# -gt 0 ] && shift
if [ ! -d "$shared/data" ]; then
    echo "names.sh: no folder '$shared/data'; give the folder that holds data/ as the argument" >&2
    exit 2
fi
shared=$(cd "$shared" && pwd)
echo "building ..." >&2
mvn -B -ntp -q -pl ner -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
classes=ner/target/test-classes:ner/target/classes:core/target/test-classes:core/target/classes
exec java -Xmx3g -XX:-DontCompileHugeMethods -cp "$classes:$(cat ner/target/benchmark.classpath)" \
    io.understudy.ner.NamesBenchmark "$shared" "$@"
