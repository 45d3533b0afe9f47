#!/usr/bin/env python3
"""Counts pairs of alternatives in lines of Chatito's dateBooking_large, by a reading of its own:
pairs.py GRAMMAR < LINES.jsonl. Says how many pairs there are, and how many of them stand in the lines.
An alternative below @[bookTime] is one of the first or of the second time. A text that can be read in more than one way
counts for each."""
import itertools
import json
import re
import sys


def definitions(path):
    found, lines = {}, []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip()
        head = re.match(r"([%@~]\[[^\]]*\])", line)
        if head:
            lines = found.setdefault(head.group(1), [])
        elif line.strip():
            lines.append(line.strip())
    return found


def ways(rules, text, at, place):
    """Every way to say a line: its words, and the alternatives taken."""
    said = [("", frozenset())]
    for nth, piece in enumerate(re.findall(r"[~@]\[[^\]]*\]|[^~@]+", text)):
        own = [(piece, frozenset())]
        if piece[0] in "~@":
            name = piece.replace("?]", "]")
            own = [
                (words, taken | {(at, name, number)})
                for number, line in enumerate(rules.get(name, [name[2:-1]]))
                for words, taken in ways(rules, line, at, (name, number))
            ]
            if piece.endswith("?]"):
                there = (at, place, nth)
                own = [(words, taken | {there + (True,)}) for words, taken in own] + [("", frozenset({there + (False,)}))]
        said = [(a + b, x | y) for (a, x), (b, y) in itertools.product(said, own)]
    return said


def by_text(said):
    found = {}
    for words, taken in said:
        found.setdefault(" ".join(words.split()), set()).add(taken)
    return found


def pairs(taken):
    return itertools.combinations(sorted(taken, key=str), 2)


def main():
    rules = definitions(sys.argv[1])
    sentences = next(lines for name, lines in rules.items() if name[0] == "%")
    # A sentence: what is said before the times, the first, the second, and perhaps the date.
    parts = []
    for number, sentence in enumerate(sentences):
        front, rest = re.split(r"\s+from ", sentence)
        times = [by_text(ways(rules, "@[bookTime]", at, "time")) for at in ("1", "2")]
        own = [by_text(ways(rules, front, "", number)), *times]
        if " on " in rest:
            own.append(by_text(ways(rules, "@[bookDate]", "", "date")))
        parts.append((frozenset({("", "sentence", number)}), own))
    wanted = set()
    for sentence, own in parts:
        options = [sentence] + [frozenset().union(*itertools.chain(*part.values())) for part in own]
        for one, other in itertools.combinations(options, 2):
            wanted.update(tuple(sorted(pair, key=str)) for pair in itertools.product(one, other))
        for part in own:
            wanted.update(pair for readings in part.values() for taken in readings for pair in pairs(taken))
    met, lines, unread = set(), 0, 0
    for line in sys.stdin:
        text = json.loads(line)["text"]
        lines += 1
        words = re.fullmatch(r"(.*?) from (.*?) to (.*?)(?: on (.*))?", text)
        read = False
        for sentence, own in parts:
            said = [each for each in words.groups() if each is not None] if words else []
            if len(said) == len(own) and all(each in part for each, part in zip(said, own)):
                read = True
                for taken in itertools.product(*(part[each] for each, part in zip(said, own))):
                    met.update(pairs(frozenset().union(sentence, *taken)))
        unread += not read
    print("| %d | %d | %d | %d | %d |" % (lines, unread, len(wanted), len(wanted & met), len(met - wanted)))


if __name__ == "__main__":
    main()
