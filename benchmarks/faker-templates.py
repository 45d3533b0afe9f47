"""A peer of ours: fills templates with slots like {{city}} by Python Faker, with the spans of what it put in.

usage: faker-templates.py TEMPLATES LINES
"""

import re
import sys

from faker import Faker

SLOT = re.compile(r"{{([a-z_]+)}}")

# Where Faker has no method of the slot's name.
METHODS = {
    "person": "name",
    "organization": "company",
    "credit_card_number": "credit_card_number",
    "age": "random_int",
    "nationality": "country",
    "nation_woman": "country",
    "nation_plural": "country",
    "ip_address": "ipv4",
    "us_driver_license": "license_plate",
    "title": "prefix",
}


def main(path: str, lines: int) -> None:
    fake = Faker("en_US")
    fake.seed_instance(1)
    templates = []
    with open(path, encoding="utf-8") as file:
        for line in filter(None, map(str.strip, file)):
            pieces = SLOT.split(line)
            for i in range(1, len(pieces), 2):
                name = METHODS.get(pieces[i], pieces[i])
                pieces[i] = (pieces[i], getattr(fake, name, fake.word))
            templates.append(pieces)
    spans = 0
    for i in range(lines):
        text = []
        found = []
        length = 0
        for j, piece in enumerate(templates[i % len(templates)]):
            if j % 2:
                label, method = piece
                piece = str(method())
                found.append((length, length + len(piece), label))
            length += len(piece)
            text.append(piece)
        "".join(text)
        spans += len(found)
    print(f"{lines:,} lines with {spans:,} spans")


main(sys.argv[1], int(sys.argv[2]))
