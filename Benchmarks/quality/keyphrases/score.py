#!/usr/bin/env python3
"""Scores keyphrases by the words of reference summaries, beside YAKE where it is installed.

    score.py ARTICLES.jsonl RECORDS.jsonl RUN.json

ARTICLES have id, text, reference and split, of which `dev` counts; RECORDS is what `export` wrote of them, RUN.json the run's report.
Words are compared without casing, plural endings and the function words below.
"""
import json
import re
import sys
import time

FUNCTION_WORDS = set(
    "a about above after again all also an and any are as at be because been before being but by can could did do does for from had has have he her "
    "his how i if in into is it its just more most new no not of off on one or other our out over own said says she so some than that the their them "
    "then there these they this those to too two under until up us very was we were what when where which while who whom whose why will with would "
    "you your".split())


def singular(word):
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def words(text):
    return {singular(word) for word in re.findall(r"[^\W_]+", text.lower()) if word not in FUNCTION_WORDS and len(word) > 1}


def score(name, phrases):
    recall = precision = 0
    for article in articles:
        found = set().union(*map(words, phrases[article["id"]])) if phrases[article["id"]] else set()
        wanted = words(article["reference"])
        recall += len(found & wanted) / len(wanted)
        precision += len(found & wanted) / max(len(found), 1)
    r, p = 100 * recall / len(articles), 100 * precision / len(articles)
    print(f"{name}: {r:.1f} % of the highlights' words found, {p:.1f} % of the phrases' words are among them, F1 {2 * r * p / (r + p):.1f}")


lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
articles = [line for line in lines if line.get("split", "dev") == "dev"]
ours = {}
for line in open(sys.argv[2], encoding="utf-8"):
    record = json.loads(line)
    ours[lines[record["source"]["line"] - 1]["id"]] = [phrase["text"] for phrase in record.get("extensions", {}).get("keyphrases", [])]
print(f"{len(articles)} articles")
score("copydesk", ours)
costs = {stage["name"]: stage["seconds"] / stage["in"] * 1e6 for stage in json.load(open(sys.argv[3]))["stages"] if stage.get("in")}
print(f"copydesk: {costs['keyphrases']:.0f} µs an article, segment {costs['segment']:.0f} µs")
try:
    import yake
except ImportError:
    sys.exit("yake is not installed: pip install yake")
extractor = yake.KeywordExtractor(lan="en", n=3, top=10)
start = time.process_time()
theirs = {article["id"]: [phrase for phrase, _ in extractor.extract_keywords(article["text"])] for article in articles}
cost = (time.process_time() - start) / len(articles) * 1e6
score("yake", theirs)
# Its phrases have fewer different words; our first eight have as many.
score("copydesk's first 8", {key: phrases[:8] for key, phrases in ours.items()})
print(f"yake: {cost:.0f} µs an article; copydesk takes 1/{cost / costs['keyphrases']:.0f} of it, with segment 1/{cost / (costs['keyphrases'] + costs['segment']):.0f}")
