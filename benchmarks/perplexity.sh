#!/bin/sh
# Perplexity of our Kneser-Ney model beside IRSTLM's on the same words (Debian: apt-get install irstlm), SNIPS train and
# validate, lower case, white space between words, lines of known words only: tools differ in what an unknown word costs.
# usage: benchmarks/perplexity.sh [SHARED_FOLDER]     (default ../shared; a minute)
set -eu
cd "$(dirname "$0")/.."
shared=${1:-../shared}
PATH=$PATH:/usr/lib/irstlm/bin
command -v tlm >/dev/null 2>&1 || { echo "perplexity.sh: no IRSTLM; apt-get install irstlm" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$shared/data/nlu/snips-2017" "$work" <<'PYTHON'
import json
import pathlib
import sys

folder, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


def lines(pattern):
    for file in sorted(folder.rglob(pattern)):
        raw = file.read_bytes()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("latin-1")
        for examples in json.loads(text).values():
            for example in examples:
                yield "".join(piece["text"] for piece in example["data"]).lower().split()


train = list(lines("train_*_full.json"))
known = {word for line in train for word in line}
test = [line for line in lines("validate_*.json") if known.issuperset(line)]
for name, some in (("train", train), ("test", test)):
    with open(work / f"{name}.txt", "w", encoding="utf-8") as plain:
        plain.writelines(" ".join(line) + "\n" for line in some)
    with open(work / f"{name}.framed.txt", "w", encoding="utf-8") as framed:
        framed.writelines("<s> " + " ".join(line) + " </s>\n" for line in some)
PYTHON
echo "building ..." >&2
mvn -B -ntp -q -pl eval -am test-compile \
    dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.pathSeparator=: >&2
classes=eval/target/test-classes:eval/target/classes:core/target/classes
java -cp "$classes:$(cat eval/target/benchmark.classpath)" io.understudy.eval.fidelity.PerplexityBenchmark \
    "$work/train.txt" "$work/test.txt"
for n in 2 3 4; do
    echo "IRSTLM, order $n:"
    tlm -tr="$work/train.framed.txt" -n=$n -lm=ikn -ps=no -SetOovRate=0.0000001 \
        -te="$work/test.framed.txt" 2>&1 | grep "PP=" | tail -n 1
done
