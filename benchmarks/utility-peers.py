#!/usr/bin/env python3
"""Accuracy of scikit-learn's classifiers on SNIPS validate after 300 lines of each intent: utility-peers.py SNIPS_FOLDER"""
import json
import pathlib
import random
import statistics
import sys
import warnings

import snips
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import BernoulliNB, ComplementNB, MultinomialNB
from sklearn.neighbors import KNeighborsClassifier, NearestCentroid
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC


def words(n, **more):
    return TfidfVectorizer(ngram_range=(1, n), **more)


def both():
    return make_union(words(2, sublinear_tf=True),
                      TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True))


SYSTEMS = {
    "words 1-2 and characters 2-5, LinearSVC": lambda: make_pipeline(both(), LinearSVC()),
    "words 1-2 and characters 2-5, logistic regression": lambda: make_pipeline(both(), LogisticRegression(max_iter=300)),
    "words, LinearSVC": lambda: make_pipeline(words(1), LinearSVC()),
    "words, logistic regression": lambda: make_pipeline(words(1), LogisticRegression(max_iter=300)),
    "words 1-2, logistic regression": lambda: make_pipeline(words(2), LogisticRegression(max_iter=300)),
    "words 1-3, logistic regression": lambda: make_pipeline(words(3), LogisticRegression(max_iter=300)),
    "words 1-2, complement naive Bayes": lambda: make_pipeline(words(2), ComplementNB()),
    "counts 1-2, naive Bayes": lambda: make_pipeline(CountVectorizer(ngram_range=(1, 2)), MultinomialNB()),
    "words, naive Bayes": lambda: make_pipeline(words(1), MultinomialNB()),
    "whether words stand there, naive Bayes": lambda: make_pipeline(CountVectorizer(binary=True), BernoulliNB()),
    "words 1-2, nearest centroid": lambda: make_pipeline(words(2), NearestCentroid()),
    "words 1-2, five neighbours": lambda: make_pipeline(words(2), KNeighborsClassifier(5)),
}


def validate(folder):
    for file in sorted(pathlib.Path(folder).rglob("validate_*.json")):
        for intent, examples in json.loads(file.read_text(encoding="utf-8")).items():
            for example in examples:
                yield intent, "".join(piece["text"] for piece in example["data"])


def main():
    warnings.filterwarnings("ignore")
    train = [(intent, "".join(piece["text"] for piece in data)) for intent, data in snips.utterances(sys.argv[1])]
    test = list(validate(sys.argv[1]))
    intents = sorted({intent for intent, _ in test})
    print("| scikit-learn, 300 lines of each intent | accuracy, %: mean ± sd | by seed |")
    print("|---|---:|---|")
    for name, make in SYSTEMS.items():
        reached = []
        for seed in range(5):
            draw = random.Random(seed)
            drawn = [line for intent in intents for line in draw.sample([one for one in train if one[0] == intent], 300)]
            model = make().fit([text for _, text in drawn], [intent for intent, _ in drawn])
            reached.append(100 * model.score([text for _, text in test], [intent for intent, _ in test]))
        print(f"| {name} | {statistics.mean(reached):.2f} ± {statistics.stdev(reached):.2f} "
              f"| {' '.join(f'{one:.2f}' for one in reached)} |", flush=True)


if __name__ == "__main__":
    main()
