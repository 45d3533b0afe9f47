#!/bin/bash
# What every format keeps of hostile corpora, seed by seed: written, read, equal in all that it says it carries; from a whole
# file, a byte at a time, with a byte order mark, with CRLF. The suite tries 60 to 300 seeds a format, this any number.
# usage: benchmarks/formats-contract.sh [FROM TO]   (seeds; default 1 2000)
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf core/target/surefire-reports formats/target/surefire-reports
mvn -B -ntp -q -pl core,formats -am test -Dunderstudy.seeds="${1:-1}-${2:-2000}" -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest='*FormatTest#whatIsWrittenIsReadAgain+lineEndsMayBeCrLfAndTheLastMayBeMissing+hostile*,NluContractTest*#whatIsWrittenIsReadAgain+lineEndsMayBeCrLfAndTheLastMayBeMissing,SamplesContractTest,OldRasaTest,TagSchemesTest#hostile*'
python3 - <<'PYTHON'
import glob, xml.etree.ElementTree as tree
count, classes = 0, 0
for file in glob.glob("core/target/surefire-reports/TEST-*.xml") + glob.glob("formats/target/surefire-reports/TEST-*.xml"):
    count += sum(1 for _ in tree.parse(file).getroot().iter("testcase"))
    classes += 1
print(f"{count:,} tests of {classes} classes, none failed")
PYTHON
