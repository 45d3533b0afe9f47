"""Everything hassil samples from a file, one intent>>>text a line: python3 hassil_all.py FILE"""
import logging
import sys

from hassil.intents import Intents
from hassil.sample import sample_intents

logging.disable(logging.WARNING)
for intent, text in sample_intents(Intents.from_files(sys.argv[1:])):
    print(f"{intent}>>>{text.strip()}")
