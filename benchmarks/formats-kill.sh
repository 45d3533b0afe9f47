#!/bin/bash
# convert killed (kill -9) at moments from a seed: what stands at the place of the output is nothing, what stood there before,
# or the whole new file, never a part of it.
# usage: benchmarks/formats-kill.sh [KILLS [SEED [DATA]]]   (kills for each format; default 20 1)
set -euo pipefail
kills=${1:-20}
seed=${2:-1}
set -- "${3:-}"
. "$(dirname "$0")/lib.sh"
data=${1:-$here/../../shared/data}
"$understudy" --version >/dev/null
python3 "$here/snips.py" "$data/nlu/snips-2017" > "$work/snips.jsonl"
python3 - "$understudy" "$work" "$kills" "$seed" <<'PYTHON'
import hashlib, os, pathlib, random, shutil, subprocess, sys, time
understudy, work, kills, seed = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
chance = random.Random(seed)

def digest(place):
    """Of a file, or of all files of a folder with their names; nothing where there is none."""
    if not place.exists():
        return None
    all = hashlib.sha256()
    for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if file.is_file():
            all.update(str(file.relative_to(place)).encode() + b"\0" + file.read_bytes())
    return all.hexdigest()

def start(output, format):
    return subprocess.Popen([understudy, "convert", work / "snips.jsonl", output, "--to", format, "--quiet"],
                            stderr=subprocess.DEVNULL, start_new_session=True)

bad = 0
for format, name in [("conll", "c.conll"), ("rasa", "nlu.yml"), ("jsonl", "c.jsonl.gz"), ("xlsx", "c.xlsx"),
                     ("parquet", "c.parquet"), ("dialogflow", "agent.zip"), ("brat", "brat")]:
    begun = time.time()
    whole = work / ("whole-" + name)
    assert start(whole, format).wait() == 0, format
    took = time.time() - begun
    new = digest(whole)
    counts = {"nothing": 0, "what was there": 0, "all of it": 0}
    killed = 0
    for number in range(kills):
        folder = work / "kill"
        folder.mkdir()
        place = folder / name
        old = None
        if number % 2 and not name.endswith("brat"):
            place.write_bytes(b"what was there")
            old = digest(place)
        process = start(place, format)
        # The second half of the run: before it nothing is written.
        time.sleep(took * (0.4 + 0.65 * chance.random()))
        killed += process.poll() is None
        try:
            os.killpg(process.pid, 9)
        except ProcessLookupError:
            pass
        process.wait()
        found = digest(place)
        if found == new:
            counts["all of it"] += 1
        elif found is None and old is None:
            counts["nothing"] += 1
        elif found is not None and found == old:
            counts["what was there"] += 1
        else:
            bad += 1
            print(f"{format}: a part of it, kill {number}")
        shutil.rmtree(folder)
    print(f"{format}: {killed} of {kills} killed in time; " + ", ".join(f"{count} {what}" for what, count in counts.items()))
sys.exit(bad > 0)
PYTHON
