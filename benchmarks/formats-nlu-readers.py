"""Reads one corpus, written by Understudy for NLU tools, with each vendor's own reader, classes or service model; spans
are compared by surface. Writes what the vendors' own writers make of it back to the folder, as back.FORMAT.

Usage: formats-nlu-readers.py FOLDER NAME... The folder holds corpus.jsonl and the same corpus as corpus.FORMAT. What cannot
be imported is skipped, with a reason. Runs on Python 3.7 and later: some readers want an old one.
"""
import collections
import json
import re
import sys
from pathlib import Path

folder = Path(sys.argv[1])
bad = 0


def load(path):
    return json.loads(Path(path).read_bytes().decode("utf-8"))


def mentions(text, triples):
    return [(text[s:e], label) for s, e, label in sorted(triples)]


corpus = [json.loads(line) for line in (folder / "corpus.jsonl").open(encoding="utf-8", newline="\n")]
expected = [(r.get("intent"), r["text"], mentions(r["text"], [(s["start"], s["end"], s["label"]) for s in r["spans"]]))
            for r in corpus]


def pieces(example):
    """The text around the mentions."""
    at, found = 0, []
    for span in sorted(example["spans"], key=lambda s: s["start"]):
        found.append(example["text"][at:span["start"]])
        at = span["end"]
    return found + [example["text"][at:]]


def fail(name, what):
    global bad
    bad += 1
    print(f"{name}: WRONG, {what}"[:600])


def tell(name, found, cut=lambda text: text, once=False, sayable=lambda surface: True):
    """Examples by text and surfaces; names of labels and intents must map one to one, for a vendor may forbid some.

    once: the reader drops what it has already. sayable: other surfaces have no label there, and we say so.
    """
    global bad
    labelled = [(intent, text, [one for one in all if sayable(one[0])]) for intent, text, all in expected]
    key = lambda e: (cut(e[1]), tuple(cut(s) for s, _ in e[2]))
    want, got = collections.Counter(map(key, labelled)), collections.Counter(map(key, found))
    if once:
        want, got = collections.Counter(set(want)), collections.Counter(set(got))
    missing, surplus = want - got, got - want
    wrong = sum(missing.values()) + sum(surplus.values())
    names = collections.defaultdict(set)
    by = collections.defaultdict(list)
    for e in found:
        by[key(e)].append(e)
    for e in labelled:
        for other in by.get(key(e), []):
            if len(by[key(e)]) == 1:
                names["intent", e[0]].add(other[0])
                for (_, a), (_, b) in zip(e[2], other[2]):
                    names["label", a].add(b)
    torn = {k: v for k, v in names.items() if len(v) > 1}
    both = collections.Counter((k[0], b) for k, v in names.items() for b in v)
    torn.update({k: "two in one" for k, n in both.items() if n > 1})
    bad += bool(wrong or torn)
    print(f"{name}: {len(found)} examples, {sum(len(e[2]) for e in found)} spans, {wrong} wrong"
          + (f", NAMES MIXED: {torn}" if torn else ""))
    if wrong:
        print("  missing:", repr(list(missing)[:2])[:400], "\n  surplus:", repr(list(surplus)[:2])[:400])


readers = {}


def reader(name):
    def run(function):
        readers[name] = function
        return function
    return run


@reader("rasa")
def rasa():
    """Rasa 3's schema and its reader of YAML, and what its writer makes of it."""
    import warnings
    from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader, RasaYAMLWriter
    warnings.filterwarnings("error", message=r"(?s).*rasa\.com/docs")  # So it tells of what it leaves out.
    data = RasaYAMLReader().reads((folder / "corpus.rasa").read_bytes().decode("utf-8"))
    found = []
    for message in data.training_examples:
        text = message.get("text")
        spans = [(e["start"], e["end"], e["entity"]) for e in message.get("entities") or []]
        found.append((message.get("intent"), text, mentions(text, spans)))
    tell("Rasa's own reader", found, cut=lambda text: text.strip("\n\r "), once=True)
    (folder / "back.rasa").write_text(RasaYAMLWriter().dumps(data), encoding="utf-8", newline="\n")
    (folder / "back.rasa-json").write_text(data.nlu_as_json(), encoding="utf-8", newline="\n")


def of_snips(dataset):
    found = []
    for intent, value in dataset["intents"].items():
        for utterance in value["utterances"]:
            chunks = utterance["data"]
            found.append((intent, "".join(c["text"] for c in chunks),
                          [(c["text"], c["entity"]) for c in chunks if "entity" in c]))
    return found


@reader("snips")
def snips():
    """snips_nlu's own validation of a dataset, and its reader of YAML."""
    from snips_nlu.dataset import Dataset
    from snips_nlu.dataset.validation import validate_and_format_dataset
    dataset = load(folder / "corpus.snips")
    tell("snips-nlu's validation", of_snips(validate_and_format_dataset(dataset)))
    if not (folder / "corpus.snips-yaml").exists():
        print("snips-nlu's YAML reader: skipped, the corpus holds signs of its markup")
        return
    made = Dataset.from_yaml_files("en", [str(folder / "corpus.snips-yaml")]).json
    tell("snips-nlu's YAML reader", of_snips(made), cut=lambda text: text.strip(" \t\n\r\x0b\x0c"),
         sayable=lambda surface: ")" not in surface)
    (folder / "back.snips").write_text(json.dumps(made), encoding="utf-8")


@reader("lex")
def lex():
    """The names and lengths of botocore's model of Lex V2, and the documented layout of its import."""
    import botocore.loaders
    shapes = botocore.loaders.Loader().load_service_model("lexv2-models", "service-2")["shapes"]

    def check(where, shape, value):
        rule = shapes[shape]
        size = len(value) if isinstance(value, (str, list)) else value
        if "pattern" in rule and not re.search(rule["pattern"].replace("]{1,100}", "]{1,100}"), value):
            fail("Lex", f"{where}: {value!r} is no {shape}")
        if size < rule.get("min", size) or size > rule.get("max", size):
            fail("Lex", f"{where}: {shape} of {size}, {rule.get('min')} to {rule.get('max')} allowed")

    root = folder / "corpus.lex"
    manifest = load(root / "Manifest.json")["metaData"]
    assert manifest["fileFormat"] == "LexJson" and manifest["resourceType"] == "BOT", manifest
    bots = [path for path in root.iterdir() if path.is_dir()]
    assert len(bots) == 1 and load(bots[0] / "Bot.json")["name"] == bots[0].name
    locale = bots[0] / "BotLocales/en_US"
    check("locale", "ConfidenceThreshold", load(locale / "BotLocale.json")["nluConfidenceThreshold"])
    values, samples = {}, collections.defaultdict(set)
    for path in locale.glob("SlotTypes/*/SlotType.json"):
        kind = load(path)
        assert path.parent.name == kind["name"]
        check(path, "Name", kind["name"])
        check(path, "SlotTypeValues", kind["slotTypeValues"])
        all_values = set()
        for value in kind["slotTypeValues"]:
            check(path, "Value", value["sampleValue"]["value"])
            all_values.add(value["sampleValue"]["value"])
            if value.get("synonyms") is not None:
                check(path, "SynonymList", value["synonyms"])
            for synonym in value.get("synonyms") or []:
                check(path, "Value", synonym["value"])
                all_values.add(synonym["value"])
        assert kind["valueSelectionSetting"]["resolutionStrategy"] in ("ORIGINAL_VALUE", "TOP_RESOLUTION")
        values[kind["name"]] = all_values
    intents = [load(path) for path in locale.glob("Intents/*/Intent.json")]
    assert [i["name"] for i in intents if i.get("parentIntentSignature") == "AMAZON.FallbackIntent"] == ["FallbackIntent"]
    for intent in intents:
        check("intent", "Name", intent["name"])
        slots = {}
        for path in locale.glob(f"Intents/{intent['name']}/Slots/*/Slot.json"):
            slot = load(path)
            check(path, "Name", slot["name"])
            assert slot["valueElicitationSetting"]["slotConstraint"] in shapes["SlotConstraint"]["enum"]
            assert slot["slotTypeName"].startswith("AMAZON.") or slot["slotTypeName"] in values, slot
            slots[slot["name"]] = slot["slotTypeName"]
        assert sorted(p["slotName"] for p in intent.get("slotPriorities") or []) == sorted(slots), intent["name"]
        for sample in intent.get("sampleUtterances") or []:
            check("utterance", "Utterance", sample["utterance"])
            gaps = re.findall("{([^{}]*)}", sample["utterance"])
            assert set(gaps) <= set(slots), sample
            samples[re.sub("{[^{}]*}", "{}", sample["utterance"])].add(tuple(slots[gap] for gap in gaps))
    gapped("Lex", samples, values, lambda words: re.sub("[ \t\n\r\x0b\f]+", " ", words))


def gapped(name, samples, values, words):
    """Every example is a sample, with its surfaces among the values of the slots' types."""
    wrong = []
    for example, (_, _, spans) in zip(corpus, expected):
        sample = "{}".join(words(piece) for piece in pieces(example)).strip()
        held = [kinds for kinds in samples.get(sample, ()) if all(
            kind.startswith("AMAZON.") or surface in values[kind] for (surface, _), kind in zip(spans, kinds))]
        if not held:
            wrong.append((sample, spans))
    print(f"{name}: {sum(map(len, samples.values()))} samples of {len(expected)} examples, {len(wrong)} examples not among them")
    if wrong:
        fail(name, repr(wrong[:2]))


def typed(name, kind, value, where="", module=None):
    """Alexa's classes: every key must be one of the class's attributes, of its type."""
    if kind.startswith("list["):
        for index, item in enumerate(value):
            typed(name, kind[5:-1], item, f"{where}[{index}]")
    elif kind in ("str", "bool", "int", "float"):
        if not isinstance(value, {"str": str, "bool": bool, "int": int, "float": (int, float)}[kind]):
            fail(name, f"{where}: {value!r} is no {kind}")
    elif "." in kind:
        path, cls = kind.rsplit(".", 1)
        cls = getattr(__import__(path, fromlist=[cls]), cls)
        if hasattr(cls, "deserialized_types"):
            known = {json_name: cls.deserialized_types[attribute] for attribute, json_name in cls.attribute_map.items()}
            for key, item in value.items():
                if key not in known:
                    fail(name, f"{where}: unknown key {key}")
                elif item is not None:
                    typed(name, known[key], item, f"{where}.{key}")


@reader("alexa")
def alexa():
    """Amazon's classes of an interaction model, and the documented rules of names and samples."""
    import ask_smapi_model.v1.skill.interaction_model.interaction_model_data  # noqa: F401
    model = load(folder / "corpus.alexa")
    typed("Alexa", "ask_smapi_model.v1.skill.interaction_model.interaction_model_data.InteractionModelData", model)
    language = model["interactionModel"]["languageModel"]
    values = {t["name"]: {v for each in t["values"] for v in [each["name"]["value"]] + each["name"].get("synonyms", [])}
              for t in language["types"]}
    if not re.fullmatch("[a-z][a-z' .]+", language["invocationName"]):
        fail("Alexa", f"invocation name {language['invocationName']!r}")
    samples = collections.defaultdict(set)
    for kind in values:
        if not re.fullmatch("[A-Za-z][A-Za-z_]*", kind):
            fail("Alexa", f"type {kind!r}")
    for intent in language["intents"]:
        slots = {slot["name"]: slot["type"] for slot in intent.get("slots", [])}
        if not re.fullmatch("(AMAZON[.])?[A-Za-z][A-Za-z_]*", intent["name"]):
            fail("Alexa", f"intent {intent['name']!r}")
        for slot in slots:
            if not re.fullmatch("[A-Za-z][A-Za-z_]*", slot):
                fail("Alexa", f"slot {slot!r}")
        for sample in intent.get("samples", []):
            gaps = re.findall("{([^{}]*)}", sample)
            if not set(gaps) <= set(slots):
                fail("Alexa", f"gaps {gaps} of {sorted(slots)}")
            # Words, apostrophes, hyphens, the dots of spelled letters.
            plain = re.sub("{[^{}]*}", "x", sample)
            if re.search(r"[^\w\s.'-]", re.sub(r"[\u0300-\u036f\u0900-\u0dff\u0e00-\u0eff]", "", plain)):
                fail("Alexa", f"sample {sample!r}")
            samples["{}".join(letters(piece) for piece in re.split("{[^{}]*}", sample))].add(
                tuple(slots[gap] for gap in gaps))
    gapped("Alexa", samples, values, letters)


def letters(words):
    return "".join(c for c in words if c.isalnum())


@reader("dialogflow")
def dialogflow():
    """Google's messages of Dialogflow ES. Its zip has keys of its own (data, meta, alias), so phrases go by these."""
    from google.cloud import dialogflow_v2 as df
    from google.protobuf import json_format
    root = folder / "corpus.dialogflow"
    json_format.ParseDict({k: v for k, v in load(root / "agent.json").items() if k == "displayName"}, df.Agent.pb()())
    entities, found = {}, []
    for path in root.glob("entities/*_entries_en.json"):
        entity = load(str(path).replace("_entries_en", ""))
        kind = {"displayName": entity["name"], "kind": "KIND_MAP", "entities": load(path)}
        json_format.ParseDict(kind, df.EntityType.pb()())
        entities[entity["name"]] = {s for e in kind["entities"] for s in e["synonyms"]}
    for path in root.glob("intents/*.json"):
        if "_usersays_" in path.name:
            continue
        intent = load(path)
        aliases = {p["name"]: p["dataType"] for p in intent["responses"][0]["parameters"]}
        for phrase in load(str(path)[:-len(".json")] + "_usersays_en.json"):
            parts = [{"text": c["text"], "entityType": c.get("meta", ""), "alias": c.get("alias", ""),
                      "userDefined": c["userDefined"]} for c in phrase["data"]]
            json_format.ParseDict({"name": phrase["id"], "type": "EXAMPLE", "parts": parts},
                                  df.Intent.TrainingPhrase.pb()())
            for part in parts:
                if part["entityType"]:
                    assert aliases[part["alias"]] == part["entityType"], part
                    kind = part["entityType"][1:]
                    assert kind.startswith("sys.") or part["text"] in entities[kind], part
            found.append((intent["name"], "".join(p["text"] for p in parts),
                          [(p["text"], p["entityType"][1:]) for p in parts if p["entityType"]]))
    tell("Dialogflow ES", found)


@reader("dialogflow-cx")
def cx():
    """Google's messages of Dialogflow CX, strictly; a JSON package has two keys more (auto, languageCode)."""
    from google.cloud import dialogflowcx_v3 as cx
    from google.protobuf import json_format
    root = folder / "corpus.dialogflow-cx"
    json_format.ParseDict({k: v for k, v in load(root / "agent.json").items() if k not in ("startFlow",)}, cx.Agent.pb()())
    for path in root.glob("flows/*/*.json"):
        json_format.ParseDict(load(path), cx.Flow.pb()())
    entities, found = {}, []
    for path in root.glob("entityTypes/*/*.json"):
        message = dict(load(path), entities=load(path.parent / "entities/en.json")["entities"])
        json_format.ParseDict(message, cx.EntityType.pb()())
        assert path.stem == message["displayName"] == path.parent.name
        entities[message["displayName"]] = {s for e in message["entities"] for s in e["synonyms"]}
    for path in root.glob("intents/*/*.json"):
        phrases = load(path.parent / "trainingPhrases/en.json")["trainingPhrases"]
        for phrase in phrases:
            assert phrase.pop("languageCode") == "en"
            for part in phrase["parts"]:
                part.pop("auto")
        message = dict(load(path), trainingPhrases=phrases)
        json_format.ParseDict(message, cx.Intent.pb()())
        types = {p["id"]: p["entityType"].rsplit("/", 1)[-1].lstrip("@") for p in message.get("parameters", [])}
        for phrase in phrases:
            spans = [(p["text"], types[p["parameterId"]]) for p in phrase["parts"] if "parameterId" in p]
            for surface, kind in spans:
                assert kind.startswith("sys.") or surface in entities[kind], (surface, kind)
            found.append((message["displayName"], "".join(p["text"] for p in phrase["parts"]), spans))
    tell("Dialogflow CX", found)


@reader("clu")
def clu():
    """Azure's classes of an exported project; each must know all of our keys."""
    from azure.ai.language.conversations.authoring import models

    def known(cls, value, where):
        cls({})  # Its fields are known from then on.
        fields, hints = {}, {}
        for base in reversed(cls.__mro__):
            hints.update(getattr(base, "__annotations__", {}))
            for attribute, field in getattr(base, "_attr_to_rest_field", {}).items():
                fields[field._rest_name] = attribute
        for key, item in value.items():
            if key not in fields:
                fail("CLU", f"{where}: {cls.__name__} has no {key}; it has {sorted(fields)}")
                continue
            hint = str(hints.get(fields[key], ""))
            inner = re.search(r'_models\.(\w+)', hint)
            inner = getattr(models, inner.group(1), None) if inner else None
            if inner is models.ExportedProjectAsset:
                inner = models.ConversationExportedProjectAsset
            if inner is not None and hasattr(inner, "_is_model"):
                for each in item if isinstance(item, list) else [item]:
                    known(inner, each, f"{where}.{key}")

    project = load(folder / "corpus.clu")
    known(models.ExportedProject, project, "project")
    models.ExportedProject(project)
    assert project["stringIndexType"] == models.StringIndexType.UTF16_CODE_UNIT.value, project["stringIndexType"]
    intents = {i["category"] for i in project["assets"]["intents"]}
    labels = {e["category"] for e in project["assets"]["entities"]}
    found = []
    for utterance in project["assets"]["utterances"]:
        assert utterance["intent"] in intents
        units = utterance["text"].encode("utf-16-le")
        spans = []
        for entity in sorted(utterance["entities"], key=lambda e: e["offset"]):
            assert entity["category"] in labels
            cut = units[2 * entity["offset"]:2 * (entity["offset"] + entity["length"])]
            spans.append((cut.decode("utf-16-le"), entity["category"]))
        found.append((utterance["intent"], utterance["text"], spans))
    tell("Azure CLU", found)


@reader("watson")
def watson():
    """IBM's classes of a workspace; what they do not know would be lost."""
    from ibm_watson.assistant_v1 import Workspace
    workspace = load(folder / "corpus.watson")
    workspace.setdefault("learning_opt_out", False)
    again = Workspace.from_dict(workspace).to_dict()

    def lost(a, b, where):
        if isinstance(a, dict):
            for key in a:
                if key not in b:
                    fail("Watson", f"{where}: IBM's classes do not know {key}")
                else:
                    lost(a[key], b[key], f"{where}.{key}")
        elif isinstance(a, list):
            for x, y in zip(a, b):
                lost(x, y, where)
    lost(workspace, again, "workspace")
    found = []
    for intent in again["intents"]:
        if not re.fullmatch(r"[\w.-]{1,128}", intent["intent"]) or intent["intent"].startswith("sys-"):
            fail("Watson", f"intent {intent['intent']!r}")
        for example in intent.get("examples", []):
            text = example["text"]
            if re.search("[\r\n\t]", text) or not text.strip() or len(text) > 1024:
                fail("Watson", f"text of {len(text)}: {text[:60]!r}")
            units = text.encode("utf-16-le")
            spans = [(units[2 * m["location"][0]:2 * m["location"][1]].decode("utf-16-le"), m["entity"])
                     for m in sorted(example.get("mentions", []), key=lambda m: m["location"])]
            found.append((intent["intent"], text, spans))
    for entity in again["entities"]:
        if not re.fullmatch(r"[\w-]{1,64}", entity["entity"]):
            fail("Watson", f"entity {entity['entity']!r}")
        for value in entity.get("values", []):
            for each in [value["value"]] + value.get("synonyms", []):
                if re.search("[\r\n\t]", each) or not each.strip() or len(each) > 64:
                    fail("Watson", f"value {each!r}")
    tell("Watson Assistant", found, cut=lambda text: re.sub("[\t\r\n]", " ", text))


for name in sys.argv[2:]:
    try:
        readers[name]()
    except ImportError as e:
        print(f"{name}: skipped, {e}")
    except Exception as e:
        import traceback
        fail(name, f"{type(e).__name__}: {str(e)[:400]} at line {traceback.extract_tb(e.__traceback__)[-1].lineno}"
                   f" / {[f.lineno for f in traceback.extract_tb(e.__traceback__) if f.filename == __file__]}")
sys.exit(bad > 0)
