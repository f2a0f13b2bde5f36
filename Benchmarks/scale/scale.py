"""Runs the chain over generated articles of many numbers and sizes; Benchmarks/scale/run says what of.

    python3 scale.py PROGRAM [workers] [articles] [sizes] [files]

Ratios are taken between runs that follow each other, as machines are noisy.
"""
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import generate

FAST = os.environ.get("FAST") == "1"
ROUNDS = 3
CHAIN = ["clean", "segment", "entities", "summarize"]


class Bench:
    def __init__(self, program, work):
        self.program, self.work = program, work

    def write(self, name, articles):
        path = os.path.join(self.work, name)
        with open(path, "w", encoding="utf-8") as file:
            for article in articles:
                file.write(json.dumps(article, ensure_ascii=False) + "\n")
        return path

    def run(self, source, workers=2):
        """One run from nothing: wall and processor seconds, peak memory in MB, articles written."""
        state = os.path.join(self.work, "state")
        shutil.rmtree(state, ignore_errors=True)
        pipeline = os.path.join(self.work, "scale.yaml")
        with open(pipeline, "w", encoding="utf-8") as file:
            file.write("pipeline: scale\nstages:\n" + f"  - load: '{source}'\n" + "".join(f"  - {stage}\n" for stage in CHAIN))
            file.write("  - export: [{jsonl: out.jsonl}]\n")
        command = [self.program, "run", pipeline, "--out", self.work, "--state", state, "--workers", str(workers), "--quiet"]
        start = time.perf_counter()
        process = subprocess.Popen(command)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"copydesk failed: {' '.join(command)}")
        with open(os.path.join(state, "run.json"), encoding="utf-8") as file:
            written = json.load(file)["articles"]["written"]
        return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / 1000, "written": written}


def workers(bench):
    count = 2_000 if FAST else 20_000
    path = bench.write("articles.jsonl", generate.articles(count))
    print(f"workers: {count} articles of 2 kB; articles/s, and times as fast as one worker in the same round")
    rounds = [{number: bench.run(path, number) for number in (1, 2, 4)} for _ in range(ROUNDS)]
    for number in (1, 2, 4):
        rate = statistics.median(count / one[number]["wall"] for one in rounds)
        gains = sorted(one[1]["wall"] / one[number]["wall"] for one in rounds)
        print(f"  {number} workers {rate:8.0f} articles/s   {statistics.median(gains):.2f} ({gains[0]:.2f} to {gains[-1]:.2f})")


def articles(bench):
    print("articles: runs of many lengths, two workers")
    for power in (3, 4, 5) if FAST else (3, 4, 5, 6):
        path = bench.write("articles.jsonl", generate.articles(10**power))
        one = bench.run(path)
        print(f"  10^{power} {1e6 * one['wall'] / 10**power:8.0f} µs an article   {1e6 * one['cpu'] / 10**power:6.0f} µs of a processor   "
              f"peak memory {one['memory']:5.0f} MB")
        os.remove(path)


def sizes(bench):
    total = 2_000 if FAST else 20_000
    print(f"sizes: {total} kB of text as articles of one size, one worker")
    for kilobytes in (1, 10, 100, 1000):
        path = bench.write("articles.jsonl", generate.articles(max(1, total // kilobytes), kilobytes=kilobytes))
        size = os.path.getsize(path) / 1000
        one = min((bench.run(path, 1) for _ in range(ROUNDS)), key=lambda run: run["cpu"])
        print(f"  {kilobytes:5d} kB {1e6 * one['cpu'] / size:8.0f} µs of a processor per kB   peak memory {one['memory']:5.0f} MB")


def files(bench):
    count = 1_000 if FAST else 10_000
    everything = list(generate.articles(count))
    whole = bench.write("whole.jsonl", everything)
    with open(whole, "rb") as source, gzip.open(os.path.join(bench.work, "packed.jsonl.gz"), "wb") as target:
        shutil.copyfileobj(source, target)
    os.mkdir(os.path.join(bench.work, "each"))
    for number, article in enumerate(everything):
        bench.write(f"each/{number:06d}.jsonl", [article])
    print(f"files: {count} articles, two workers; processor time, and times that of one plain file in the same round")
    forms = {"one file": whole, "one file, gzip": os.path.join(bench.work, "packed.jsonl.gz"), "a file each": os.path.join(bench.work, "each")}
    rounds = [{form: bench.run(path) for form, path in forms.items()} for _ in range(ROUNDS)]
    for form in forms:
        cost = statistics.median(1e6 * one[form]["cpu"] / count for one in rounds)
        ratio = statistics.median(one[form]["cpu"] / one["one file"]["cpu"] for one in rounds)
        print(f"  {form:16s} {cost:6.0f} µs of a processor an article   {ratio:.2f}")


EXPERIMENTS = {"workers": workers, "articles": articles, "sizes": sizes, "files": files}


def main():
    program, wanted = sys.argv[1], sys.argv[2:] or list(EXPERIMENTS)
    for name in wanted:
        if name not in EXPERIMENTS:
            sys.exit(f"no experiment '{name}'; there are: {', '.join(EXPERIMENTS)}")
    for name in wanted:
        with tempfile.TemporaryDirectory() as work:
            EXPERIMENTS[name](Bench(program, work))


main()
