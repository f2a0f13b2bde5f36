"""Lets the stack and copydesk take turns over the same pages and prints how many times faster copydesk is.

    python3 race.py --copydesk PROGRAM [--rounds N] [--lean] [--markdown FILE] PAGES

Every round runs the stack once and copydesk three times with one worker and three times with two, the best of which counts. The
ratio of a round is taken within it, as machines are noisy; the median over the rounds is printed with the least and the most.

What is counted: for the stack, the time in its three steps, without the loading of its models and the reading of files; for
copydesk the whole process from its start to the end, all files and the journal synced.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
REPEATS = 3
# The stack's steps and the stages of copydesk that do the same.
STEPS = {"clean": ["load", "clean"], "read": ["segment", "entities"], "summarize": ["summarize"]}
PIPELINE = """\
pipeline: race
stages:
  - load: pages/*
  - clean
  - segment
  - entities
  - summarize
  - export: [{jsonl: out.jsonl}]
"""


def gather(source, folder):
    """Puts the pages into `folder`: those of a folder, or the English ones of a development set."""
    archive = os.path.join(source, "pages.tar.xz")
    os.mkdir(folder)
    if not os.path.exists(archive):
        for name in sorted(os.listdir(source)):
            if name.endswith((".html", ".htm")):
                shutil.copy(os.path.join(source, name), os.path.join(folder, name))
        return
    with open(os.path.join(source, "manifest.jsonl"), encoding="utf-8") as lines:
        wanted = {row["file"] for row in map(json.loads, lines) if row["lang"] == "en"}
    with tarfile.open(archive) as pages:
        for member in pages:
            if member.name in wanted:
                with open(os.path.join(folder, os.path.basename(member.name)), "wb") as copy:
                    shutil.copyfileobj(pages.extractfile(member), copy)


class Stack:
    def __init__(self, lean):
        command = [sys.executable, os.path.join(HERE, "stack.py")] + (["--lean"] if lean else [])
        # One core: the libraries below spaCy would start a thread for each.
        single = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=single)
        self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit("the stack ended: run stack.py by hand to see why")
        return json.loads(line)

    def run(self, files):
        self.process.stdin.write("".join(f"{file}\n" for file in files) + "\n")
        self.process.stdin.flush()
        return self.answer()


def run_copydesk(program, work, workers):
    """One run: wall and processor seconds, peak memory in bytes, the report."""
    state = os.path.join(work, "state")
    shutil.rmtree(state, ignore_errors=True)
    command = [program, "run", os.path.join(work, "race.yaml"), "--out", work, "--state", state, "--workers", str(workers), "--quiet"]
    start = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 3):
        sys.exit(f"copydesk exited with {code}")
    with open(os.path.join(state, "run.json"), encoding="utf-8") as file:
        report = json.load(file)
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * 1024, "report": report}


def best(program, work, workers):
    return min((run_copydesk(program, work, workers) for _ in range(REPEATS)), key=lambda run: run["cpu"])


def race(program, stack, files, work):
    """One round: ratios by name, and what they are made of."""
    theirs = stack.run(files)
    one, two = best(program, work, 1), best(program, work, 2)
    stages = {stage["name"]: stage["seconds"] for stage in one["report"]["stages"]}
    steps = {step: sum(stages[stage] for stage in names) for step, names in STEPS.items()}
    wall = sum(pair[0] for pair in theirs["seconds"].values())
    cpu = sum(pair[1] for pair in theirs["seconds"].values())
    ratios = {step: theirs["seconds"][step][0] / seconds for step, seconds in steps.items()}
    ratios |= {"whole chain, processor time": cpu / one["cpu"], "whole chain, one worker": wall / one["wall"],
               "whole chain, two workers": wall / two["wall"], "peak memory": theirs["peak"] / two["peak"]}
    count = len(files)
    figures = {step: (1000 * theirs["seconds"][step][0] / count, 1000 * seconds / count) for step, seconds in steps.items()}
    figures |= {"whole chain, processor time": (1000 * cpu / count, 1000 * one["cpu"] / count),
                "whole chain, one worker": (1000 * wall / count, 1000 * one["wall"] / count),
                "whole chain, two workers": (1000 * wall / count, 1000 * two["wall"] / count),
                "peak memory": (theirs["peak"] / 1e6, two["peak"] / 1e6)}
    return ratios, figures


def table(rounds):
    lines = ["| | stack | copydesk | times better (median; least to most) |", "|---|---|---|---|"]
    for name in rounds[0][0]:
        unit = "MB" if name == "peak memory" else "ms"
        ratios = [ratios[name] for ratios, _ in rounds]
        theirs, ours = (statistics.median(figures[name][side] for _, figures in rounds) for side in (0, 1))
        lines.append(f"| {name} | {theirs:.1f} {unit} | {ours:.2f} {unit} "
                     f"| {statistics.median(ratios):.0f} ({min(ratios):.0f} to {max(ratios):.0f}) |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--copydesk", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--lean", action="store_true", help="without what the chain does not need of the stack")
    parser.add_argument("--markdown", help="write the table there too")
    parser.add_argument("pages")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as work:
        gather(arguments.pages, os.path.join(work, "pages"))
        files = sorted(os.path.join(work, "pages", name) for name in os.listdir(os.path.join(work, "pages")))
        if not files:
            sys.exit(f"no .html file in {arguments.pages}")
        size = sum(os.path.getsize(file) for file in files) / len(files) / 1000
        with open(os.path.join(work, "race.yaml"), "w", encoding="utf-8") as file:
            file.write(PIPELINE)
        stack = Stack(arguments.lean)
        stack.run(files[:5])
        rounds = []
        for number in range(arguments.rounds):
            rounds.append(race(arguments.copydesk, stack, files, work))
            print(f"round {number + 1}: {rounds[-1][0]['whole chain, processor time']:.0f} times", file=sys.stderr)
    text = f"{len(files)} pages, {size:.0f} kB each on average; a page costs\n\n{table(rounds)}\n"
    print(text)
    if arguments.markdown:
        with open(arguments.markdown, "w", encoding="utf-8") as file:
            file.write(text)


main()
