"""Reads a corpus that Understudy wrote for Flair with Flair's own column reader; spans are compared by surface.

Flair is a framework on PyTorch, of which its reader needs nothing: what it imports and does not use is stood in for here,
so that its reader runs in a small environment (pip install --no-deps flair; Deprecated, segtok, tqdm, numpy beside it).
Usage: formats-flair.py FOLDER, with corpus.jsonl and corpus.flair
"""
import abc
import importlib.abc
import importlib.machinery
import importlib.util
import json
import sys
import types
from pathlib import Path

NOT_NEEDED = ("flair.nn", "flair.models", "flair.embeddings", "flair.trainers", "flair.visual")
NOT_THERE = ("torch transformers gensim sklearn boto3 botocore mpld3 matplotlib huggingface_hub langdetect pytorch_revgrad sqlitedict"
             " wikipediaapi bpemb gdown janome conllu pptree sentencepiece hyperopt transformer_smaller_training_vocab scipy"
             " bioc datasets lxml ftfy PIL requests tabulate more_itertools").split()


class Meta(abc.ABCMeta):
    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything

    def __call__(cls, *given, **named):
        if cls is Anything:
            return given[0] if len(given) == 1 and not named and callable(given[0]) else Anything
        return super().__call__(*given, **named)

    def __getitem__(cls, key):
        return cls

    def __bool__(cls):
        return False


class Anything(metaclass=Meta):
    def __init__(self, *given, **named):
        pass


class StandIn(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Anything,), {})


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, ours):
        self.ours = ours

    def find_spec(self, name, path, target=None):
        if self.ours(name):
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return StandIn(spec.name)

    def exec_module(self, module):
        pass


if importlib.util.find_spec("flair") is None:
    print("Flair's column reader: skipped, flair is not installed")
    sys.exit(0)
sys.meta_path.insert(0, Finder(lambda name: name.startswith(NOT_NEEDED)))
sys.meta_path.insert(0, Finder(lambda name: name.split(".")[0] in NOT_THERE))
try:
    from flair.datasets.sequence_labeling import ColumnDataset
except Exception as e:  # A version that needs more than this stands in for.
    print(f"Flair's column reader: skipped, it cannot be imported without PyTorch ({type(e).__name__}: {e})")
    sys.exit(0)

folder = Path(sys.argv[1])
squeeze = lambda text: "".join(text.split())
expected = []
for line in (folder / "corpus.jsonl").open(encoding="utf-8", newline="\n"):
    r = json.loads(line)
    spans = sorted((s["start"], r["text"][s["start"]:s["end"]], s["label"]) for s in r["spans"])
    expected.append((squeeze(r["text"]), [(squeeze(surface), label) for _, surface, label in spans]))
read = ColumnDataset(str(folder / "corpus.flair"), {0: "text", 1: "ner", 2: "space-after"})
found = [(squeeze(s.to_original_text()), [(squeeze(span.text), span.tag) for span in s.get_spans("ner")])
         for s in read.sentences]
wrong = [(a, b) for a, b in zip(expected, found) if a != b]
number = len(wrong) + abs(len(expected) - len(found))
print(f"Flair's column reader: {len(found)} examples, {sum(len(s) for _, s in found)} spans, {number} wrong")
for a, b in wrong[:2]:
    print("  first:", repr(a)[:300], "\n    got:", repr(b)[:300])
sys.exit(number > 0)
