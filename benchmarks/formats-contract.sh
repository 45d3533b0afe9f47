#!/bin/bash
# What every format keeps of hostile corpora, seed by seed: written, read, equal in all that it says it carries; from a whole
# file, a byte at a time, with a byte order mark, with CRLF. The suite tries 60 to 300 seeds a format, this any number.
# usage: benchmarks/formats-contract.sh [FROM TO]   (seeds; default 1 2000)
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -ntp -q -pl core,formats -am test -Dunderstudy.seeds="${1:-1}-${2:-2000}" -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest='*FormatTest#whatIsWrittenIsReadAgain+lineEndsMayBeCrLfAndTheLastMayBeMissing+hostile*,NluContractTest*#whatIsWrittenIsReadAgain+lineEndsMayBeCrLfAndTheLastMayBeMissing,SamplesContractTest,TagSchemesTest#hostile*'
python3 - <<'PYTHON'
import glob, xml.etree.ElementTree as tree
count, formats = 0, set()
for file in glob.glob("core/target/surefire-reports/TEST-*.xml") + glob.glob("formats/target/surefire-reports/TEST-*.xml"):
    cases = [case for case in tree.parse(file).getroot().iter("testcase") if "eed" in case.get("name") or "ostile" in case.get("name")]
    if cases:
        count += len(cases)
        formats.add(cases[0].get("classname").rsplit(".", 1)[1])
print(f"{count:,} tests of {len(formats)} classes, none failed")
PYTHON
