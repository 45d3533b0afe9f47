"""Reads one corpus, written by Understudy in many formats, with each tool's own reader; spans are compared by surface.
Writes it back with each tool's own writer, as back.FORMAT, for Understudy to read.

Usage: formats-readers.py FOLDER. The folder holds corpus.jsonl and the same corpus as corpus.FORMAT. What cannot be
imported is skipped, with a reason.
"""
import itertools
import json
import sys
import traceback
from pathlib import Path

folder = Path(sys.argv[1])
bad = 0


def spans(text, triples):
    return sorted((text[s:e], label) for s, e, label in triples)


corpus = [json.loads(line) for line in (folder / "corpus.jsonl").open(encoding="utf-8", newline="\n")]
expected = [(r["text"], spans(r["text"], [(s["start"], s["end"], s["label"]) for s in r["spans"]])) for r in corpus]


def tell(name, found, exact=True):
    """exact: the text must be the same; else white space may differ."""
    global bad
    squeeze = (lambda t: t) if exact else (lambda t: "".join(t.split()))
    shown = lambda pairs: [(squeeze(t), [(squeeze(s), l) for s, l in p]) for t, p in pairs]
    want, got = shown(expected), shown(found)
    wrong = sum(a != b for a, b in zip(want, got)) + abs(len(want) - len(got))
    bad += wrong > 0
    print(f"{name}: {len(got)} examples, {sum(len(p) for _, p in got)} spans, {wrong} wrong")
    if wrong:
        for a, b in zip(want, got):
            if a != b:
                print("  first:", repr(a)[:300], "\n    got:", repr(b)[:300])
                break


def check(name, *modules):
    def run(reader):
        try:
            for module in modules:
                __import__(module)
        except ImportError as e:
            print(f"{name}: skipped, {e}")
            return
        try:
            reader()
        except Exception:
            global bad
            bad += 1
            print(f"{name}: it does not read this")
            traceback.print_exc()
    return run


def of_docs(docs):
    return [(d.text, sorted((e.text, e.label_) for e in d.ents)) for d in docs]


@check("spaCy DocBin", "spacy")
def docbin():
    import spacy
    from spacy.tokens import DocBin
    docs = list(DocBin().from_disk(folder / "corpus.spacy").get_docs(spacy.blank("en").vocab))
    tell("spaCy DocBin", of_docs(docs))
    DocBin(docs=docs).to_disk(folder / "back.spacy")
    from spacy.training.gold_io import docs_to_json
    for doc in docs:
        for token in doc:
            token.is_sent_start = token.i == 0
    written = [docs_to_json([doc], doc_id=number) for number, doc in enumerate(docs)]
    (folder / "back.spacy-json").write_text(json.dumps(written), encoding="utf-8")
    (folder / "back.spacy-doc").write_text(json.dumps([doc.to_json() for doc in docs]), encoding="utf-8")


@check("spaCy training JSON", "spacy")
def training():
    from spacy.training.converters import json_to_docs
    tell("spaCy training JSON", of_docs(json_to_docs((folder / "corpus.spacy-json").read_bytes())))


@check("spaCy Doc.from_json", "spacy")
def docs():
    import spacy
    from spacy.tokens import Doc
    vocab = spacy.blank("en").vocab
    values = json.loads((folder / "corpus.spacy-doc").read_text(encoding="utf-8"))
    # Its spans end where tokens do: of a span that ends in a space that space is left out.
    tell("spaCy Doc.from_json", of_docs(Doc(vocab).from_json(value) for value in values), exact=False)


@check("spaCy convert of CoNLL 2003", "spacy")
def conll():
    from spacy.training.converters import conll_ner_to_docs
    text = (folder / "corpus.conll2003").read_text(encoding="utf-8")
    # In pieces of some sentences: its time grows with the square of a document.
    sentences = text.split("\n\n")
    pieces = ("\n\n".join(sentences[i:i + 100]) for i in range(0, len(sentences), 100))
    docs = (doc for piece in pieces if piece.strip() for doc in conll_ner_to_docs(piece, n_sents=0, no_print=True))
    # Not sentence.ents, which goes through all entities of the document for each sentence.
    found = []
    for doc in docs:
        entities = sorted(doc.ents, key=lambda e: e.start)
        for sentence in doc.sents:
            own = list(itertools.takewhile(lambda e: e.start < sentence.end, entities))
            del entities[:len(own)]
            found.append((sentence.text, sorted((e.text, e.label_) for e in own)))
    tell("spaCy convert of CoNLL 2003", found, exact=False)


def of_rows(rows):
    return [(r["text"], spans(r["text"], [(s["start"], s["end"], s["label"]) for s in r["spans"]])) for r in rows]


@check("pyarrow Parquet", "pyarrow")
def arrow():
    import pyarrow.parquet
    table = pyarrow.parquet.read_table(folder / "corpus.parquet")
    assert b"huggingface" in table.schema.metadata
    tell("pyarrow Parquet", of_rows(table.to_pylist()))
    # As somebody writes it who knows nothing of us: other order of columns, pages and compression of its own.
    rows = [{"spans": [{"label": s["label"], "end": s["end"], "start": s["start"]} for s in r["spans"]],
             "text": r["text"], "id": r["id"]} for r in corpus]
    schema = pyarrow.schema([("spans", pyarrow.list_(pyarrow.struct([
        ("label", pyarrow.string()), ("end", pyarrow.int32()), ("start", pyarrow.int32())]))),
        ("text", pyarrow.large_string()), ("id", pyarrow.string())])
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows, schema=schema), folder / "back.parquet",
                                compression="snappy", row_group_size=100, data_page_version="2.0")


@check("DuckDB Parquet", "duckdb")
def duck():
    import duckdb
    found = duckdb.sql(f"select text, spans from read_parquet('{folder}/corpus.parquet')").fetchall()
    tell("DuckDB Parquet", of_rows({"text": t, "spans": s} for t, s in found))


@check("pyarrow JSONL", "pyarrow")
def lines():
    import pyarrow.json
    tell("pyarrow JSONL", of_rows(pyarrow.json.read_json(folder / "corpus.hf-jsonl").to_pylist()))


@check("datasets Parquet", "datasets")
def datasets():
    from datasets import load_dataset
    found = load_dataset("parquet", data_files=str(folder / "corpus.parquet"), split="train", cache_dir=str(folder / "cache"))
    tell("datasets Parquet", of_rows(found))


@check("cassis XMI", "cassis")
def cas():
    import cassis
    with (folder / "corpus.xmi/TypeSystem.xml").open("rb") as f:
        types = cassis.load_typesystem(f)
    found = {}
    for path in (folder / "corpus.xmi").rglob("*.xmi"):
        with path.open("rb") as f:
            one = cassis.load_cas_from_xmi(f, typesystem=types)
        meta = one.select("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData")[0]
        entities = one.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
        found[meta.documentId] = (one.sofa_string, sorted((e.get_covered_text(), e.value) for e in entities))
        there = folder / "back.xmi" / path.relative_to(folder / "corpus.xmi")
        there.parent.mkdir(parents=True, exist_ok=True)
        one.to_xmi(there)
    types.to_xml(folder / "back.xmi/TypeSystem.xml")
    tell("cassis XMI", [found[r["id"]] for r in corpus])


@check("openpyxl", "openpyxl")
def sheet():
    import openpyxl
    import warnings
    warnings.simplefilter("ignore")
    sheet = openpyxl.load_workbook(folder / "corpus.xlsx", read_only=True).active
    rows = list(sheet.values)
    from openpyxl.utils.escape import unescape
    column = rows[0].index("text")
    texts = [unescape(str(row[column] or "")) for row in rows[1:]]
    wrong = sum(a != b[0] for a, b in zip(texts, expected)) + abs(len(texts) - len(expected))
    global bad
    bad += wrong > 0
    print(f"openpyxl: {len(texts)} rows, {wrong} wrong texts")
    # As a person fills a sheet: two columns, one of them with spans as markup.
    book = openpyxl.Workbook()
    book.active.append(["id", "markup"])
    for row in rows[1:]:
        cells = list(row) + [None] * 4
        markup = cells[rows[0].index("markup")] or cells[column] or ""
        book.active.append([unescape(str(cells[0])), ""])
        there = book.active.cell(book.active.max_row, 2)
        there.value, there.data_type = unescape(str(markup)), "s"  # Else "=1" would be a formula.
    book.save(folder / "back.xlsx")


@check("Label Studio's offsets")
def studio():
    """UTF-16, as JavaScript counts."""
    found = []
    for task in json.loads((folder / "corpus.label-studio").read_text(encoding="utf-8")):
        text = task["data"]["text"]
        units = text.encode("utf-16-le")
        pairs = []
        for result in task["annotations"][0]["result"]:
            value = result["value"]
            if "labels" in value:
                cut = units[2 * value["start"]:2 * value["end"]].decode("utf-16-le")
                assert cut == value["text"]
                pairs.append((cut, value["labels"][0]))
        found.append((text, sorted(pairs)))
    tell("Label Studio's offsets", found)


@check("Label Studio's converter", "label_studio_sdk.converter")
def converter():
    from label_studio_sdk.converter import Converter
    config = "<View><Labels name='label' toName='text'>" + "".join(
        f"<Label value={json.dumps(l)}/>" for l in sorted({s["label"] for r in corpus for s in r["spans"]})
    ) + "</Labels><Text name='text' value='$text'/></View>"
    tasks = json.loads((folder / "corpus.label-studio").read_text(encoding="utf-8"))
    for number, task in enumerate(tasks, 1):
        task["id"] = number  # The server numbers what it imports.
    exported = folder / "label-studio-export.json"
    exported.write_text(json.dumps(tasks), encoding="utf-8")
    made = list(Converter(config, project_dir=None, download_resources=False).iter_from_json_file(str(exported)))
    found = []
    for one in made:
        text = one["input"]["text"]
        pairs = [(v["text"], v["labels"][0]) for v in (one["output"].get("label") or [])]
        found.append((text, sorted(pairs)))
    assert len(tasks) == len(found)
    tell("Label Studio's converter", found)
    out = folder / "label-studio-out"
    Converter(config, project_dir=None, download_resources=False).convert_to_json_min(str(exported), str(out), is_dir=False)
    (folder / "back.label-studio").write_bytes((out / "result.json").read_bytes())


@check("presidio, doccano, Prodigy, OpenNER, UBIAI by their rules")
def tools():
    of = lambda name: json.loads((folder / f"corpus.{name}").read_text(encoding="utf-8"))
    tell("presidio-research's rule", [(r["full_text"], sorted((s["entity_value"], s["entity_type"]) for s in r["spans"]
         if r["full_text"][s["start_position"]:s["end_position"]] == s["entity_value"])) for r in of("presidio")])
    tell("OpenNER's rule", [(r["text"], spans(r["text"], [(e["start"], e["end"], e["label"]) for e in r["entities"]]))
         for r in of("openner")])
    tell("UBIAI's rule", [(r["document"], spans(r["document"], [(t["start"], t["end"], t["entityLabel"])
         for t in r["tokens"]])) for r in of("ubiai")])
    rows = lambda name: [json.loads(l) for l in (folder / f"corpus.{name}").open(encoding="utf-8", newline="\n")]
    tell("doccano's rule", [(r["text"], spans(r["text"], r.get("label") or
         [e if isinstance(e, list) else (e["start_offset"], e["end_offset"], e["label"]) for e in r.get("entities", [])]))
         for r in rows("doccano")])
    tell("Prodigy's rule", of_rows(rows("prodigy")))
    tell("GLiNER's rule", [(" ".join(r["tokenized_text"]), sorted((" ".join(r["tokenized_text"][s:e + 1]), l)
         for s, e, l in r["ner"])) for r in of("gliner")], exact=False)


@check("brat's rules")
def brat():
    """As brat's annotation.py reads: code points, and the text of a span must be what its offsets cut out."""
    found = {}
    for path in (folder / "corpus.brat").rglob("*.ann"):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        pairs = []
        for line in path.read_bytes().decode("utf-8").split("\n"):
            if line.startswith("T"):
                _, said, surface = line.split("\t", 2)
                label, offsets = said.split(" ", 1)
                cuts = [text[int(a):int(b)] for a, b in (o.split(" ") for o in offsets.split(";"))]
                assert " ".join(cuts).replace("\n", " ").replace("\r", " ").replace("\t", " ") == surface, (path, line)
                pairs.append((" ".join(cuts), label))
        found[str(path.relative_to(folder / "corpus.brat"))[:-len(".ann")]] = (text, sorted(pairs))
    from urllib.parse import unquote
    found = {unquote(name): pair for name, pair in found.items()}
    tell("brat's rules", [found[r["id"]] for r in corpus])


@check("WebAnno's rules")
def webanno():
    """As its guide has it: offsets in UTF-16 units of the whole document, and one span for each number in brackets."""
    import re
    named = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
    plain = lambda escaped: re.sub(r"\\(.)", lambda m: named.get(m[1], m[1]), escaped, flags=re.DOTALL)
    found, base = [], 0
    for block in (folder / "corpus.webanno").read_bytes().decode("utf-8").split("\n#Sentence.id=")[1:]:
        lines = block.split("\n")
        text = "\n".join(plain(line[len("#Text="):]) for line in lines if line.startswith("#Text="))
        units = text.encode("utf-16-le")
        cut = lambda begin, end: units[2 * (begin - base):2 * (end - base)].decode("utf-16-le")
        pieces = {}
        for line in lines:
            if re.match(r"\d+-\d+(\.\d+)?\t", line):
                _, place, form, _, labels, *_ = line.split("\t")
                begin, end = map(int, place.split("-"))
                assert cut(begin, end) == form, line
                for label, number in re.findall(r"((?:\\.|[^|\[\\])*)\[(\d+)\]", labels):
                    pieces.setdefault((number, label), []).append((begin, end))
        found.append((text, sorted((cut(min(b for b, _ in at), max(e for _, e in at)), plain(label))
                                   for (_, label), at in pieces.items())))
        base += len(units) // 2 + 1
    tell("WebAnno's rules", found, exact=False)


@check("Flair's rules")
def flair():
    """As flair's ColumnDataset reads: columns by white space, a dash in space-after, tags in BIOES."""
    found, words, spaces, tags = [], [], [], []
    for line in (folder / "corpus.flair").open(encoding="utf-8", newline="\n"):
        if not line.isspace():
            fields = line.rstrip().split()
            words.append(fields[0]), tags.append(fields[1]), spaces.append(0 if fields[2] == "-" else 1)
        elif words:
            pairs, start = [], None
            for i, tag in enumerate(tags):
                start = i if tag[0] in "BS" else start
                if tag[0] in "ES":
                    inside = "".join(w + " " * s for w, s in zip(words[start:i + 1], spaces[start:i + 1]))
                    pairs.append((inside, tag[2:]))
            found.append(("".join(w + " " * s for w, s in zip(words, spaces)), sorted(pairs)))
            words, spaces, tags = [], [], []
    tell("Flair's rules", found, exact=False)


sys.exit(bad > 0)
