"""intent>>>text a line, of JSONL on standard input: ours or Chatette's."""
import json
import sys

for line in sys.stdin:
    example = json.loads(line)
    print(f"{example.get('intent') or example.get('intent-name')}>>>{example['text']}")
