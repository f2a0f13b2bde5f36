"""Counts words: the Swift stage of this benchmark, outside the program."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Plugins", "python"))
import copydesk_stage

copydesk_stage.run("words", lambda article, settings: {"extensions": {"words": len(article.get("text", "").split())}})
