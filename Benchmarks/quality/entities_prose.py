"""Scores names and links on the articles in prose/, which were written for this: invented news from many countries.

    python3 entities_prose.py PATH-OF-copydesk-train [--model MODEL] [--list]

A name is marked {Oloo|P|Beatrice Achieng Oloo}: the text, the type (person, organization, location, misc) and, where the text is not
the fullest form that the article has, that form. Spans count when borders and type are right; links when such a mention
gets the marked name. --list prints what is wrong.
"""
import json
import pathlib
import re
import subprocess
import sys

TYPES = {"P": "person", "O": "organization", "L": "location", "M": "misc"}


def parse(source):
    text, spans, at = "", {}, 0
    for match in re.finditer(r"\{([^|}]*)\|([POLM])(?:\|([^}]*))?\}", source):
        text += source[at:match.start()]
        spans[len(text), len(text) + len(match[1])] = (TYPES[match[2]], match[3] or match[1], match[3] is not None)
        text += match[1]
        at = match.end()
    return text + source[at:], spans


arguments = [argument for argument in sys.argv[1:] if argument != "--list"]
files = sorted((pathlib.Path(__file__).parent / "prose").glob("*.txt"))
gold = {file.stem: parse(file.read_text(encoding="utf-8")) for file in files}
lines = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, (text, _) in gold.items())
output = subprocess.run([arguments[0], "predict-entities", *arguments[1:]], input=lines, capture_output=True, text=True, check=True).stdout
counts = {kind: [0, 0, 0] for kind in TYPES.values()}
links = [0, 0, 0]
wrong = []
for line in output.splitlines():
    record = json.loads(line)
    text, spans = gold[record["id"]]
    found = {(e["start"], e["end"]): e for e in record["entities"] if e["type"] in counts}
    for kind, _, _ in spans.values():
        counts[kind][2] += 1
    for place, entity in found.items():
        kind, name, _ = spans.get(place, (None, None, False))
        counts[entity["type"]][1] += 1
        if kind == entity["type"]:
            counts[kind][0] += 1
            if name != text[slice(*place)] or entity["name"] != text[slice(*place)]:
                links[1] += entity["name"] != text[slice(*place)]
                links[0] += entity["name"] == name
                if entity["name"] != name:
                    wrong.append(f"{record['id']}: '{text[slice(*place)]}' is {name}, not {entity['name']}")
        else:
            wrong.append(f"{record['id']}: '{text[slice(*place)]}' found as {entity['type']}, is {kind}")
    links[2] += sum(is_part for _, _, is_part in spans.values())
    wrong += [f"{record['id']}: '{text[slice(*place)]}' missed, is {kind}" for place, (kind, _, _) in spans.items() if place not in found]
total = [sum(column) for column in zip(*counts.values())]
for kind, (right, found, wanted) in [*counts.items(), ("all", total)]:
    print(f"{kind}: F1 {200 * right / (found + wanted):.1f} ({right} right, {found} found, {wanted} wanted)")
print(f"links: {links[0]} right of {links[1]} made, {links[2]} wanted")
if "--list" in sys.argv:
    print("\n".join(wrong))
