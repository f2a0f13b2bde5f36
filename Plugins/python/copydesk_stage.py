"""A copydesk stage in Python, standard library only; docs/exec-protocol.md describes the protocol.

    import copydesk_stage

    def process(article, settings):
        return {"extensions": {"words": len(article.get("text", "").split())}}

    copydesk_stage.run("words", process)

`process` gets the article's record as a dictionary, with offsets that index Python strings, and returns the members
that change, or None when nothing does. It raises Drop to let the article leave the pipeline, Fail (or anything else) to
send it to quarantine. What it prints goes to the log, for standard output belongs to the protocol.
"""

import json
import sys
import traceback

VERSION = 1


class Drop(Exception):
    """The article leaves the pipeline; the reason is counted, so it is one of few ("no advertisements")."""


class Fail(Exception):
    """The article goes to quarantine with this reason."""


def run(name, process, start=None, end=None):
    """Answers articles until there are no more.

    start(settings) is called before the first one, and may raise Fail when the settings are no good; end() after the last.
    """
    lines = sys.stdin.buffer
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr

    def answer(members):
        # JSON has no NaN: such a number is an error here, which names itself, and not one of the protocol.
        line = json.dumps(members, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        answers.write(line.encode("utf-8", "replace") + b"\n")
        answers.flush()

    greeting = json.loads(lines.readline() or b"{}")
    if greeting.get("copydesk") != VERSION:
        sys.exit(f"{name}: run me as an exec stage of copydesk, version {VERSION} of the protocol")
    settings = greeting.get("settings", {})
    try:
        if start:
            start(settings)
    except Fail as failure:
        answer({"copydesk": VERSION, "fail": str(failure)})
        return
    answer({"copydesk": VERSION, "name": name})
    for line in lines:
        request = json.loads(line)
        number = request["n"]
        try:
            answer({"n": number, "article": process(request["article"], settings) or {}})
        except Drop as drop:
            answer({"n": number, "drop": str(drop)})
        except Fail as failure:
            answer({"n": number, "fail": str(failure)})
        except Exception as error:
            # The place of the error, but not the article's text.
            traceback.print_exc()
            answer({"n": number, "fail": f"{type(error).__name__} in {name}"})
    if end:
        end()
