#!/bin/sh
# Nothing native is left behind: 10,000 answers of a small model (opened anew for every 50), resident memory before and after.
# usage: benchmarks/onnx-leak.sh [CALLS]
set -eu
cd "$(dirname "$0")/.."
exec mvn -B -ntp -q -pl generator -am test -Dtest='OnnxModelTest#nothingNativeIsLeftBehind' \
    -Dsurefire.failIfNoSpecifiedTests=false -Dunderstudy.calls="${1:-10000}"
