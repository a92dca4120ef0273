"""`scripts/bench tables`: questions about cases and their events, of Rep and of other programs on one thread.

All answers must be equal. Rep is asked at its prompt, so that the time of a question is its own: the first time it is
asked, and the median of five more, by which the ratios are; others give the median of five. Behind them stands what the
first time is of DuckDB's, since what a light makes of the records is worked out then. The most memory is that of a run
that loads both tables and asks one question.
"""

import json
import os
import pty
import re
import statistics
import subprocess
import sys
import termios
from pathlib import Path

import tables as generator

here = Path(__file__).resolve().parent

# Both files as tables, and what is asked of them.
typed = """
let files = read("{folder}/cases.csv") | typed {{ opened: date, closed: date, targets: integer }}
let told = read("{folder}/events.csv") | typed {{ date: date, days: integer }}
fn score(file) {{
  if file.outcome is unknown {{ return 0 }}
  let weight = if file.outcome == "returned_by_force" then 3 else 1
  if file.targets > 3 then weight * file.targets else weight
}}
"""
of_tables = {
    "filter": 'files | where .outcome == "returned" and .origin == "China" | count',
    "dates": "files | where .opened before 2018-01-01 | count",
    "share": 'files | group by .origin { yes: count(.outcome == "returned"), n: count() } | sort by .origin',
    "cross": "files | group by .origin, .host | sort by .origin, .host",
    "top": "files | top 10 by .targets, .id asc | select .id",
    "distinct": "files | distinct .origin, .host | count",
    "percentile": "files | where .opened is known and .closed is known | percentile 90, (.closed - .opened) / 1 day",
    "join tables": 'told | where .tactic == "abduction" | join (files | where .origin == "China") on .case == .id keep: '
    "matched | group by .host | sort by .host",
    "function": "files | add score: score(it) | sum .score",
}
# The same as records, every field a claim of its source.
declared = """
standard usable "reliability D" { reliability: D }
standard credible "reliability B" { reliability: B }
fn taken() = count(incidents | where any(.deeds, .method is abduction))
"""
of_records = {
    "tree": "incidents | where .methods has pressure | count",
    "tree of events": "deeds | where .method is abduction or .method is intimidation | count",
    "join": "deeds | where .method is abduction and .incident.origin is China | group by .incident.host | sort by .host",
    "window": "incidents | where any(.deeds, .method is threat_call) | add since: (.deeds | where .method is threat_call | "
    "min .date) | where i -> any(i.deeds, .method is abduction and .date >= i.since and .date <= i.since + 180 days) | count",
    "sequence": "deeds | sort by .date | group by .incident { methods: .method } | distinct .methods | count",
    "transitions": "deeds | transitions .method by .date within: .incident | group by .from, .to",
    "standards": "[under any_source { taken() }, under usable { taken() }, under credible { taken() }, under two_origins { taken() }]",
}
peers = ["DuckDB", "Polars", "pandas", "SQLite", "Python"]


class Prompt:
    """Rep at a terminal on which nothing is drawn, and what it has spent."""

    def __init__(self, rep, folder):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            modes = termios.tcgetattr(0)
            modes[1] &= ~termios.OPOST
            modes[3] &= ~termios.ECHO
            termios.tcsetattr(0, termios.TCSANOW, modes)
            os.execve(rep, [str(rep), "--format", "json"], {**os.environ, "TERM": "dumb", "HOME": str(folder)})
        self.read()

    def ask(self, line):
        """The processor time from the end of a line to the prompt behind its answer, and the answer."""
        begun = self.spent()
        os.write(self.terminal, line.encode() + b"\n")
        answer = self.read()
        return self.spent() - begun, answer

    def spent(self):
        """The seconds for which its threads have run so far."""
        tasks = Path(f"/proc/{self.process}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def read(self):
        seen = b""
        while not seen.endswith(b"rep> "):
            try:
                seen += os.read(self.terminal, 1 << 16)
            except OSError:
                sys.exit(f"Rep ended: {seen.decode(errors='replace')}")
        return seen.removesuffix(b"rep> ").decode()

    def close(self):
        """The most memory that it took, in MB."""
        os.write(self.terminal, b"\x04")
        _, _, usage = os.wait4(self.process, 0)
        os.close(self.terminal)
        return usage.ru_maxrss / 1024


def bench(sizes, work, rep, python):
    programs = work / "peers"
    if not (programs / "bin/python").exists():
        print("Installing DuckDB, Polars and pandas …", file=sys.stderr)
        subprocess.run([python(), "-m", "venv", programs], check=True)
        subprocess.run([programs / "bin/python", "-m", "pip", "install", "--quiet", "duckdb", "polars", "pandas"], check=True)
    growth = {}
    for size in [int(size) for size in sizes] or [10_000, 100_000, 1_000_000]:
        folder = work / f"tables_{size}"
        if not (folder / "cases.csv").exists():
            generator.write(folder, size)
        found = {peer: ask_peer(programs, folder, peer) for peer in peers}
        print(f"{size} cases{'':14}Rep{'again':>11}" + "".join(f"{peer:>11}{'':>6}" for peer in peers) + " first/DuckDB   memory, of DuckDB's")
        of_both = {"tables": typed.format(folder=folder), "records": generator.records(folder) + declared}
        for form, asked in (("tables", of_tables), ("records", of_records)):
            script = work / f"{form}_{size}.rep"
            script.write_text(of_both[form], encoding="utf-8")
            loads = []
            for _ in range(3):
                prompt = Prompt(rep, work)
                loads.append(prompt.ask(f'use "{script}"')[0])
                loaded_with = prompt.close()
            show_load(form, statistics.median(loads), loaded_with, found)
            prompt = Prompt(rep, work)
            prompt.ask(f'use "{script}"')
            for name, question in asked.items():
                first, text = prompt.ask(question)
                again = statistics.median(prompt.ask(question)[0] for _ in range(5))
                ours = answer(text, name)
                for peer, measured in found.items():
                    theirs = measured["questions"].get(name)
                    if theirs and rounded(theirs[1]) != ours:
                        sys.exit(f"{name}: {peer} says {str(rounded(theirs[1]))[:300]}, Rep {str(ours)[:300]}")
                growth.setdefault(name, []).append((size, again))
                memory = memory_of(rep, work, script, question), ask_peer(programs, folder, "DuckDB", name)["memory"]
                show(name, first, again, memory, found)
            prompt.close()
    show_growth(growth)


def ask_peer(programs, folder, peer, *question):
    one_thread = {**os.environ, "POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [programs / "bin/python", here / "peers.py", folder, peer, *question]
    return json.loads(subprocess.run(command, env=one_thread, check=True, capture_output=True).stdout)


def memory_of(rep, work, script, question):
    prompt = Prompt(rep, work)
    prompt.ask(f'use "{script}"')
    prompt.ask(question)
    return prompt.close()


def show_load(form, seconds, megabytes, found):
    found = {name: peer for name, peer in found.items() if name != "Python"}
    print(f"  load to {form:9}{seconds * 1000:9.1f}ms{'':11}" + "".join(
        f"{peer['load'] * 1000:9.1f}ms{seconds / peer['load']:6.2f}" for peer in found.values()) + f"{'':30}{megabytes:9.0f} MB")
    print(f"    all prepared{'':22}" + "".join(
        f"{peer['prepared'] * 1000:9.1f}ms{seconds / peer['prepared']:6.2f}" for peer in found.values()), flush=True)


def show(name, first, again, memory, found):
    line = f"  {name:14}{first * 1000:10.2f}ms{again * 1000:9.2f}ms"
    for peer in found.values():
        theirs = peer["questions"].get(name)
        line += f"{theirs[0] * 1000:9.2f}ms{again / theirs[0]:6.2f}" if theirs else f"{'':17}"
    duckdb = found["DuckDB"]["questions"].get(name)
    of_first = f"{first / duckdb[0]:13.2f}" if duckdb else f"{'':13}"
    print(line + of_first + f"{memory[0]:9.0f} MB{memory[0] / memory[1]:6.2f}", flush=True)


def show_growth(growth):
    """How many times as long each question takes at a size as at the one before."""
    for name, measured in growth.items():
        steps = [f"{later / earlier:6.1f} from {less} to {more}" for (less, earlier), (more, later) in zip(measured, measured[1:])]
        if steps:
            print(f"  {name:14} takes " + ", ".join(steps))


def answer(text, question):
    """An answer of Rep as the rows of the other programs: counts as how many surely, and how many are open."""
    def pair(count):
        return [count, 0] if isinstance(count, int) else [count["low"], count["high"] - count["low"]]

    try:
        found = json.loads(text)
    except json.JSONDecodeError:
        sys.exit(f"{question}: Rep says {text}")
    if question == "standards":
        return [[end for count in found for end in pair(count)]]
    if question == "percentile":
        return rounded([[found["low"], found["high"]]])
    if not isinstance(found, dict) or "rows" not in found:
        ends = pair(found)
        return [ends if question in ("filter", "dates", "tree", "tree of events", "window") else ends[:1]]
    rows = []
    for row in found["rows"]:
        cells = []
        for name, cell in row.items():
            # A group that is only possible has no row surely: that is in its count.
            if name in ("membership", "lacking"):
                continue
            keeps = question in ("join", "transitions") or name == "yes"
            is_count = isinstance(cell, (int, dict))
            cells += (pair(cell) if keeps else pair(cell)[:1]) if is_count else [cell]
        rows.append(cells)
    return in_order(rounded(rows), question)


def rounded(rows):
    """Rows with numbers to the sixth place, and names as Rep writes those of states."""
    def cell(value):
        return round(value, 6) if isinstance(value, float) else value

    return [[re.sub(r"\W", "_", value) if isinstance(value, str) else cell(value) for value in row] for row in rows]


def in_order(rows, question):
    """Where Rep has an order of its own, the others'."""
    return sorted(rows) if question in ("join", "transitions") else rows
