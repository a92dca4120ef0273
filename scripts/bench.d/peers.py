"""Asks the questions of `scripts/bench tables` of another program on one thread: `python3 peers.py FOLDER PROGRAM [QUESTION]`.

Each keeps the counts that Rep keeps: how many rows a test holds for, and of how many it cannot be decided. A date is
the days between which it begins and ends. Prints the seconds to load both tables and to have them prepared, for each
question its seconds (the median of five) and its answer, and the most memory in MB. Where one question is named, only
that is asked, once.
"""

import importlib
import json
import resource
import statistics
import sys
import time
from pathlib import Path


def timed(question, times):
    seconds, answer = [], None
    for _ in range(times):
        begun = time.process_time()
        answer = question()
        seconds.append(time.process_time() - begun)
    return statistics.median(seconds), answer


program = importlib.import_module(f"with_{sys.argv[2].lower()}").program
loaded, prepared, questions = program(Path(sys.argv[1]))
only = sys.argv[3:]
answers = {name: timed(ask, 1 if only else 5) for name, ask in questions.items() if name in (only or questions)}
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"load": loaded, "prepared": prepared, "memory": memory, "questions": answers}, default=str))
