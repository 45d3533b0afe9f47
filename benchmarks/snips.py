#!/usr/bin/env python3
"""Writes SNIPS train_full (7 intents, 13,784 utterances) as JSONL, or its validate part (700): snips.py SNIPS_FOLDER [validate]"""
import json
import pathlib
import sys


def utterances(folder, files="train_*_full.json"):
    for file in sorted(pathlib.Path(folder).rglob(files)):
        raw = file.read_bytes()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("latin-1")  # PlayMusic
        for intent, examples in json.loads(text).items():
            for example in examples:
                yield intent, example["data"]


def main():
    files = ["validate_*.json"] if sys.argv[2:] == ["validate"] else []
    for number, (intent, pieces) in enumerate(utterances(sys.argv[1], *files), 1):
        text, spans = "", []
        for piece in pieces:
            if piece.get("entity") and piece["text"]:
                spans.append({"start": len(text), "end": len(text) + len(piece["text"]), "label": piece["entity"]})
            text += piece["text"]
        line = {"id": f"snips-{number}", "text": text, "intent": intent, "spans": spans}
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
