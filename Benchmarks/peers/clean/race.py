"""Lets copydesk's clean stage and its peers take turns over the same pages and prints pages a second of one core.

    python3 race.py --program COPYDESK_TRAIN [--rounds N] [--peers resiliparse,readability,trafilatura] SET

Each round runs every tool once, one after the other; the ratio to copydesk is taken within a round, since machines are noisy.
What is counted is processor time from the bytes in memory to the text: decoding, parsing, extraction. copydesk also finds the
metadata in that time, the peers only the text. The slow peers see every STRIDE-th page.
"""
import argparse
import os
import re
import statistics
import subprocess
import tarfile
import tempfile
import time

# A peer that needs minutes for the whole set is measured on a sample of it. Every third page: the sample's mean size is the
# set's (153 and 151 kB); every tenth would be 168 kB.
STRIDE = {"resiliparse": 1, "readability": 3, "trafilatura": 3}


def resiliparse(pages):
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    for page in pages:
        extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True)


def readability(pages):
    from readability import Document

    for page in pages:
        try:
            Document(page).summary()
        except Exception:  # empty pages make it fail
            pass


def trafilatura(pages):
    from trafilatura import extract

    for page in pages:
        extract(page, fast=True, include_comments=False)


PEERS = {"resiliparse": resiliparse, "readability": readability, "trafilatura": trafilatura}


def rate_of_peer(name, pages):
    sample = pages[::STRIDE[name]]
    start = time.process_time()
    PEERS[name](sample)
    return len(sample) / (time.process_time() - start)


def rate_of_copydesk(program, folder, manifest):
    answer = subprocess.run([program, "predict-clean", folder, manifest, "--speed"], capture_output=True, text=True, check=True).stdout
    return float(re.match(r"(\d+) pages/s", answer).group(1))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("set")
    arguments = parser.parse_args()
    names = arguments.peers.split(",")

    with tempfile.TemporaryDirectory() as work:
        with tarfile.open(os.path.join(arguments.set, "pages.tar.xz")) as archive:
            archive.extractall(work, filter="data")
        folder = os.path.join(work, "pages")
        manifest = os.path.join(arguments.set, "manifest.jsonl")
        pages = []
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), "rb") as file:
                pages.append(file.read())
        for name in names:  # imports and first calls are not counted
            PEERS[name](pages[:3])
        rounds = []
        for number in range(arguments.rounds):
            rates = {"copydesk": rate_of_copydesk(arguments.program, folder, manifest)}
            rates |= {name: rate_of_peer(name, pages) for name in names}
            rounds.append(rates)
            print(f"round {number + 1}: " + ", ".join(f"{name} {rate:.0f}" for name, rate in rates.items()), flush=True)
    print("\n| | pages/s, median | copydesk is so many times as fast: median; least to most |\n|---|---|---|")
    for name in ["copydesk", *names]:
        ratios = [rates["copydesk"] / rates[name] for rates in rounds]
        print(f"| {name} | {statistics.median(rates[name] for rates in rounds):.0f} "
              f"| {statistics.median(ratios):.2f}; {min(ratios):.2f} to {max(ratios):.2f} |")


if __name__ == "__main__":
    main()
