#!/bin/bash
# Surrogates: lines per second, checks of many draws of each label, and how much a missed name gives away.
# usage: benchmarks/surrogates.sh [TEMPLATES] [DRAWS]
# TEMPLATES: lines with slots like {{city}} (default: presidio-research's); DRAWS: of each label (default 1,000,000; some
# minutes, 3 GB of heap). Beside ours Python Faker, which is installed under target/, fills 200,000 lines.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
templates=${1:-$here/../../shared/data/pii/presidio-research/templates.txt}
draws=${2:-1000000}
[ -f "$templates" ] || { echo "surrogates.sh: no file '$templates'; give a file of templates" >&2; exit 2; }
cd "$here/.."
echo "building ..." >&2
mvn -B -ntp -q -pl generator -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
classes=core/target/classes:templates/target/classes:prompts/target/classes:generator/target/classes
classes=$classes:core/target/test-classes:generator/target/test-classes:$(cat generator/target/benchmark.classpath)
bench() { java -Xmx3g ${options:-} -cp "$classes" io.understudy.generator.surrogate.SurrogateBenchmark "$@"; }
machine
echo
echo "Filling templates with spans, warm, all cores:"
echo
bench warm "$templates"
# As the launcher starts jobs of fewer than a million lines: from jars, with its compiler, its collector, its heap and an
# archive of all classes.
fast=target/surrogates
rm -rf "$fast" && mkdir -p "$fast"
jars=
for part in ${classes//:/ }; do
  if [ -d "$part" ]; then
    jar cf "$fast/${part//\//-}.jar" -C "$part" .
    part=$fast/${part//\//-}.jar
  fi
  jars=$jars:$part
done
classes=${jars#:}
options="-Xlog:disable -XX:+UseSerialGC -XX:DumpLoadedClassList=$fast/classes" bench fill "$templates" 2000 >/dev/null 2>&1
options="-Xlog:disable -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile=$fast/classes -XX:SharedArchiveFile=$fast/classes.jsa" \
  bench >/dev/null 2>&1
options="-XX:SharedArchiveFile=$fast/classes.jsa -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 \
  -XX:-BytecodeVerificationRemote -XX:-UsePerfData -XX:+UseSerialGC -Xms200m -Xmn80m -XX:-DontCompileHugeMethods \
  -XX:TieredStopAtLevel=1"
run bench fill "$templates" 200000
options=
ours=$seconds
echo
echo "200,000 lines in a fresh process, start counted: $ours s"
peer=target/faker
if [ ! -x "$peer/bin/python" ]; then
  { python3 -m venv "$peer" && "$peer/bin/pip" install -q faker==40.40.0; } >&2 || rm -rf "$peer"
fi
if [ -x "$peer/bin/python" ]; then
  run "$peer/bin/python" benchmarks/faker-templates.py "$templates" 200000
  awk -v a="$seconds" -v b="$ours" 'BEGIN { printf "\nPython Faker: %.2f s, %.1f times ours\n", a, a / b }'
else
  echo "no Python Faker: neither python3 nor the network gives one"
fi
echo
bench draws "$draws"
bench personas "$draws"
echo
bench unique "$draws"
echo
bench census "$draws"
echo
bench hiding
