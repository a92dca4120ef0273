"""The question of `scripts/bench tables` that works something out row by row, with CPython."""

import csv
import time
from dataclasses import dataclass


@dataclass(slots=True)
class Case:
    outcome: str | None
    targets: int
    score: int = 0


def score(case):
    if case.outcome is None:
        return 0
    weight = 3 if case.outcome == "returned_by_force" else 1
    if case.targets > 3:
        return weight * case.targets
    return weight


def program(folder):
    begun = time.process_time()
    with open(folder / "cases.csv", encoding="utf-8") as file:
        cases = [Case(row["outcome"] or None, int(row["targets"])) for row in csv.DictReader(file)]
    loaded = time.process_time() - begun

    def function():
        for case in cases:
            case.score = score(case)
        return [(sum(case.score for case in cases),)]

    return loaded, loaded, {"function": function}
