"""Mentions beside Presidio, scored by presidio-evaluator's own span (IoU .75) and token evaluators, beta 2.

usage: presidio.py texts SET.json TEXTS.jsonl          the sentences, for 'understudy annotate'
       presidio.py peer SET.json PREDICTIONS.json SPACY_MODEL
       presidio.py score SET.json TOKENIZER NAME=PREDICTIONS ...   (.jsonl: ours; .json: the peer's)

SET.json is presidio-research's synth_dataset_v2.json. Scores are given for all sentences, and for those of the templates with an even
number, whose sentences nobody looked at while the patterns were made.
"""

import json
import logging
import sys
import time
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)

# Ours under the names of the peer; what is not here has the same name.
NAMES = {
    "MISC": "NRP", "NATIONALITY": "NRP", "RELIGION": "NRP", "DATE": "DATE_TIME", "TIME": "DATE_TIME", "DURATION": "DATE_TIME",
    "PHONE": "PHONE_NUMBER", "EMAIL": "EMAIL_ADDRESS", "ADDRESS": "STREET_ADDRESS", "STREET": "STREET_ADDRESS", "CITY": "GPE", "STATE": "GPE",
    "COUNTRY": "GPE", "POSTCODE": "ZIP_CODE", "IBAN": "IBAN_CODE", "DOMAIN": "DOMAIN_NAME", "JOB": "TITLE", "US_DRIVER_LICENSE": "US_DRIVER_LICENSE",
}
# What the set does not annotate.
UNASKED = {"NUMBER", "ORDINAL", "MONEY", "PERCENT"}


def texts(path, out):
    with open(path, encoding="utf8") as source, open(out, "w", encoding="utf8") as sink:
        for i, row in enumerate(json.load(source)):
            sink.write(json.dumps({"id": str(i), "text": row["full_text"]}, ensure_ascii=False) + "\n")


def peer(path, out, model):
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    kinds = {"PER": "PERSON", "PERSON": "PERSON", "NORP": "NRP", "FAC": "LOCATION", "LOC": "LOCATION", "GPE": "LOCATION",
             "LOCATION": "LOCATION", "ORG": "ORGANIZATION", "ORGANIZATION": "ORGANIZATION", "DATE": "DATE_TIME", "TIME": "DATE_TIME"}
    unused = ["ORGANIZATION", "CARDINAL", "EVENT", "LANGUAGE", "LAW", "MONEY", "ORDINAL", "PERCENT", "PRODUCT", "QUANTITY", "WORK_OF_ART"]
    settings = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": model}],
                "ner_model_configuration": {"model_to_presidio_entity_mapping": kinds, "low_confidence_score_multiplier": 0.4,
                                            "low_score_entity_names": [], "labels_to_ignore": unused}}
    analyzer = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=settings).create_engine(), default_score_threshold=0.4)
    with open(path, encoding="utf8") as source:
        rows = json.load(source)
    analyzer.analyze(rows[0]["full_text"], language="en")
    begun = time.perf_counter()
    found = [[(r.start, r.end, r.entity_type, r.score) for r in analyzer.analyze(row["full_text"], language="en")] for row in rows]
    print("Presidio: %.0f sentences/s, warm, one thread" % (len(rows) / (time.perf_counter() - begun)), file=sys.stderr)
    with open(out, "w", encoding="utf8") as sink:
        json.dump(found, sink)


def predictions(path):
    with open(path, encoding="utf8") as source:
        if path.endswith(".json"):
            return json.load(source)
        return [[(s["start"], s["end"], NAMES.get(s["label"], s["label"]), 0.85)
                 for s in json.loads(line).get("spans", []) if s["label"] not in UNASKED] for line in source]


def score(path, tokenizer, named):
    import pandas
    import spacy
    from presidio_evaluator import InputSample, span_to_tag
    from presidio_evaluator.entity_mapping import CanonicalMapper
    from presidio_evaluator.evaluation import SpanEvaluator, TokenEvaluator

    sys.modules["presidio_evaluator.span_to_tag"].loaded_spacy["en_core_web_sm"] = spacy.load(tokenizer)
    with open(path, encoding="utf8") as source:
        templates = [row["template_id"] for row in json.load(source)]
    samples = InputSample.read_dataset_json(path)
    parts = {"all": set(templates), "even templates": {t for t in templates if t % 2 == 0}}
    print("| system | sentences | span P | span R | **span F2** | token P | token R | **token F2** |\n|---|---|--:|--:|--:|--:|--:|--:|")
    recalls = {}
    for name, file in named:
        found = predictions(file)
        for part, kept in parts.items():
            rows = []
            for i, (sample, spans) in enumerate(zip(samples, found)):
                if templates[i] not in kept:
                    continue
                tags = span_to_tag(scheme="IO", text=sample.full_text, starts=[s[0] for s in spans], ends=[s[1] for s in spans],
                                   tokens=sample.tokens, scores=[s[3] for s in spans], tags=[s[2] for s in spans])
                rows += [{"sentence_id": i, "token": str(sample.tokens[j]), "annotation": sample.tags[j], "prediction": tags[j],
                          "start_indices": sample.start_indices[j]} for j in range(len(sample.tokens))]
            mapper = CanonicalMapper()
            mapper.analyze(pandas.DataFrame(rows))
            results = mapper.get_mapped_results_dataframe()
            cells = []
            for evaluator in (SpanEvaluator(iou_threshold=0.75), TokenEvaluator()):
                scores = evaluator.calculate_hierarchical_scores(results, beta=2)
                binary = scores["binary"]
                cells += ["%.3f" % binary.pii_precision, "%.3f" % binary.pii_recall, "**%.3f**" % binary.pii_f]
                if part == "all" and isinstance(evaluator, SpanEvaluator):
                    recalls[name] = {k: (float(v.recall), v.num_annotated) for k, v in scores["branch"].per_type.items() if v.num_annotated}
            print("| %s | %s (%d) | %s |" % (name, part, len({r["sentence_id"] for r in rows}), " | ".join(cells)))
    print("\n| span recall, all sentences | spans | %s |\n|---|--:|%s" % (" | ".join(recalls), "--:|" * len(recalls)))
    kinds = sorted({k for r in recalls.values() for k in r})
    for kind in kinds:
        count = max(r[kind][1] for r in recalls.values() if kind in r)
        print("| %s | %d | %s |" % (kind, count, " | ".join("%.3f" % r[kind][0] if kind in r else "" for r in recalls.values())))


if sys.argv[1:2] == ["texts"]:
    texts(*sys.argv[2:4])
elif sys.argv[1:2] == ["peer"]:
    peer(*sys.argv[2:5])
elif sys.argv[1:2] == ["score"]:
    score(sys.argv[2], sys.argv[3], [a.split("=", 1) for a in sys.argv[4:]])
else:
    sys.exit(__doc__)
