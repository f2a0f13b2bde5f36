#!/usr/bin/env python3
"""Writes COUNT generated articles as JSON Lines to standard output.

usage: generate.py COUNT [SEED]

The articles are made of templates written for this purpose, filled with invented names, places, sums and dates, so that
every stage has work: some 300 words each, paragraphs, quotes, abbreviations, people who return by surname. The same count
and seed give the same bytes.
"""
import json
import random
import sys

FIRST = "Anna Boris Carla Dmitri Elena Farid Grace Hanna Ivan Julia Karim Lena Marco Nadia Oscar Paula Quentin Rosa Stefan Tara".split()
LAST = "Abara Bergström Castellano Dvorak Eriksen Fontaine Grigoryan Halloran Ivanova Jansen Kowalski Lindqvist Moreau Novak Okafor Petrov".split()
PLACES = "Lisbon Nairobi Oslo Toronto Lagos Warsaw Lima Jakarta Dublin Helsinki Manila Tunis Vienna Santiago Hanoi Accra".split()
BODIES = ["City Council", "Port Authority", "Ministry of Transport", "Institute for Public Health", "Workers' Federation", "Chamber of Commerce"]
TOPICS = ["ferry line", "water works", "night buses", "school meals", "flood wall", "market hall", "tram depot", "public library"]

OPENINGS = [
    "The {place} {body} voted on {day} to pay for a new {topic}, ending a dispute of {n} months.",
    "Work on the {topic} in {place} will begin on {day}, the {body} said, at a cost of ${m}.{d} million.",
    "A plan to close the {topic} in {place} was withdrawn on {day} after {n},000 people signed a petition.",
]
BODY = [
    "“We have waited long enough,” said {first} {last}, who leads the {place} {body}. “It is time to build.”",
    "{last} told reporters that the sum of ${m}.{d} million would be spent over {n} years, {d} percent of it in the first.",
    "Dr. {first2} {last2} of the University of {place2} disagreed. The study, she said, had counted only {n} of {m} districts.",
    "By 6:30 p.m. some {n}00 people stood before the hall. Police closed two streets, e.g. the one that leads to the harbour.",
    "The {body} had asked for bids in March. Three came in, the lowest from a firm in {place2}; none met the terms.",
    "According to figures published last week, fares rose {d}.{n} percent in a year, while wages in {place} fell.",
    "{last2} wants the vote repeated. “They did not read the report,” {last2} said. “Nobody who had read it would have voted so.”",
    "Residents are divided. Some fear the noise; others, among them {first2} {last2}, say the {topic} is overdue.",
    "The mayor, {first} {last}, is expected to sign the order on {day}. It takes effect at the beginning of next year.",
    "A spokesman for the {place2} {body} declined to comment, saying that the matter was before the court.",
]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def article(number, rng, kilobytes=2):
    """One article of about so many kilobytes of text, a paragraph at least."""
    values = {
        "place": rng.choice(PLACES), "place2": rng.choice(PLACES), "body": rng.choice(BODIES), "topic": rng.choice(TOPICS),
        "first": rng.choice(FIRST), "last": rng.choice(LAST), "first2": rng.choice(FIRST), "last2": rng.choice(LAST),
        "day": rng.choice(DAYS),
    }

    def fill(template):
        return template.format(n=rng.randint(2, 9), m=rng.randint(10, 99), d=rng.randint(1, 9), **values)

    paragraphs = [fill(rng.choice(OPENINGS))]
    size = len(paragraphs[0])
    while size < kilobytes * 1000 - 150:
        paragraphs.append(" ".join(fill(template) for template in rng.sample(BODY, 3)))
        size += len(paragraphs[-1])
    return {
        "url": f"https://news.example.org/{number}",
        "title": f"{values['place']} and its {values['topic']}: part {number}",
        "byline": f"{values['first2']} {values['last']}",
        "published": f"2026-11-{number % 28 + 1:02d}T08:00:00Z",
        "text": "\n\n".join(paragraphs),
    }


def articles(count, seed=1, kilobytes=2):
    rng = random.Random(seed)
    return (article(number, rng, kilobytes) for number in range(count))


def main():
    count = int(sys.argv[1])
    for one in articles(count, int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        sys.stdout.write(json.dumps(one, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
