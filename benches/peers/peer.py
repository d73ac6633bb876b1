"""What the peers in Python share: a peer is called as `PROGRAM index|ask TASK PLACE`, see README.md."""

import json
import sys
import time
from pathlib import Path

# Names of the Snowball stemmers of languages.
SNOWBALL = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "fi": "finnish", "fr": "french", "hu": "hungarian", "it": "italian", "nl": "dutch",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish",
}


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def run(version, index, opened):
    """`index(passages, place, language)` builds an index; `opened(place, language)` gives what
    answers: `ask(question, depth)`, a list of (id, score, what a reader is shown), best first."""
    stage, task, place = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    settings = json.loads((task / "task.json").read_text(encoding="utf-8"))
    if stage == "index":
        start = time.perf_counter()
        index(lines(task / "passages.jsonl"), place / "index", settings["language"])
        seconds = time.perf_counter() - start
        print(json.dumps({"version": version, "seconds": seconds}))
        return
    ask = opened(place / "index", settings["language"])
    questions = [line["question"] for line in lines(task / "questions.jsonl")]
    start = time.perf_counter()
    for line in lines(task / "warm_up.jsonl"):
        ask(line["question"], settings["depth"])
        if time.perf_counter() - start > settings["warm_up_s"]:
            break
    asked = []
    for question in questions:
        start = time.perf_counter()
        found = ask(question, settings["depth"])
        ms = (time.perf_counter() - start) * 1000
        asked.append({
            "ms": ms,
            "ids": [id for id, _, _ in found],
            "sure": found[0][1] if found else None,
        })
    with open(place / "asked.jsonl", "w", encoding="utf-8") as file:
        for line in asked:
            file.write(json.dumps(line) + "\n")
