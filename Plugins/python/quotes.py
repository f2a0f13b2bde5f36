#!/usr/bin/env python3
"""An example of a stage in Python: finds direct speech and says in which sentence it stands.

    - exec:
        command: [python3, quotes.py]
        reads: [text, sentences]
        writes: [extensions.quotes]
        settings: {least_words: 3}
"""

import re

import copydesk_stage

QUOTED = re.compile(r"[\u201c\"]([^\u201c\u201d\"\n]+)[\u201d\"]")


def process(article, settings):
    text = article.get("text", "")
    sentences = article.get("sentences", [])
    quotes = []
    for match in QUOTED.finditer(text):
        if len(match[1].split()) < settings.get("least_words", 1):
            continue
        start, end = match.span(1)
        quote = {"start": start, "end": end, "text": match[1]}
        for number, sentence in enumerate(sentences):
            if sentence["start"] <= start < sentence["end"]:
                quote["sentence"] = number
        quotes.append(quote)
    return {"extensions": {"quotes": quotes}} if quotes else None


if __name__ == "__main__":
    copydesk_stage.run("quotes", process)
