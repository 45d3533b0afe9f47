#!/usr/bin/env python3
"""Times nltk's self-BLEU and the `diversity` package on a JSONL corpus: diversity-peers.py CORPUS SIZE...

Prints two Markdown tables. nltk is quadratic, so it is given the last table's small sizes only. Of the package three
modules are loaded by their files: the package as a whole wants PyTorch."""
import importlib.util
import json
import sys
import time

from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu

SMALL = (100, 200, 400, 800)


FOLDER = importlib.util.find_spec("diversity").submodule_search_locations[0]


def module(name):
    spec = importlib.util.spec_from_file_location(f"diversity_{name}", f"{FOLDER}/{name}.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def seconds(work):
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main():
    lines = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
    compression, ngrams, repetition = (module(n) for n in ("compression", "ngram_diversity", "self_repetition"))
    print("| lines | diversity: compression ratio, s | n-gram diversity, s | self-repetition, s |\n|---:|---:|---:|---:|")
    for n in map(int, sys.argv[2:]):
        some = lines[:n]
        times = (
            seconds(lambda: compression.compression_ratio(some, "gzip")),
            seconds(lambda: ngrams.ngram_diversity_score(some, 4)),
            seconds(lambda: repetition.self_repetition_score(some)),
        )
        print(f"| {n} | " + " | ".join(f"{t:.2f}" for t in times) + " |", flush=True)
    smooth = SmoothingFunction().method1
    words = [line.split() for line in lines[: SMALL[-1]]]
    print("\n| lines | nltk self-BLEU, s | by its growth, 100,000 lines, h |\n|---:|---:|---:|")
    for n in SMALL:
        some = words[:n]
        took = seconds(lambda: [
            sentence_bleu(some[:i] + some[i + 1:], each, smoothing_function=smooth) for i, each in enumerate(some)])
        print(f"| {n} | {took:.1f} | {took * (100_000 / n) ** 2 / 3600:.1f} |", flush=True)


if __name__ == "__main__":
    main()
