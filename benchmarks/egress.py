#!/usr/bin/env python3
"""Corpora as JSONL, and whether a server was told any of their names.

egress.py presidio synth_dataset_v2.json > out.jsonl
egress.py conll FILE... > out.jsonl
egress.py check CORPUS.jsonl BODIES     prints the names of the corpus that stand in the bodies
"""
import collections
import json
import re
import sys
import unicodedata


def normal(text):
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf"))
    return " ".join(re.findall(r"[^\W_]+", text.upper().lower()))


def presidio(file):
    for number, each in enumerate(json.load(open(file, encoding="utf-8")), 1):
        spans = [{"start": s["start_position"], "end": s["end_position"], "label": s["entity_type"]} for s in each["spans"]]
        yield {"id": f"p-{number}", "text": each["full_text"], "spans": sorted(spans, key=lambda s: s["start"])}


def conll(files):
    number = 0
    for file in files:
        text, spans, last = "", [], "O"
        for line in list(open(file, encoding="utf-8")) + ["\n"]:
            parts = line.split()
            if not parts or parts[0] == "-DOCSTART-":
                if text:
                    number += 1
                    yield {"id": f"c-{number}", "text": text, "spans": spans}
                text, spans, last = "", [], "O"
                continue
            label = parts[-1].split("-")[-1] if parts[-1] != "O" else "O"
            start = len(text) + (1 if text else 0)
            text += (" " if text else "") + parts[0]
            if label != "O" and label == last and not parts[-1].startswith("B-"):
                spans[-1]["end"] = len(text)
            elif label != "O":
                spans.append({"start": start, "end": len(text), "label": label})
            last = label


def check(corpus, bodies):
    """Whole words, case, accents and marks aside. Left out, as everywhere in the house: surfaces of one or two letters
    and digits, words that the corpus itself uses as common ones, and what every request says whatever it is about."""
    labelled, plain = collections.Counter(), collections.Counter()
    for line in open(corpus, encoding="utf-8"):
        each = json.loads(line)
        at, rest, said = 0, "", set()
        for span in each["spans"]:
            rest += each["text"][at:span["start"]] + " | "
            at = span["end"]
            said.add(normal(each["text"][span["start"]:span["end"]]))
        labelled.update(said)
        plain.update(set(normal(rest + each["text"][at:]).split()))
    names = {name for name in labelled if len(name.replace(" ", "")) >= 3}
    names -= {name for name in names if " " not in name and plain[name] >= 5 and plain[name] > labelled[name]}
    questions, fixed, requests = [], None, 0
    for line in open(bodies, encoding="utf-8"):
        body = json.loads(line)
        requests += 1
        messages = [m["content"] for m in body["messages"]]
        words = set(normal(" ".join(messages[:-1])).split())
        fixed = words if fixed is None else fixed | words
        questions.append(re.sub(r"\{[^{}]*_\d+\}", " | ", messages[-1]))
    frame = normal("Sentence Gaps to keep Manner Rewrite it in other words times none")
    found = collections.Counter()
    longest = max((len(name.split()) for name in names), default=1)
    for question in questions:
        # The manner is ours too.
        question = re.sub(r"Manner: [^\n]*", " | ", question)
        for piece in question.split("|"):
            words = normal(piece).split()
            for start in range(len(words)):
                for end in range(start + 1, min(len(words), start + longest) + 1):
                    run = " ".join(words[start:end])
                    if run in names and run not in frame and not (set(run.split()) <= fixed):
                        found[run] += 1
    print(f"{requests} requests, {len(names)} names searched for, {len(found)} of them found")
    return 1 if found else 0


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    if sys.argv[1] == "check":
        sys.exit(check(*sys.argv[2:4]))
    for line in presidio(sys.argv[2]) if sys.argv[1] == "presidio" else conll(sys.argv[2:]):
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
