#!/bin/bash
# Files that would do harm, each converted from the command line in 256 MB of heap: exit code, time, and the sentence.
# usage: benchmarks/formats-hostile.sh
set -euo pipefail
. "$(dirname "$0")/lib.sh"
"$understudy" --version >/dev/null
cd "$work"
python3 - <<'PYTHON'
import gzip, struct, zipfile, zlib

def packed(name, *entries):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as file:
        for entry, content in entries:
            file.writestr(entry, content)

def text(name, content):
    with open(name, "w", encoding="utf-8") as file:
        file.write(content)

MEGABYTE = 1 << 20
LONG = "A" * 100 * MEGABYTE
packed("slip.zip", ("../../evil.txt", "Ada"), ("../../evil.ann", "T1\tA 0 3\tAda\n"))
packed("absolute.zip", ("/etc/evil.txt", "Ada"), ("/etc/evil.ann", ""))
packed("bomb.zip", ("a.txt", "A" * 300 * MEGABYTE), ("a.ann", ""))
packed("bomb.xlsx", ("[Content_Types].xml", "<a/>"), ("xl/sharedStrings.xml", "A" * 300 * MEGABYTE))
packed("column.xlsx",
    ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    ("xl/workbook.xml", '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>'),
    ("xl/_rels/workbook.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'),
    ("xl/worksheets/sheet1.xml", '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="ZZZZZZ1" t="inlineStr"><is><t>text</t></is></c></row></sheetData></worksheet>'))
packed("entities.zip", ("a.xmi", "<!DOCTYPE l [<!ENTITY a0 \"lol\">" + "".join(
    f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)) + "]><l>&a9;</l>"))
packed("entity-of-a-file.zip", ("a.xmi", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'))
text("bomb.yml", "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{c}: &{c} [{','.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefgh", "bcdefghi")) + "nlu: []\n")
text("tag.yml", "nlu:\n- intent: !!javax.script.ScriptEngineManager [a]\n  examples: |\n    - hi\n")
text("deep.yml", "nlu: " + "[" * 100_000)
text("deep.jsonl", '{"text":"a","x":' + "[" * 1_000_000 + "\n")
text("deep.json", '{"luis_schema_version":"7","utterances":[{"text":"a","x":' + '{"a":' * 500_000)
with open("bomb.spacy", "wb") as file:
    file.write(zlib.compress(b"\x81\xa6tokens\xc6" + struct.pack(">I", 400 * MEGABYTE) + bytes(400 * MEGABYTE)))
with open("length.spacy", "wb") as file:
    file.write(zlib.compress(b"\x81\xa6tokens\xc6" + struct.pack(">I", 0x7FFFFFFF)))
with open("length.parquet", "wb") as file:
    file.write(b"PAR1" + b"\x15\x04" * 50 + struct.pack("<I", 0x7FFFFFFF) + b"PAR1")
with gzip.open("bomb.jsonl.gz", "wb") as file:
    file.write(b'{"text":"' + bytes("A" * 300 * MEGABYTE, "ascii") + b'"}\n')
text("long.jsonl", '{"text":"' + LONG + '"}\n')
text("long.txt", LONG + "\n")
text("long.csv", "id,text\n1," + LONG + "\n")
text("long.conll", LONG + " O\n")
text("long.json", '[{"text":"' + LONG + '"}]')
text("long.yml", "nlu:\n- intent: a\n  examples: |\n    - " + LONG + "\n")
text("long.tsv", "#FORMAT=WebAnno TSV 3.3\n#T_SP=x|value\n\n#Text=" + LONG + "\n")
text("long.train", "<START:a> " + LONG + " <END>\n")
PYTHON
echo "| file | exit code | s | said |"
echo "|---|---:|---:|---|"
export UNDERSTUDY_OPTS=-Xmx256m
for file in *.*; do
  begun=$(date +%s%N)
  code=0
  timeout 60 "$understudy" convert "$file" out.jsonl --quiet >said 2>&1 || code=$?
  [ ! -e out.jsonl ] || { echo "$file left a file behind" >&2; exit 1; }
  awk -v ns=$(($(date +%s%N) - begun)) -v file="$file" -v code="$code" -v said="$(head -n 1 said | cut -c 1-200)" \
    'BEGIN { printf "| %s | %d | %.1f | %s |\n", file, code, ns / 1e9, said }'
done
